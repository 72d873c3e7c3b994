package io.credentialrules.report.internal.page;

import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.RequirementState;
import io.credentialrules.Shortfall;
import io.credentialrules.report.internal.words.Speech;
import io.credentialrules.vocabulary.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Requirements as they are on a page. */
final class RequirementItems {
  private static final int FACTS_SHOWN = 12;

  private final Speech speech;

  RequirementItems(Speech speech) {
    this.speech = speech;
  }

  Page.Item of(RequirementResult result) {
    List<Page.Proof> evidence = new ArrayList<>();
    for (Fact fact : result.evidence().stream().limit(FACTS_SHOWN).toList()) {
      evidence.add(
          new Page.Proof(
              speech.writing().sentence(speech.facts().ofEvidence(fact)),
              speech.facts().vetting(fact)));
    }
    boolean isWaived = result.state() == RequirementState.WAIVED;
    return new Page.Item(
        result.id(),
        speech.requirements().of(result),
        result.state().name(),
        speech.requirements().word(result),
        result.isSatisfied(),
        result.measure() == null ? "" : speech.missing().measure(result.measure()),
        isToldByName(result) ? "" : speech.writing().sentence(speech.requirements().why(result)),
        partsAndValues(result),
        evidence,
        more(result.evidence().size() - FACTS_SHOWN),
        isWaived || isToldByName(result) ? List.of() : missing(result),
        capped(result.notCounted(), one -> speech.writing().sentence(speech.notCounted(one))));
  }

  private List<Page.Part> partsAndValues(RequirementResult result) {
    List<Page.Part> lines = new ArrayList<>(parts(result));
    result.values().stream()
        .map(speech.requirements()::value)
        .map(speech.writing()::sentence)
        .forEach(value -> lines.add(new Page.Part(value, List.of())));
    return lines;
  }

  /**
   * One part that is neither waived nor lapsed says no more than what is missing or shown as
   * evidence, but for the facts that are near.
   */
  private List<Page.Part> parts(RequirementResult result) {
    List<Page.Part> parts = new ArrayList<>();
    boolean isTold = result.parts().size() > 1;
    for (RequirementResult.Part part : result.parts()) {
      List<String> nearest = speech.nearest(part);
      isTold =
          isTold
              || part.state() == RequirementState.WAIVED
              || part.lapsedAfter() != null
              || !nearest.isEmpty();
      parts.add(
          new Page.Part(speech.writing().sentence(speech.requirements().part(part)), nearest));
    }
    return isTold ? parts : List.of();
  }

  /** The first of some things, and how many more there are. */
  private <T> List<String> capped(List<T> all, Function<T, String> said) {
    List<String> shown = new ArrayList<>();
    all.stream().limit(FACTS_SHOWN).map(said).forEach(shown::add);
    if (all.size() > FACTS_SHOWN) {
      shown.add(speech.more(all.size() - FACTS_SHOWN));
    }
    return shown;
  }

  private String more(int number) {
    return number <= 0 ? "" : speech.more(number);
  }

  /** A prerequisite that is not earned lacks exactly what its name says. */
  private static boolean isToldByName(RequirementResult result) {
    return result.kind() == Kind.PREREQUISITE && result.state() == RequirementState.BLOCKED;
  }

  private List<Page.Lack> missing(RequirementResult result) {
    List<Page.Lack> missing = new ArrayList<>();
    String ruleBefore = "";
    for (RequirementResult.Alternative alternative : result.alternatives()) {
      String heading =
          result.alternatives().size() == 1 ? "" : heading(alternative.rule(), ruleBefore);
      ruleBefore = alternative.rule();
      missing.add(
          new Page.Lack(heading, alternative.shortfalls().stream().map(this::line).toList()));
    }
    return missing;
  }

  private String heading(String rule, String ruleBefore) {
    return rule.equals(ruleBefore)
        ? speech.messages().say("alternative.same")
        : speech.messages().say("alternative.one", "rule", speech.writing().quote(rule));
  }

  private Page.Line line(Shortfall shortfall) {
    List<String> nearest = new ArrayList<>();
    if (shortfall instanceof Shortfall.MissingFact missing) {
      nearest.addAll(speech.nearest(missing));
    } else if (shortfall instanceof Shortfall.Amount amount) {
      nearest.addAll(speech.nearest(amount));
    } else if (shortfall instanceof Shortfall.Excluded excluded) {
      nearest.addAll(capped(excluded.facts(), this::present));
    } else if (shortfall instanceof Shortfall.InUse inUse) {
      nearest.addAll(capped(inUse.facts(), this::present));
    }
    return new Page.Line(
        speech.writing().sentence(speech.missing().of(shortfall)),
        shortfall.place().toString(),
        nearest);
  }

  private String present(Fact fact) {
    return speech.messages().say("short.present", "fact", speech.facts().of(fact));
  }
}
