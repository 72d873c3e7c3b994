package io.credentialrules.report;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Shapes of policies that cost more than they look, of any size. */
@SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing
enum HostilePolicy {
  STRONGER_AND_STRONGER(
      n -> rule("c", "WorkExperience( " + joined(n, ", ", i -> "hours >= " + i) + " )")),
  ALTERNATIVES_OF_MANY_CONSTRAINTS(
      n ->
          rule(
              "c",
              joined(
                  Math.max(1, n / 20),
                  " or ",
                  way ->
                      "WorkExperience( "
                          + joined(Math.min(n, 495), ", ", i -> "hours != " + way + i)
                          + " )"))),
  VERSIONS(
      n ->
          each(
              n,
              i ->
                  "rule \"v%1$s\" @credential( \"c\" ) date-effective \"%2$s\" date-expires \"%3$s\" when AssessmentResult( score >= %1$s ) then end\n"
                      .formatted(
                          i,
                          LocalDate.of(1990, 1, 1).plusDays(20L * i),
                          LocalDate.of(1990, 1, 18).plusDays(20L * i)))),
  LISTS(
      n ->
          each(
              Math.max(1, n / 10),
              i ->
                  rule(
                      "c" + i,
                      "WorkExperience( experience in ( "
                          + joined(Math.min(n, 990), ", ", value -> "\"w" + i * value + "\"")
                          + " ) )"))),
  DIAMOND(n -> diamond(n, "and")),
  EITHER_DIAMOND(n -> diamond(n, "or")),
  CHAIN(n -> each(n, i -> rule("c" + i, i == 0 ? work("w") : earned("c" + (i - 1))))),
  CYCLE(n -> each(n, i -> rule("c" + i, earned("c" + (i + 1) % n)))),
  MANY_BEFORE(
      n ->
          each(
              n,
              i ->
                  rule(
                      "c" + i,
                      work("w" + i)
                          + joined(
                              Math.min(i, 30), " ", before -> earned("c" + (i - 1 - before)))))),
  NESTED(n -> rule("c", "not( ".repeat(n) + work("w") + " )".repeat(n))),
  EXCLUSIVE(
      n ->
          each(n, i -> requirement("r" + i, work(i % 3 == 0 ? "w" : "w" + i % 7)))
              + "rule \"all\" @credential( \"c\" ) @evidence( \"exclusive\" ) when "
              + joined(n, " ", i -> "Met( requirement == \"r" + i + "\" )")
              + " then end\n"),
  EXCLUSIVE_PATHWAYS(
      n ->
          requirement("r", "WorkExperience() @including( \"in-progress\" )")
              + each(
                  n,
                  i ->
                      "rule \"c%1$s\" @credential( \"c%1$s\" ) @evidence( \"exclusive\" ) when Met( requirement matches \"r.*\" ) then end\n"
                          .formatted(i))),
  WILDCARDS(
      n ->
          each(n, i -> requirement("r" + i, work("w" + i)))
              + each(n, i -> rule("c" + i, "Met( requirement matches \"r.*\" )"))),
  JOINS(
      n ->
          rule(
              "c",
              "WorkExperience( $h0 : hours ) "
                  + joined(
                      Math.min(n, 8),
                      " ",
                      i -> "WorkExperience( $h%s : hours, hours > $h%s )".formatted(i + 1, i)))),
  TOTALS_OF_PAIRS(
      n ->
          each(
              Math.min(n, 30),
              i ->
                  rule(
                      "c" + i,
                      "accumulate( WorkExperience( $h : hours ) and WorkExperience( hours > $h, $i : hours ); $t : sum( $i ); $t >= 1000000 )"))),
  FOR_ALL(
      n ->
          rule(
              "c",
              joined(
                  n,
                  " ",
                  i ->
                      "forall( $w : WorkExperience( experience == \"w%1$s\" ) WorkExperience( this == $w, hours > %1$s ) )"
                          .formatted(i)))),
  RENEWALS(
      n ->
          each(
              n,
              i ->
                  "rule \"c%1$s\" @credential( \"c%1$s\" ) @validFor( \"1 month\" ) @renews( \"latest-part\" ) when %2$s %3$s then end\n"
                      .formatted(i, work("w" + i % 5), i == 0 ? "" : earned("c" + (i - 1))))),
  TIME_IN_RANK(
      n ->
          each(
              n,
              i ->
                  rule(
                      "c" + i,
                      i == 0
                          ? work("w")
                          : "Today( $t : date ) Earned( credential == \"c%s\", since <= $t.minusDays( 3 ) )"
                              .formatted(i - 1)))),
  EXPRESSIONS(
      n ->
          rule(
              "c",
              joined(
                  Math.min(n, 50),
                  " ",
                  i ->
                      "WorkExperience( experience matches \"((a|b|ab|ba){%s})*z\" )"
                          .formatted(i)))),
  NAMES_OF_MANY_NUMBERS(
      n ->
          each(
              Math.max(1, n / 10),
              i ->
                  "rule \"c%s %s\" @credential( \"c%s\" ) when %s then end\n"
                      .formatted(
                          i,
                          joined(Math.min(n, 600), " ", word -> "at least " + word + " hours of"),
                          i,
                          work("w")))),
  ORDERS_IN_NAMES(
      n ->
          "rule \"X %1$s\" @credential( \"c\" ) when TrainingCompletion( $from : startedOn ) TrainingCompletion( training in ( %2$s ), %3$s ) then end\n"
              .formatted(
                  "before ".repeat(Math.min(n, 900)),
                  joined(Math.min(n, 450), ", ", i -> "\"t" + i + "\""),
                  joined(Math.min(n, 450), ", ", i -> "completedOn > $from"))),
  CHOICES_IN_NAMES(
      n ->
          each(
              n,
              i ->
                  "rule \"Course hty %1$s or hty %2$s\" @credential( \"c%1$s\" ) when %3$s %4$s then end\n"
                      .formatted(
                          i,
                          i + 1,
                          work("hty-" + i),
                          i % 10 == 0 ? joined(Math.min(n, 90), " ", way -> work("a")) : ""))),
  FRAMEWORKS(
      n ->
          each(
                  Math.max(1, n / 10),
                  i ->
                      "declare Framework%s @levels( 2 ) @packs( \"hostile\", %s ) @vettedBy( 1, \"STAFF\" ) @requires( 2, \"RubricScore\" ) end\n"
                          .formatted(
                              i, joined(Math.min(n, 990), ", ", pack -> "\"p" + pack + "\"")))
              + each(n, i -> requirement("r" + i, work("w" + i) + work("v" + i)))
              + each(
                  n,
                  i ->
                      "rule \"c%1$s\" @credential( \"c%1$s\" ) @pathway( \"p%2$s\" ) @level( %3$s ) when Met( requirement matches \"r.*\" ) then end\n"
                          .formatted(i, i / 2, 1 + i % 2))),
  MISTAKES(n -> each(n, i -> rule("c" + i, "WorkExperiense( hour => \"" + i + "\" ) }")));

  private final IntFunction<String> text;

  HostilePolicy(IntFunction<String> text) {
    this.text = text;
  }

  /** Of a size; in it, as many of what makes it hostile. */
  String text(int size) {
    return text.apply(size);
  }

  static String joined(int number, String between, IntFunction<String> each) {
    return IntStream.range(0, number).mapToObj(each).collect(Collectors.joining(between));
  }

  static String each(int number, IntFunction<String> each) {
    return joined(number, "", each);
  }

  static String rule(String id, String when) {
    return "rule \"%1$s\" @credential( \"%1$s\" ) when %2$s then end\n".formatted(id, when);
  }

  private static String requirement(String id, String when) {
    return "rule \"%1$s\" @requirement( \"%1$s\" ) when %2$s then end\n".formatted(id, when);
  }

  static String work(String experience) {
    return "WorkExperience( experience == \"" + experience + "\", hours >= 2 )";
  }

  static String earned(String credential) {
    return "Earned( credential == \"" + credential + "\" )";
  }

  private static String diamond(int layers, String between) {
    return each(
        layers,
        layer ->
            List.of("left", "right").stream()
                .map(
                    side ->
                        rule(
                            "c" + layer + side,
                            work("w" + layer + side)
                                + (layer == 0
                                    ? ""
                                    : "( "
                                        + earned("c" + (layer - 1) + "left")
                                        + " "
                                        + between
                                        + " "
                                        + earned("c" + (layer - 1) + "right")
                                        + " )")))
                .collect(Collectors.joining()));
  }
}
