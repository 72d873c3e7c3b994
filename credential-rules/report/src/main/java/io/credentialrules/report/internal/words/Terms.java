package io.credentialrules.report.internal.words;

import com.google.common.base.Splitter;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Earned;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.ReviewerRole;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What fact types, fields, words and units are called. Types of a host are called by their noun,
 * their fields and words by their names, split into words.
 */
public final class Terms {
  /** The field by which a type has kinds: the kind's noun stands in for that of the type. */
  static final String KIND = "type";

  private static final String TIMES = " × ";
  private static final char NO_BREAK = '\u00a0';
  private static final BigDecimal SEVERAL = BigDecimal.TEN;

  private static final Set<String> BUILT_IN =
      Set.of(Fact.class.getPackageName(), Earned.class.getPackageName());

  private final Messages messages;
  private final Writing writing;
  private final Vocabulary vocabulary;
  private final CountedNouns counted;

  /** For a language and the types that rules can name. */
  public Terms(Messages messages, Writing writing, Vocabulary vocabulary) {
    this.messages = messages;
    this.writing = writing;
    this.vocabulary = vocabulary;
    this.counted =
        new CountedNouns(
            this, writing, vocabulary.types(), messages.locale().getLanguage().equals("en"));
  }

  /** A field's name alone, with its article, and of many. */
  public record Label(String one, String the, String many) {}

  /** The noun of a type. */
  public Noun noun(VocabularyType type) {
    if (isBuiltIn(type)) {
      return noun("noun." + type.name());
    }
    return new Noun(
        host("noun.host.one", type),
        host("noun.host.a", type),
        host("noun.host.of", type),
        host("noun.host.ofThe", type),
        host("noun.host.many", type));
  }

  private String host(String key, VocabularyType type) {
    return messages.say(key, "noun", type.noun(), "plural", type.plural());
  }

  /** The noun of a kind of a type, such as an apprenticeship; null where kinds have none. */
  @Nullable Noun noun(VocabularyType type, String kind) {
    VocabularyField field = type.field(KIND);
    if (field == null || field.kind() != FieldKind.WORD) {
      return null;
    }
    String key = "noun." + enumeration(type, field) + "." + kind;
    return messages.has(key + ".one") ? noun(key) : null;
  }

  private Noun noun(String key) {
    return new Noun(
        messages.say(key + ".one"),
        messages.say(key + ".a"),
        messages.say(key + ".of"),
        messages.say(key + ".ofThe"),
        messages.say(key + ".many"));
  }

  /** What a field is called. */
  public Label label(VocabularyType type, VocabularyField field) {
    String key = "field." + owner(type, field) + "." + field.name();
    if (messages.has(key + ".one")) {
      return new Label(
          messages.say(key + ".one"), messages.say(key + ".the"), messages.say(key + ".many"));
    }
    String name = split(field.name());
    // "The landings is 1 landing" of a field that is called as what it counts.
    String own = "field.host." + (name.equals(field.unit()) ? "amount." : "");
    return new Label(
        messages.say(own + "one", "name", name),
        messages.say(own + "the", "name", name),
        messages.say(own + "many", "name", name));
  }

  /** What a field names, where it is the name of something; else what the field is called. */
  Label thing(VocabularyType type, VocabularyField field) {
    String key = "thing." + owner(type, field) + "." + field.name();
    return messages.has(key + ".one")
        ? new Label(messages.say(key + ".one"), "", messages.say(key + ".many"))
        : label(type, field);
  }

  /** What follows a noun where a field is true, or is not. */
  String truth(VocabularyType type, VocabularyField field, boolean value) {
    String verb = value ? "is." : "isNot.";
    String key = verb + owner(type, field) + "." + field.name();
    return messages.has(key)
        ? messages.say(key)
        : messages.say(verb + "host", "name", split(field.name()));
  }

  /** The key of the phrase of a field, or null where it has none of its own. */
  @Nullable String phrase(VocabularyType type, VocabularyField field) {
    String key = "with." + owner(type, field) + "." + field.name();
    return messages.has(key) ? key : null;
  }

  /** A word of a field. */
  public String word(VocabularyType type, VocabularyField field, String word) {
    String key = "word." + enumeration(type, field) + "." + word;
    return messages.has(key) ? messages.say(key) : split(word);
  }

  /** A role. */
  public String role(ReviewerRole role) {
    return messages.say("word.ReviewerRole." + role.name());
  }

  /** An amount with its unit. */
  public String amount(BigDecimal number, String unit) {
    return amount(number, unit, null);
  }

  /** An amount with its unit; where values of a field are counted, of a field of this type. */
  String amount(BigDecimal number, String unit, @Nullable VocabularyType of) {
    return amount("unit.", number, unit, writing.number(number), of);
  }

  /** An amount with its unit, to the last decimal. */
  public String exactAmount(BigDecimal number, String unit) {
    return exactAmount(number, unit, null);
  }

  /** The same where values of a field of this type are counted. */
  String exactAmount(BigDecimal number, String unit, @Nullable VocabularyType of) {
    return amount("unit.", number, unit, writing.exact(number), of);
  }

  /** An amount that is still to come; where values of a field are counted, of this type. */
  String more(BigDecimal number, String unit, @Nullable VocabularyType of) {
    return amount("more.", number, unit, writing.exact(number), of);
  }

  private String amount(
      String form, BigDecimal number, String unit, String written, @Nullable VocabularyType of) {
    String key = form + unit.replace(' ', '-');
    if (messages.has(key)) {
      return messages.say(key, "n", number, "number", written);
    }
    if (unit.startsWith("different ")) {
      String own = split(unit.substring("different ".length()));
      return different(form, number, written, counted.of(own, of));
    }
    if (unit.contains(TIMES) || unit.contains(" per ")) {
      return messages.say(form + "derived", "n", number, "number", written, "unit", derived(unit));
    }
    for (VocabularyType type : vocabulary.types()) {
      if (type.plural().equals(unit)) {
        return count(form, number, written, noun(type));
      }
    }
    String own = counted.inNumber(split(unit), number);
    return messages.say(form + "host", "n", number, "number", written, "unit", own);
  }

  /** The unit of a calculation, of which each part is called as it is alone: hours per week. */
  private String derived(String unit) {
    List<String> ratio = new ArrayList<>();
    for (String product : Splitter.on(" per ").split(unit)) {
      BigDecimal number = ratio.isEmpty() ? SEVERAL : BigDecimal.ONE;
      List<String> parts = new ArrayList<>();
      for (String part : Splitter.on(TIMES).omitEmptyStrings().split(product)) {
        parts.add(amount("unit.", number, part, "", null).replace(NO_BREAK, ' ').strip());
      }
      ratio.add(String.join(TIMES, parts));
    }
    return String.join(" " + messages.say("unit.per") + " ", ratio);
  }

  /** What the days that a method puts together are: a week, a month; null where it does not. */
  @Nullable Label span(String method) {
    String key = "group." + method;
    return messages.has(key + ".one")
        ? new Label(messages.say(key + ".one"), "", messages.say(key + ".many"))
        : null;
  }

  /** A number of things. */
  String count(BigDecimal number, Noun noun, boolean isStillToCome) {
    return count(isStillToCome ? "more." : "unit.", number, writing.exact(number), noun);
  }

  /** A number of different things, which are called so. */
  String different(BigDecimal number, Label things) {
    return different("unit.", number, writing.exact(number), things);
  }

  private String different(String form, BigDecimal number, String written, Label things) {
    return messages.say(
        form + "different",
        "n",
        number,
        "number",
        written,
        "one",
        things.one(),
        "noun",
        things.many());
  }

  private String count(String form, BigDecimal number, String written, Noun noun) {
    return messages.say(
        form + "type", "n", number, "number", written, "one", noun.one(), "many", noun.many());
  }

  static boolean isBuiltIn(VocabularyType type) {
    return BUILT_IN.contains(type.record().getPackageName());
  }

  private static String owner(VocabularyType type, VocabularyField field) {
    if (field.ofProvenance()) {
      return "Fact";
    }
    return isBuiltIn(type) ? type.name() : "host " + type.name();
  }

  private static String enumeration(VocabularyType type, VocabularyField field) {
    if (field.ofProvenance()) {
      return field.name().equals("status")
          ? FactStatus.class.getSimpleName()
          : ReviewerRole.class.getSimpleName();
    }
    for (RecordComponent component : type.record().getRecordComponents()) {
      if (component.getName().equals(field.name())
          && BUILT_IN.contains(component.getType().getPackageName())) {
        return component.getType().getSimpleName();
      }
    }
    return "host";
  }

  /** A name of a program in separate lower-case words: {@code drillDate}, {@code WOODS_WORK}. */
  static String split(String name) {
    String spaced = name.replace('_', ' ').replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
    return spaced.toLowerCase(Locale.ROOT).strip();
  }
}
