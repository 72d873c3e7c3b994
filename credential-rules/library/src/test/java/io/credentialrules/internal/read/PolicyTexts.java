package io.credentialrules.internal.read;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Generates texts of the policy language, with each construct that it has. A tilde stands where
 * space may be or not, a blank where it must be; {@link #spaced} puts in blanks, line ends and
 * comments.
 */
final class PolicyTexts {
  private static final List<String> SPACES =
      List.of(" ", "\n", "\r\n", "\t", "  ", " /* end */ ", " // then\n", "\n\n    ");

  private PolicyTexts() {}

  static Arbitrary<String> files() {
    Arbitrary<String> start =
        Arbitraries.of("", "", "package a.b~;\n", "package ums\n", "/* first */");
    Arbitrary<String> imports =
        Arbitraries.of(
            "",
            "import io.credentialrules.vocabulary.*\n",
            "import io.credentialrules.vocabulary.Met~;",
            "import io . credentialrules.vocabulary.Met~; import"
                + " io.credentialrules.vocabulary.*~;");
    Arbitrary<String> values =
        Arbitraries.of(
            "",
            "",
            "declare MinimumHours @value(~160~) @from(~\"2024-09-01\"~,~-200.5~) end\n",
            "declare Courses~@value(~\"a\"~,~'b )'~) @source(~\"page (2)\"~) end~;\n",
            "declare Framework @levels(~3~) @vettedBy(~1~,~\"FACULTY\"~,~'STAFF'~)"
                + " @vettedBy(~2~,~\"STAFF\"~) @packs(~\"ums-\"~)"
                + " @requires(~3~,~\"RubricScore\"~) @source(~\"page (2)\"~) end\n",
            "declare Yes @ value (~true~) @name(~\"x\"~) @from(~\"01-Jan-2030\"~,~false~) end ");
    return Combinators.combine(
            start, imports, values, rule().list().ofMinSize(1).ofMaxSize(3), Arbitraries.longs())
        .as(
            (first, more, named, rules, seed) ->
                spaced(
                    seed % 2 == 0
                        ? first + more + named + String.join("\n", rules)
                        : first + more + String.join("\n", rules) + named,
                    seed));
  }

  private static Arbitrary<String> rule() {
    Arbitrary<String> name =
        Arbitraries.of(
            "\"At least 200 hours\"",
            "'single \\'quotes\\''",
            "\"a \\\\ \\u0041 \\\" end\"",
            "plain",
            "\"größe\"",
            "\"x\"",
            "'y'",
            "salience",
            "\"then end rule\"");
    Arbitrary<String> when =
        conditions(2).list().ofMaxSize(4).map(conditions -> String.join(" ", conditions));
    return Combinators.combine(name, header(), attributes(), when, Arbitraries.of("~", "~:~"))
        .as(
            (named, header, attributes, conditions, colon) ->
                "rule "
                    + named
                    + " "
                    + header
                    + " "
                    + attributes
                    + " when"
                    + (conditions.isEmpty() ? " " : colon.equals("~") ? " " : colon)
                    + conditions
                    + " then end")
        .flatMap(rule -> Arbitraries.of("\n", "~;\n").map(end -> rule + end));
  }

  private static Arbitrary<String> header() {
    Arbitrary<String> settings =
        Arbitraries.of(
                "@pathway(~\"p\"~)",
                "@level(~3~)",
                "@validFor(~\"P1Y\"~)",
                "@lapses(~\"never\"~)",
                "@versionBy(~\"policy-date\"~)",
                "@evidence(~\"shared\"~)",
                "@recommends(~\"a\"~,~\"b\"~)",
                "@recommends(~'c'~)",
                "@silence(~\"level-gap\"~,~\"a ) reason (\"~)",
                "@source(~\"page (2)\"~)",
                "@alignment(~\"Team (2)\"~,~\"https://a.example/2\"~,~'F'~)",
                "@scale(~\"LOW < HIGH\"~)",
                "@description(~\"x\"~)")
            .list()
            .uniqueElements()
            .ofMaxSize(4)
            .map(list -> String.join(" ", list));
    Arbitrary<String> ofRequirements =
        Arbitraries.of(
            "@requirement(~\"a\"~)",
            "@ requirement (~'b.c'~) @source(~\"x\"~)",
            "@scale(~\"LOW<HIGH\"~)~@requirement(~\"a-1\"~)");
    return Arbitraries.oneOf(ofRequirements, settings.map(list -> "@credential(~\"c\"~)~" + list));
  }

  private static Arbitrary<String> attributes() {
    return Arbitraries.of(
        "",
        "",
        "date-effective~\"2014-01-01\"",
        "date-expires \"01-Jan-2030\"~,",
        "attributes date-effective \"2014-01-01\"~,~date-expires \"2015-01-01\"",
        "attributes~:");
  }

  /** A condition as it stands between others. */
  static Arbitrary<String> conditions(int depth) {
    Arbitrary<String> or =
        ands(depth).list().ofMinSize(1).ofMaxSize(2).map(parts -> String.join(" or ", parts));
    if (depth == 0) {
      return or;
    }
    Arbitrary<String> prefixed =
        ands(depth - 1)
            .list()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(parts -> "(~or " + String.join(" ", parts) + "~)");
    return Arbitraries.frequencyOf(Tuple.of(5, or), Tuple.of(1, prefixed));
  }

  private static Arbitrary<String> ands(int depth) {
    Arbitrary<String> and =
        single(depth).list().ofMinSize(1).ofMaxSize(2).map(parts -> String.join(" and ", parts));
    if (depth == 0) {
      return and;
    }
    Arbitrary<String> prefixed =
        single(depth - 1)
            .list()
            .ofMinSize(1)
            .ofMaxSize(2)
            .map(parts -> "(~and " + String.join(" ", parts) + "~)");
    return Arbitraries.frequencyOf(Tuple.of(5, and), Tuple.of(1, prefixed));
  }

  private static Arbitrary<String> single(int depth) {
    Arbitrary<String> pattern = pattern();
    Arbitrary<String> bare =
        depth == 0
            ? Arbitraries.oneOf(pattern, pattern.map(inner -> "not " + inner))
            : Arbitraries.oneOf(
                pattern,
                pattern,
                pattern.map(inner -> "not " + inner),
                pattern.map(inner -> "exists " + inner),
                conditions(depth - 1).map(inner -> "not~(~" + inner + "~)"),
                conditions(depth - 1).map(inner -> "exists (~" + inner + "~)"),
                conditions(depth - 1).map(inner -> "(~" + inner + "~)"),
                forAll(),
                accumulate(depth - 1));
    return bare.flatMap(condition -> Arbitraries.of("", "", "~;").map(end -> condition + end));
  }

  private static Arbitrary<String> forAll() {
    return Combinators.combine(
            pattern().list().ofMinSize(1).ofMaxSize(3), Arbitraries.of(" ", "~,~"))
        .as((patterns, comma) -> "forall~(~" + String.join(comma, patterns) + "~)");
  }

  private static Arbitrary<String> accumulate(int depth) {
    Arbitrary<String> source =
        depth <= 0
            ? pattern()
            : Arbitraries.oneOf(
                pattern(),
                Combinators.combine(pattern(), pattern())
                    .as((one, two) -> "(~and " + one + " not~(~" + two + "~)~)"),
                Combinators.combine(pattern(), pattern())
                    .as((one, two) -> one + " and exists " + two));
    Arbitrary<String> grouped =
        Combinators.combine(
                source,
                Arbitraries.of("~,~", "~;~"),
                Arbitraries.of("$k~:~$a", "$week : $x.startOfWeek(~)", "$a"),
                Arbitraries.of("", "~;~$s~>=~3"))
            .as(
                (from, separator, key, kept) ->
                    "groupby~(~" + from + separator + key + "~;~$s : sum(~$a~)" + kept + "~)");
    Arbitrary<String> functions =
        Arbitraries.of(
                "$total~:~sum(~$hours~)",
                "count()",
                "$n : countDistinct(~$a.b~)",
                "$all:collectList(~$x.minusYears(~2~)~)",
                "$least : min(~-3~)",
                "$points:sum(~$credits~*~$grade~)",
                "$best : sumOfBest(~$credits~,~$course~,~$score~)",
                "averageOfFirst(~$a~*~2~,~$x.size()~,~$today.minusYears(~2~)~)",
                "$most : sumUpTo(~$credits~,~6~)",
                "countDistinctUpTo(~$a.b~,~2~,~$subject~)",
                "$rest : max(~(~$a~-~1~)~/~$b~)")
            .list()
            .ofMinSize(1)
            .ofMaxSize(2)
            .map(list -> String.join("~,~", list));
    Arbitrary<String> constraints =
        constraint(1, false)
            .list()
            .ofMaxSize(2)
            .map(list -> list.isEmpty() ? "" : "~;~" + String.join("~,~", list));
    return Combinators.combine(
            Arbitraries.of("accumulate", "acc"),
            Arbitraries.frequencyOf(Tuple.of(4, source), Tuple.of(1, grouped)),
            Arbitraries.of("~,~", "~;~"),
            functions,
            constraints)
        .as(
            (word, from, separator, sums, results) ->
                word + "~(~" + from + separator + sums + results + "~)");
  }

  private static Arbitrary<String> pattern() {
    Arbitrary<String> inside =
        constraint(2, true).list().ofMaxSize(3).map(list -> String.join("~,~", list));
    return Combinators.combine(
            Arbitraries.of("", "", "$a~:~", "b : "), Arbitraries.of("A", "Met", "$T"), inside)
        .as((variable, type, constraints) -> variable + type + "~(~" + constraints + "~)");
  }

  private static Arbitrary<String> constraint(int depth, boolean binds) {
    Arbitrary<String> either = either(depth);
    return binds
        ? Arbitraries.oneOf(
            either,
            either,
            value().filter(value -> !value.startsWith("-")).map(value -> "$v~:~" + value),
            Combinators.combine(
                    comparison().filter(compared -> !compared.startsWith("-")),
                    Arbitraries.of("", "~&&~a", "~||~!a"))
                .as((compared, more) -> "$w~:~" + compared + more))
        : either;
  }

  private static Arbitrary<String> either(int depth) {
    return both(depth).list().ofMinSize(1).ofMaxSize(2).map(list -> String.join("~||~", list));
  }

  private static Arbitrary<String> both(int depth) {
    return factor(depth).list().ofMinSize(1).ofMaxSize(2).map(list -> String.join("~&&~", list));
  }

  private static Arbitrary<String> factor(int depth) {
    if (depth == 0) {
      return Arbitraries.oneOf(comparison(), path());
    }
    return Arbitraries.oneOf(
        comparison(),
        comparison(),
        path(),
        path().map(value -> "!~" + value),
        either(depth - 1).map(inner -> "(~" + inner + "~)"),
        either(depth - 1).map(inner -> "!~(~" + inner + "~)"));
  }

  private static Arbitrary<String> comparison() {
    Arbitrary<String> signs =
        Combinators.combine(value(), Arbitraries.of("==", "!=", "<", "<=", ">", ">="), value())
            .as((left, sign, right) -> left + "~" + sign + "~" + right);
    Arbitrary<String> words =
        Combinators.combine(
                path(),
                Arbitraries.of("contains", "memberOf", "matches"),
                Arbitraries.of(" ", " not "),
                value())
            .as((left, word, not, right) -> left + not + word + " " + right);
    Arbitrary<String> lists =
        Combinators.combine(
                path(),
                Arbitraries.of(" in~(~", " not in~(~"),
                value().list().ofMinSize(1).ofMaxSize(3))
            .as((left, in, values) -> left + in + String.join("~,~", values) + "~)");
    return Arbitraries.oneOf(signs, signs, words, lists);
  }

  private static Arbitrary<String> value() {
    return Arbitraries.oneOf(
        path(),
        Arbitraries.of("200", "79.5", "-3", "-~4", "200B", "1.5B", "12L", "12I", "0"),
        Arbitraries.of("\"JOB\"", "'x'", "\"\"", "\"\\\"\\\\\\n\\u00e9 ) end\""),
        Arbitraries.of(
            "hours~*~2",
            "$a~+~$b~-~$c",
            "$h~-~2",
            "2~*~-3",
            "hours~/~$x.size()",
            "(~$a~+~$b~)~/~2",
            "(~$a~-~$b~)",
            "2~*~(~(~$a~+~1~)~*~hours~)"),
        Arbitraries.of("true", "false", "null"));
  }

  private static Arbitrary<String> path() {
    return Arbitraries.of(
        "hours",
        "type",
        "$x",
        "this",
        "$work~.~hours",
        "a.b.c",
        "this.credential",
        "$today.minusYears(~2~)",
        "$today.plusDays(~-1~).getYear()",
        "$a.b(~$c.d(~\"x\"~,~-2~)~,~this~)",
        "$s.size()",
        "grösse",
        "_x1",
        "$x.then",
        "MinimumHours",
        "Courses.size",
        "rules");
  }

  /** Puts space where it may be and where it must be. */
  private static String spaced(String text, long seed) {
    Random random = new Random(seed);
    StringBuilder spaced = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean may = c == '~' && random.nextInt(3) == 0;
      if (may) {
        spaced.append(SPACES.get(random.nextInt(SPACES.size())));
      } else if (c != '~') {
        spaced.append(c);
      }
    }
    return spaced.toString();
  }
}
