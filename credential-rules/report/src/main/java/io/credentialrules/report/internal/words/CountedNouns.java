package io.credentialrules.report.internal.words;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.report.internal.words.Terms.Label;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What it is called of which different ones are counted, by the noun of the unit. */
final class CountedNouns {
  private static final ImmutableList<String> HISSED =
      ImmutableList.of("sses", "shes", "ches", "xes");

  private final Terms lexicon;
  private final Writing writing;
  private final List<VocabularyType> types;
  private final boolean isEnglish;

  CountedNouns(Terms lexicon, Writing writing, List<VocabularyType> types, boolean isEnglish) {
    this.lexicon = lexicon;
    this.writing = writing;
    this.types = types;
    this.isEnglish = isEnglish;
  }

  /**
   * What a field is called that has the noun as its name: of the type whose field is counted as
   * conditions call it, since fields of several types have one name and are called otherwise.
   *
   * @param of the type; null where it is not known
   * @return what the author's own noun says, where it is the name of no field
   */
  Label of(String plural, @Nullable VocabularyType of) {
    String noun = singular(plural);
    Label span =
        noun.isEmpty()
            ? null
            : lexicon.span("startOf" + Ascii.toUpperCase(noun.charAt(0)) + noun.substring(1));
    if (span != null) {
      return span;
    }
    Label label = of == null ? null : field(of, noun);
    if (label == null) {
      label = ofAny(noun);
    }
    return label == null ? new Label(own(noun), "", own(plural)) : label;
  }

  /** Names in rules are English; in another language the author's own is told from ours. */
  private String own(String noun) {
    return isEnglish ? noun : writing.quote(noun);
  }

  /** The unit of a host, which is an English plural, as it is said of so many. */
  String inNumber(String plural, BigDecimal number) {
    if (!isEnglish || number.compareTo(BigDecimal.ONE) != 0) {
      return plural;
    }
    boolean isHissed = HISSED.stream().anyMatch(plural::endsWith);
    return isHissed ? plural.substring(0, plural.length() - "es".length()) : singular(plural);
  }

  /**
   * In English only where the field is called so, because the author's noun says more, or where its
   * name is no noun, as that of a date.
   */
  private @Nullable Label ofAny(String noun) {
    for (VocabularyType type : types) {
      for (VocabularyField field : type.fields()) {
        if (Terms.isBuiltIn(type) && isCalled(field, noun)) {
          Label label = lexicon.thing(type, field);
          boolean isNoun = field.kind() != FieldKind.DATE;
          return isEnglish && isNoun && !isPreposition(noun) && !label.one().equals(noun)
              ? null
              : label;
        }
      }
    }
    return null;
  }

  private @Nullable Label field(VocabularyType type, String noun) {
    for (VocabularyField field : type.fields()) {
      if (isCalled(field, noun)) {
        return lexicon.thing(type, field);
      }
    }
    return null;
  }

  /** Whether a unit of different things may be of a field of the type. */
  static boolean isOfField(VocabularyType type, String unit) {
    String noun = singular(Terms.split(unit.replaceFirst("^different ", "")));
    return type.fields().stream().anyMatch(field -> isCalled(field, noun));
  }

  private static boolean isCalled(VocabularyField field, String noun) {
    String name = Terms.split(field.name());
    return name.equals(noun) || singular(name).equals(noun);
  }

  /** A field such as {@code by}, whose name is no noun. */
  private static boolean isPreposition(String name) {
    return name.length() <= 2;
  }

  /** The author's own noun: its plural was made from a name in the rule by these endings. */
  private static String singular(String noun) {
    if (noun.endsWith("ies")) {
      return noun.substring(0, noun.length() - "ies".length()) + "y";
    }
    return noun.endsWith("s") ? noun.substring(0, noun.length() - 1) : noun;
  }
}
