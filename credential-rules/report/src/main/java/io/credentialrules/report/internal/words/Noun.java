package io.credentialrules.report.internal.words;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A noun in the forms that sentences need.
 *
 * @param one alone, such as {@code apprenticeship}
 * @param a with its article, such as {@code an apprenticeship}
 * @param of after an amount, such as {@code of apprenticeship}
 * @param ofThe as an owner, such as {@code of the apprenticeship}
 * @param many several, such as {@code apprenticeships}
 */
public record Noun(String one, String a, String of, String ofThe, String many) {

  /** The noun with what follows it, in each form. */
  Noun followedBy(String phrases) {
    return phrases.isEmpty() ? this : map(form -> form + " " + phrases);
  }

  Noun map(UnaryOperator<String> change) {
    return new Noun(
        change.apply(one),
        change.apply(a),
        change.apply(of),
        change.apply(ofThe),
        change.apply(many));
  }

  /** Any of several nouns, in each form. */
  static Noun anyOf(List<Noun> nouns, Function<List<String>, String> or) {
    return nouns.size() == 1
        ? nouns.get(0)
        : new Noun(
            or.apply(nouns.stream().map(Noun::one).toList()),
            or.apply(nouns.stream().map(Noun::a).toList()),
            or.apply(nouns.stream().map(Noun::of).toList()),
            or.apply(nouns.stream().map(Noun::ofThe).toList()),
            or.apply(nouns.stream().map(Noun::many).toList()));
  }
}
