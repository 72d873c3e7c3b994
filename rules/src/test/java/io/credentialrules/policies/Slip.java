package io.credentialrules.policies;

import io.credentialrules.CredentialRules;
import io.credentialrules.PolicyPack;
import io.credentialrules.policy.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A pack with one slip of the pen, as somebody makes it who copies a rule.
 *
 * @param place file and position
 * @param packs the pack and what it needs, one file of it changed
 */
record Slip(String place, List<PolicyPack> packs) {

  /** A kind of slip: what is replaced, and by what. */
  record Kind(String name, Pattern from, Function<MatchResult, List<String>> to) {}

  static final Kind MAX_FOR_SUM =
      new Kind("max for sum", Pattern.compile("\\bsum\\("), match -> List.of("max("));
  static final Kind OR_FOR_COMMA =
      new Kind(
          "|| for a comma",
          Pattern.compile(",(?=\\s*[a-z]\\w*(?: (?:[=!<>]=?|not in|in)|\\s*[,)]| \\)))"),
          match -> List.of(" ||"));
  static final Kind NUMBER_OFF_BY_ONE =
      new Kind(
          "number off by one",
          Pattern.compile("(?:(?<=[<>=]= )|(?<=[<>] ))\\d+\\b"),
          match -> {
            int number = Integer.parseInt(match.group());
            return List.of(String.valueOf(number + 1), String.valueOf(number - 1));
          });
  static final Kind PERIOD_OFF_BY_ONE =
      new Kind(
          "period off by one",
          Pattern.compile("(?<=(?:Years|Months|Days|Weeks)\\( )\\d+"),
          match -> List.of(String.valueOf(Integer.parseInt(match.group()) + 1)));
  static final Kind OTHER_COMPARISON =
      new Kind(
          "other comparison",
          Pattern.compile("[<>]=(?= \\d)"),
          match ->
              List.of(match.group().substring(0, 1), match.group().equals("<=") ? ">=" : "<="));
  static final Kind NOT_APPROVED =
      new Kind(
          "opposite of a truth",
          Pattern.compile("\\b(?:siteApproved|approved|passed|paid|handsOn|confirmed)\\b(?=[ ,])"),
          match -> List.of(match.group() + " == false"));

  /** All slips of a kind in all packs. */
  static List<Slip> of(Kind kind) {
    List<Slip> slips = new ArrayList<>();
    for (String name : Packs.names()) {
      List<PolicyPack> needed =
          Packs.neededBy(name).stream()
              .map(pack -> PolicyPack.read(Packs.FOLDER.resolve(pack)))
              .toList();
      PolicyPack pack = PolicyPack.read(Packs.FOLDER.resolve(name));
      pack.files()
          .forEach(
              (file, text) ->
                  kind.from()
                      .matcher(text)
                      .results()
                      .filter(match -> isInRule(text, match.start()))
                      .forEach(
                          match ->
                              kind.to()
                                  .apply(match)
                                  .forEach(
                                      to -> slips.add(slip(name, needed, pack, file, match, to)))));
    }
    return slips;
  }

  /** Between `when` and `then`, and in no comment. */
  private static boolean isInRule(String text, int at) {
    String line = text.substring(text.lastIndexOf('\n', at) + 1, at);
    return text.lastIndexOf("\nwhen", at) > text.lastIndexOf("\nthen", at) && !line.contains("//");
  }

  private static Slip slip(
      String name,
      List<PolicyPack> needed,
      PolicyPack pack,
      String file,
      MatchResult match,
      String to) {
    Map<String, String> files = new LinkedHashMap<>(pack.files());
    String text = pack.files().getOrDefault(file, "");
    files.put(file, text.substring(0, match.start()) + to + text.substring(match.end()));
    List<PolicyPack> packs = new ArrayList<>(needed);
    packs.add(PolicyPack.of(name, files));
    int from = Math.max(0, match.start() - 40);
    return new Slip(
        name + "/" + file + ": " + text.substring(from, match.start()) + "»" + to + "«", packs);
  }

  /** What is said of it. */
  List<Problem> problems() {
    CredentialRules.Builder builder = CredentialRules.builder();
    packs.forEach(builder::add);
    return builder.check();
  }
}
