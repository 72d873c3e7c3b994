package io.credentialrules.testkit.coverage;

import io.credentialrules.Evaluation;
import io.credentialrules.testkit.internal.change.RuleChange;
import io.credentialrules.testkit.internal.learner.ScenarioText;
import io.credentialrules.testkit.internal.search.RecordSearch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Scenarios for what no record shows yet. */
final class Suggestions {
  private final RecordSearch search;
  private final String pack;
  private final List<String> further;
  private final Set<String> paths = new HashSet<>();

  /**
   * Of a pack.
   *
   * @param further the packs that it needs
   */
  Suggestions(RecordSearch search, String pack, List<String> further) {
    this.search = search;
    this.pack = pack;
    this.further = further;
  }

  /** A scenario for each change that can be shown; those for which none was found are left out. */
  List<SuggestedScenario> of(Map<RuleChange, CoveragePoint> wanted) {
    List<SuggestedScenario> suggestions = new ArrayList<>();
    for (List<RuleChange> changes : RecordSearch.byRule(wanted.keySet())) {
      Map<RuleChange, Evaluation> found =
          search.find(
              changes,
              (change, evaluation) -> search.credential(change.rule(), evaluation) != null);
      for (RuleChange change : changes) {
        Evaluation evaluation = found.get(change);
        if (evaluation != null) {
          suggestions.add(scenario(change, Objects.requireNonNull(wanted.get(change)), evaluation));
        }
      }
    }
    return suggestions;
  }

  private SuggestedScenario scenario(
      RuleChange change, CoveragePoint point, Evaluation evaluation) {
    String credential = Objects.requireNonNull(search.credential(change.rule(), evaluation));
    String verdict = evaluation.isEarned(credential) ? "earned" : "not-earned";
    String name =
        change.rule().id()
            + (change.kind() == RuleChange.Kind.AT_BOUND ? "-at-bound" : "-beside-bound");
    return new StatedSuggestion(
        point,
        path(pack + "/scenarios/" + credential + "/" + verdict + "/" + name),
        ScenarioText.of(story(point), further, evaluation, credential));
  }

  private static String story(CoveragePoint point) {
    String of = " of `" + point.text() + "`";
    return point.kind() == CoveragePoint.Kind.AT_BOUND
        ? "Exactly at the bound" + of + "."
        : "One step from the bound" + of + ", on its other side.";
  }

  private String path(String start) {
    String path = start + ".yaml";
    for (int i = 2; !paths.add(path); i++) {
      path = start + "-" + i + ".yaml";
    }
    return path;
  }
}
