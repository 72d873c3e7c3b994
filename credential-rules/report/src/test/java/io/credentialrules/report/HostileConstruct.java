package io.credentialrules.report;

import static io.credentialrules.report.HostilePolicy.each;
import static io.credentialrules.report.HostilePolicy.earned;
import static io.credentialrules.report.HostilePolicy.joined;
import static io.credentialrules.report.HostilePolicy.rule;
import static io.credentialrules.report.HostilePolicy.work;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What the language says in few words and costs more than it looks, of any size: best attempts,
 * groups, caps, named values, scales, days on which validities end, what does not count,
 * calculations.
 */
@SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing
enum HostileConstruct {
  BEST_OF_EACH_KEY(
      n ->
          each(
              Math.min(n, 30),
              i ->
                  rule(
                      "c" + i,
                      "accumulate( WorkExperience( $h : hours, $e : experience, $d : endedOn ); $t : sumOfLatest( $h, $e, $d ); $t >= 1000%s )"
                          .formatted(i)))),
  GROUPS(
      n ->
          each(
              Math.min(n, 30),
              i ->
                  rule(
                      "c" + i,
                      "accumulate( groupby( WorkExperience( $d : endedOn, $h : hours ); $week : $d.startOfWeek( ); $s : sum( $h ); $s >= %s ); $weeks : count( ); $weeks >= 9%s )"
                          .formatted(i, i)))),
  GROUPS_OF_PAIRS(
      n ->
          each(
              Math.min(n, 10),
              i ->
                  rule(
                      "c" + i,
                      "accumulate( groupby( WorkExperience( $e : experience, $g : hours ) and WorkExperience( hours > $g, $h : hours ); $key : $e; $s : sumUpTo( $h, 1%1$s, $g ); $s >= %1$s ); $t : sumOfGreatest( $s, 5 ); $t >= 1000%1$s )"
                          .formatted(i)))),
  CAPS(
      n ->
          each(
              Math.min(n, 30),
              i ->
                  rule(
                      "c" + i,
                      "accumulate( WorkExperience( $h : hours, $e : experience ); $t : sumUpTo( $h, 9%1$s, $e ), $u : sumOfItemsUpTo( $h, 100%1$s ), $v : averageOfGreatest( $h, 5%1$s ); $t + $u >= 5000, $v >= 40 )"
                          .formatted(i)))),
  WHOLE_ITEMS(
      n ->
          each(
              Math.min(n, 10),
              i ->
                  rule(
                      "c" + i,
                      "accumulate( WorkExperience( $h : hours ); $t : sumOfItemsUpTo( $h / 7, 1000%s ); $t >= 1000 )"
                          .formatted(i)))),
  NAMED_VALUES(
      n ->
          "declare Least @value( 1 ) "
              + joined(
                  Math.min(n, 40),
                  " ",
                  i ->
                      "@from( \"%s\", %s )"
                          .formatted(LocalDate.of(1990, 1, 1).plusMonths(4L * i), i + 2))
              + " end declare Works @value( "
              + joined(Math.min(1 + n, 990), ", ", i -> "\"w" + i + "\"")
              + " ) end\n"
              + each(
                  Math.min(n, 60),
                  i ->
                      rule(
                          "c" + i,
                          "accumulate( WorkExperience( experience memberOf Works, $h : hours ); $t : sumUpTo( $h, Least ); $t * 2 >= Least + %s * 0.001 )"
                              .formatted(i)))),
  NAMED_VALUES_OF_ONE_RULE(
      n ->
          each(
                  Math.min(n, 30),
                  name ->
                      "declare Least%s @value( 1 ) %s end\n"
                          .formatted(
                              name,
                              joined(
                                  Math.min(n, 99),
                                  " ",
                                  i ->
                                      "@from( \"%s\", %s )"
                                          .formatted(
                                              LocalDate.of(1990, 1, 1).plusDays(100L * i + name),
                                              i))))
              + rule(
                  "c",
                  joined(Math.min(n, 30), " ", i -> "WorkExperience( hours >= Least" + i + " )"))),
  SCALES(
      n ->
          each(
              Math.max(1, n / 10),
              rule ->
                  "rule \"c%1$s\" @credential( \"c%1$s\" ) @scale( \"%2$s\" ) when %3$s then end\n"
                      .formatted(
                          rule,
                          joined(Math.max(2, Math.min(n, 300)), " < ", i -> "L" + i),
                          joined(
                              Math.max(2, Math.min(n, 300)),
                              " ",
                              i ->
                                  "RubricScore( rubric == \"r%1$s\", level >= \"L%1$s\" )"
                                      .formatted(i))))),
  CALENDARS(
      n ->
          each(
              n,
              i ->
                  "rule \"c%1$s\" @credential( \"c%1$s\" ) @validFor( \"%2$s days\", \"%3$s\" ) when %4$s %5$s then end\n"
                      .formatted(
                          i,
                          1 + i % 90,
                          List.of("to 05-31, 12-31", "to end of month", "to anniversary")
                              .get(i % 3),
                          work("w" + i % 9),
                          i == 0 ? "" : earned("c" + (i - 1))))),
  CALENDARS_OF_TOTALS(
      n ->
          each(
              Math.min(n, 30),
              i ->
                  "rule \"c%1$s\" @credential( \"c%1$s\" ) @validFor( \"1 day\", \"to end of month\" ) when accumulate( WorkExperience( $h : hours ); $t : %2$s; $t >= 1%1$s ) then end\n"
                      .formatted(i, i % 2 == 0 ? "sum( $h )" : "sumUpTo( $h, 1000 )"))),
  STATES_THAT_ARE_ASKED_FOR(
      n ->
          each(
              Math.min(n, 20),
              i ->
                  rule(
                      "c" + i,
                      "WorkExperience( $h : hours ) @including( \"expired\" ) WorkExperience( $g : hours, hours > $h ) @including( \"in-progress\", \"planned\" ) accumulate( WorkExperience( $i : hours, hours > $g ) @including( \"expired\", \"in-progress\", \"planned\" ); $t : sum( $i ); $t >= 10000%s )"
                          .formatted(i)))),
  ARITHMETIC(
      n ->
          rule(
              "c",
              "WorkExperience( $h : hours ) WorkExperience( hours * "
                  + joined(Math.min(n, 9), " * ", i -> "$h / " + (3 + i))
                  + " + 0.1"
                  + " >= 99999999 ) accumulate( WorkExperience( $i : hours ); $t : average( $i "
                  + joined(Math.min(n, 14), "", i -> " / 3 * 1.000000007")
                  + " ); $t >= 99 )"));

  private final IntFunction<String> text;

  HostileConstruct(IntFunction<String> text) {
    this.text = text;
  }

  /** Of a size; in it, as many of what makes it hostile. */
  String text(int size) {
    return text.apply(size);
  }
}
