package io.credentialrules.testkit.mutation;

import io.credentialrules.PolicyPack;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.testkit.mutation.Mutant.Status;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of the mutants of packs. Immutable. */
public final class MutationReport {
  private final Map<String, String> files;
  private final List<StatedMutant> mutants;
  private final List<SourceSpan> idle;

  private MutationReport(
      Map<String, String> files, List<StatedMutant> mutants, List<SourceSpan> idle) {
    this.files = new TreeMap<>(files);
    this.idle = idle.stream().sorted().toList();
    this.mutants = mutants.stream().sorted(Comparator.comparing(StatedMutant::place)).toList();
  }

  static MutationReport of(PolicyPack pack, List<StatedMutant> mutants, List<SourceSpan> idle) {
    Map<String, String> files = new LinkedHashMap<>();
    pack.files().forEach((file, text) -> files.put(pack.name() + "/" + file, text));
    return new MutationReport(files, mutants, idle);
  }

  /** This report and that of another pack as one. */
  public MutationReport and(MutationReport other) {
    Map<String, String> all = new LinkedHashMap<>(files);
    all.putAll(other.files);
    List<StatedMutant> both = new ArrayList<>(mutants);
    both.addAll(other.mutants);
    List<SourceSpan> bothIdle = new ArrayList<>(idle);
    bothIdle.addAll(other.idle);
    return new MutationReport(all, both, bothIdle);
  }

  /** All of them, in the order of places. */
  public List<Mutant> mutants() {
    return List.copyOf(mutants);
  }

  /** Those of which something became, in the order of places. */
  public List<Mutant> with(Status status) {
    return mutants().stream().filter(mutant -> mutant.status() == status).toList();
  }

  /**
   * Where comments explain no mutant that survived, because a scenario notices it or nothing is
   * changed so; in order.
   */
  public List<SourceSpan> explainingNothing() {
    return idle;
  }

  /**
   * How many hundredths of the mutants that could be noticed are: of those that were killed or
   * survived. With one digit, rounded down; 100 where there are none.
   */
  public BigDecimal percent() {
    int killed = with(Status.KILLED).size();
    int both = killed + with(Status.SURVIVED).size();
    return both == 0
        ? BigDecimal.valueOf(100)
        : BigDecimal.valueOf(100L * killed).divide(BigDecimal.valueOf(both), 1, RoundingMode.DOWN);
  }

  /** The text of each file by its name in places, in the order of the names. */
  Map<String, String> files() {
    return files;
  }

  List<StatedMutant> stated() {
    return mutants;
  }

  /**
   * For a terminal: each mutant that survived with a scenario that would notice it, then the
   * counts.
   */
  public List<String> text() {
    List<String> lines = new ArrayList<>();
    for (Mutant mutant : with(Status.SURVIVED)) {
      lines.add(mutant.place() + ": nobody notices `" + mutant.text() + "` " + mutant.change());
      if (mutant.suggestion().isEmpty()) {
        lines.add("    no learner was found whom it decides otherwise; there may be none");
      } else {
        lines.add("    this scenario would:");
        mutant.suggestion().lines().forEach(line -> lines.add("    " + line));
      }
    }
    for (SourceSpan comment : idle) {
      lines.add(comment + ": this comment explains no change that nobody notices");
    }
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add(toString());
    return lines;
  }

  /**
   * As a JSON document in the format of the Stryker mutation-testing report, schema version 2,
   * which existing viewers show: equal ones are ignored, refused ones are compile errors.
   */
  public String json() {
    return StrykerJson.of(this);
  }

  /**
   * As a page without scripts: each file as its author wrote it, and below a line the changes that
   * nobody notices, with the scenarios that would.
   */
  public String html() {
    return MutationPage.of(this);
  }

  /**
   * Such as {@code 130 mutants: 80 killed, 20 survived (80.0 %), 10 equal, 0 explained, 20 refused
   * by the checks}.
   */
  @Override
  public String toString() {
    return mutants.size()
        + " mutants: "
        + with(Status.KILLED).size()
        + " killed, "
        + with(Status.SURVIVED).size()
        + " survived ("
        + percent()
        + " % noticed), "
        + with(Status.EQUAL).size()
        + " equal, "
        + with(Status.EXPLAINED).size()
        + " explained, "
        + with(Status.REFUSED).size()
        + " refused by the checks";
  }
}
