package io.credentialrules.report.internal.page;

import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.RequirementState;
import io.credentialrules.Shortfall;
import io.credentialrules.report.internal.words.Speech;
import io.credentialrules.vocabulary.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Requirements as they stand on a page. */
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
              speech.writing().sentence(speech.facts().of(fact)), speech.facts().vetting(fact)));
    }
    boolean isWaived = result.state() == RequirementState.WAIVED;
    return new Page.Item(
        result.id(),
        speech.requirement(result),
        result.state().name(),
        speech.messages().say("state." + result.state()),
        result.isSatisfied(),
        result.measure() == null ? "" : speech.missing().measure(result.measure()),
        isToldByName(result) ? "" : speech.writing().sentence(speech.why(result)),
        evidence,
        more(result.evidence().size() - FACTS_SHOWN),
        isWaived || isToldByName(result) ? List.of() : missing(result),
        result.notCounted().stream()
            .map(speech::notCounted)
            .map(speech.writing()::sentence)
            .toList());
  }

  private String more(int number) {
    return number <= 0
        ? ""
        : speech
            .messages()
            .say(
                "page.evidence.more",
                "n",
                number,
                "number",
                speech.writing().number(BigDecimal.valueOf(number)));
  }

  /** A prerequisite that is not earned lacks exactly what its name says. */
  private static boolean isToldByName(RequirementResult result) {
    return result.kind() == Kind.PREREQUISITE && result.state() == RequirementState.BLOCKED;
  }

  private List<Page.Lack> missing(RequirementResult result) {
    List<Page.Lack> missing = new ArrayList<>();
    for (RequirementResult.Alternative alternative : result.alternatives()) {
      String heading =
          result.alternatives().size() == 1
              ? ""
              : speech
                  .messages()
                  .say("alternative.one", "rule", speech.writing().quote(alternative.rule()));
      missing.add(
          new Page.Lack(heading, alternative.shortfalls().stream().map(this::line).toList()));
    }
    return missing;
  }

  private Page.Line line(Shortfall shortfall) {
    List<String> nearest = new ArrayList<>();
    if (shortfall instanceof Shortfall.MissingFact missing) {
      nearest.addAll(speech.nearest(missing));
    } else if (shortfall instanceof Shortfall.Excluded excluded) {
      excluded.facts().forEach(fact -> nearest.add(present(fact)));
    } else if (shortfall instanceof Shortfall.InUse inUse) {
      inUse.facts().forEach(fact -> nearest.add(present(fact)));
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
