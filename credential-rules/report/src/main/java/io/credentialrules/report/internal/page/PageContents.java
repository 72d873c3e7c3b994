package io.credentialrules.report.internal.page;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.LimitExceededException;
import io.credentialrules.Plan;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementState;
import io.credentialrules.Upcoming;
import io.credentialrules.Waiver;
import io.credentialrules.report.internal.words.Decisions;
import io.credentialrules.report.internal.words.Speech;
import io.credentialrules.report.internal.words.UnknownTextSentences;
import io.credentialrules.vocabulary.Fact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An evaluation as a page: what is earned, the pathways, and what is to be known beside. */
public final class PageContents {
  private static final int DIGEST_SHOWN = 12;
  private static final int MOST_LISTED = 100;

  private final CredentialRules rules;
  private final Evaluation evaluation;
  private final Speech speech;
  private final boolean hasPlans;
  private final boolean isLookingAhead;

  /** For one evaluation, with plans or without, and with what changes next or without. */
  public PageContents(
      CredentialRules rules,
      Evaluation evaluation,
      Speech speech,
      boolean hasPlans,
      boolean isLookingAhead) {
    this.isLookingAhead = isLookingAhead;
    this.rules = rules;
    this.evaluation = evaluation;
    this.speech = speech;
    this.hasPlans = hasPlans;
  }

  /**
   * The page of some credentials.
   *
   * @param withPictures whether pictures are drawn
   */
  public Page of(List<Credential> credentials, boolean withPictures) {
    Map<String, Decision> decisions = new LinkedHashMap<>();
    Decisions worked = new Decisions(evaluation, credentials.size());
    credentials.forEach(one -> decisions.put(one.id(), worked.of(one.id())));
    LocalDate today = evaluation.asOf().toLocalDate();
    String learner = evaluation.record().learner().id();
    LocalDate policyDate = evaluation.record().policyDate();
    return new Page(
        speech.messages().locale().toLanguageTag(),
        say("page.title", "learner", learner, "date", speech.writing().date(today)),
        say(
            "page.line",
            "learner",
            learner,
            "date",
            today.toString(),
            "zone",
            evaluation.asOf().getZone().toString(),
            "digest",
            evaluation.policyDigest().substring(0, DIGEST_SHOWN)),
        learner,
        speech.writing().date(today) + " (" + evaluation.asOf().getZone() + ")",
        evaluation.policyDigest(),
        policyDate == null ? null : speech.writing().date(policyDate),
        glance(decisions),
        held(decisions),
        new PathwaySections(rules, speech, new CredentialEntries(speech, plans(decisions)))
            .of(credentials, decisions, worked, withPictures),
        Stream.of(
                capped(nextChange(), said -> said),
                capped(evaluation.unknownWaivers(), this::unknown),
                capped(evaluation.dateConflicts(), speech::dateConflict),
                capped(evaluation.duplicates(), speech::duplicate),
                capped(unknownTexts(), said -> said))
            .flatMap(List::stream)
            .toList(),
        capped(evaluation.notCounted(), speech::notCounted),
        legend(decisions));
  }

  /** All plans are one question; where it is too costly, the page tells none. */
  private @Nullable Map<String, Plan> plans(Map<String, Decision> decisions) {
    if (!hasPlans) {
      return null;
    }
    List<String> open =
        decisions.values().stream()
            .filter(decision -> !decision.isEarned())
            .map(decision -> decision.credential().id())
            .toList();
    try {
      return evaluation.plans(open);
    } catch (LimitExceededException tooCostly) {
      return Map.of();
    }
  }

  private List<String> nextChange() {
    if (!isLookingAhead) {
      return List.of();
    }
    Upcoming next;
    try {
      next = evaluation.nextChange();
    } catch (LimitExceededException tooCostly) {
      return List.of(say("next-change.limit"));
    }
    return next == null ? List.of() : speech.nextChange(next);
  }

  private List<String> unknownTexts() {
    try {
      return new UnknownTextSentences(rules, speech).of(evaluation.unknownTexts());
    } catch (LimitExceededException tooCostly) {
      return List.of(say("unknown-text.limit"));
    }
  }

  /** A waiver that does not count though there is such a requirement, for its role. */
  private String unknown(Waiver waiver) {
    boolean isRequired = speech.policy().requirementName(waiver.requirement()) != null;
    return say(
        isRequired ? "waiver.role" : "waiver.unknown",
        "by",
        waiver.by(),
        "role",
        speech.lexicon().role(waiver.role()),
        "requirement",
        speech.writing().quote(waiver.requirement()));
  }

  /** The first of some things as sentences, and how many more there are. */
  private <T> List<String> capped(List<T> all, Function<T, String> said) {
    List<String> shown = new ArrayList<>();
    all.stream().limit(MOST_LISTED).map(said).map(speech.writing()::sentence).forEach(shown::add);
    if (all.size() > MOST_LISTED) {
      shown.add(speech.more(all.size() - MOST_LISTED));
    }
    return shown;
  }

  private String say(String key, Object... values) {
    return speech.messages().say(key, values);
  }

  private String glance(Map<String, Decision> decisions) {
    int earned = (int) decisions.values().stream().filter(Decision::isEarned).count();
    return earned == 0
        ? say("page.glance.none")
        : say(
            "page.glance.count",
            "n",
            earned,
            "number",
            number(earned),
            "totalText",
            number(decisions.size()));
  }

  private String number(int number) {
    return speech.writing().number(BigDecimal.valueOf(number));
  }

  private List<Page.Held> held(Map<String, Decision> decisions) {
    List<Page.Held> held = new ArrayList<>();
    for (Decision decision : decisions.values()) {
      if (decision instanceof Decision.Earned earned) {
        Set<String> who = new LinkedHashSet<>();
        List<String> what = new ArrayList<>();
        for (RequirementResult result : earned.requirements()) {
          what.add(speech.requirements().of(result));
          result.evidence().forEach(fact -> who(fact, who));
        }
        if (earned.held() != null) {
          who(earned.held(), who);
        }
        held.add(
            new Page.Held(
                CredentialEntries.anchor(earned.credential()),
                earned.credential().name(),
                earned.since() == null ? "" : speech.writing().date(earned.since()),
                earned.until() == null
                    ? say("decision.no-end")
                    : speech.writing().date(earned.until()),
                List.copyOf(who),
                what));
      }
    }
    return held;
  }

  private void who(Fact fact, Set<String> who) {
    String reviewer = speech.facts().who(fact);
    if (reviewer != null) {
      who.add(reviewer);
    }
  }

  private List<Page.Sign> legend(Map<String, Decision> decisions) {
    Set<RequirementState> states = EnumSet.noneOf(RequirementState.class);
    for (Decision decision : decisions.values()) {
      decision.requirements().forEach(result -> states.add(result.state()));
    }
    List<Page.Sign> legend = new ArrayList<>();
    for (RequirementState state : states) {
      legend.add(new Page.Sign(state.name(), say("state." + state)));
    }
    return legend;
  }
}
