package io.credentialrules.report.internal.words;

import io.credentialrules.CredentialRules;
import io.credentialrules.UnknownText;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Texts of a record that no rule names, in words: one sentence for each field. */
public final class UnknownTextSentences {
  private static final int MOST_NAMED = 5;

  private final CredentialRules rules;
  private final Messages messages;
  private final Writing writing;
  private final Terms lexicon;

  /** Of answers of compiled rules. */
  public UnknownTextSentences(CredentialRules rules, Speech speech) {
    this.rules = rules;
    this.messages = speech.messages();
    this.writing = speech.writing();
    this.lexicon = speech.lexicon();
  }

  /** First those that rules name when they are written otherwise, one sentence each. */
  public List<String> of(List<UnknownText> unknown) {
    List<String> sentences = new ArrayList<>();
    Map<List<String>, List<String>> others = new LinkedHashMap<>();
    for (UnknownText text : unknown) {
      if (text.nearest() == null) {
        others
            .computeIfAbsent(List.of(text.factType(), text.field()), none -> new ArrayList<>())
            .add(text.text());
      } else {
        boolean isSpelling = !SpellingDifference.of(text.text(), text.nearest()).isEmpty();
        sentences.add(
            messages.say(
                isSpelling ? "unknown-text.nearest" : "unknown-text.slip",
                "the",
                the(text.factType(), text.field()),
                "text",
                writing.quote(text.text()),
                "nearest",
                writing.quote(text.nearest())));
      }
    }
    others.forEach((field, texts) -> sentences.add(of(field.get(0), field.get(1), texts)));
    return sentences;
  }

  private String of(String type, String field, List<String> texts) {
    List<String> named = new ArrayList<>();
    texts.stream().limit(MOST_NAMED).map(writing::quote).forEach(named::add);
    int more = texts.size() - MOST_NAMED;
    if (more > 0) {
      named.add(
          messages.say("list.more", "n", more, "number", writing.number(BigDecimal.valueOf(more))));
    }
    return messages.say("unknown-text", "the", the(type, field), "texts", writing.or(named));
  }

  private String the(String typeName, String fieldName) {
    VocabularyType type = Objects.requireNonNull(rules.vocabulary().type(typeName), typeName);
    VocabularyField field = Objects.requireNonNull(type.field(fieldName), fieldName);
    return lexicon.label(type, field).the() + " " + lexicon.noun(type).ofThe();
  }
}
