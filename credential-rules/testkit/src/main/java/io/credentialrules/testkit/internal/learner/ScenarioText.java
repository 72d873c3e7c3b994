package io.credentialrules.testkit.internal.learner;

import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.Measure;
import io.credentialrules.RequirementResult;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes what was evaluated as a scenario file, with the answer as it is. */
public final class ScenarioText {
  private static final String DEFAULT_ZONE = "America/New_York";

  private ScenarioText() {}

  /**
   * The text of the file.
   *
   * @param story what happens, in a sentence
   * @param packs further packs that it needs
   */
  public static String of(
      String story, List<String> packs, Evaluation evaluation, String credential) {
    List<String> lines = new ArrayList<>();
    lines.add("story: " + RecordYaml.text(story));
    boolean isEndOfDay = evaluation.asOf().toLocalTime().equals(LocalTime.MAX);
    lines.add(
        "as-of: "
            + (isEndOfDay ? evaluation.asOf().toLocalDate() : evaluation.asOf().toLocalDateTime()));
    String zone = evaluation.asOf().getZone().getId();
    if (!zone.equals(DEFAULT_ZONE)) {
      lines.add("zone: " + RecordYaml.text(zone));
    }
    if (!packs.isEmpty()) {
      lines.add("packs: [ " + String.join(", ", packs) + " ]");
    }
    lines.addAll(
        RecordYaml.of(
            evaluation.rules().vocabulary(), evaluation.asOf().getZone(), evaluation.record()));
    if (evaluation.decision(credential) instanceof Decision.NotEarned notEarned) {
      lines.add("unmet:");
      notEarned.missing().forEach(missing -> lines.add("  " + unmet(missing)));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String unmet(RequirementResult missing) {
    String state = missing.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    Measure measure = missing.measure();
    String amounts =
        measure == null || measure.has() == null
            ? ""
            : ", has: "
                + measure.has().toPlainString()
                + ", needs: "
                + measure.needs().toPlainString()
                + ", unit: "
                + RecordYaml.text(measure.unit());
    return missing.id() + ": { state: " + state + amounts + " }";
  }
}
