package io.credentialrules.report.internal.page;

import io.credentialrules.Credential;
import io.credentialrules.Decision;
import io.credentialrules.Plan;
import io.credentialrules.Route;
import io.credentialrules.policy.AlignmentTarget;
import io.credentialrules.report.internal.words.Speech;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Credentials as a page tells them: the decision, its routes and what each requires. */
final class CredentialEntries {
  private final Speech speech;
  private final RequirementItems items;
  private final @Nullable Map<String, Plan> plans;

  /** With the plans that were found for them; null where none are told. */
  CredentialEntries(Speech speech, @Nullable Map<String, Plan> plans) {
    this.speech = speech;
    this.items = new RequirementItems(speech);
    this.plans = plans;
  }

  /** Where a page has the entry of a credential. */
  static String anchor(Credential credential) {
    StringBuilder anchor = new StringBuilder("credential-");
    credential
        .id()
        .codePoints()
        .forEach(
            character -> {
              boolean isPlain =
                  (character >= 'a' && character <= 'z')
                      || (character >= '0' && character <= '9')
                      || character == '-';
              if (isPlain) {
                anchor.appendCodePoint(character);
              } else {
                anchor.append('_').append(Integer.toHexString(character));
              }
            });
    return anchor.toString();
  }

  /** The entry of a decision. */
  Page.Entry of(Decision decision) {
    Integer level = decision.credential().level();
    String levelText = level == null ? null : say("page.level", "level", level);
    return decision instanceof Decision.Earned earned
        ? earned(earned, levelText)
        : notEarned((Decision.NotEarned) decision, levelText);
  }

  private Page.Entry notEarned(Decision.NotEarned notEarned, @Nullable String levelText) {
    Credential credential = notEarned.credential();
    List<Route> routes = notEarned.routes();
    LocalDate eligible = notEarned.eligibleFrom();
    List<Page.Way> ways = new ArrayList<>();
    for (Route route : routes) {
      ways.add(way(route, routes.size() > 1, ways.isEmpty()));
    }
    return new Page.Entry(
        anchor(credential),
        credential.id(),
        credential.name(),
        levelText,
        false,
        say("decision.not-earned"),
        eligible == null ? "" : say("decision.eligible", "date", speech.writing().date(eligible)),
        "",
        eligible == null ? "" : ", " + say("decision.eligible", "date", eligible.toString()),
        routes.isEmpty() ? say("decision.no-rule") : speech.progress(routes.get(0).progress()),
        routes.isEmpty() ? 0 : routes.get(0).progress().percent(),
        null,
        notEarned.lapsed().stream()
            .map(
                lapsed ->
                    say(
                        "decision.lapsed",
                        "reason",
                        speech.facts().reason(lapsed),
                        "fact",
                        speech.facts().of(lapsed.fact())))
            .map(speech.writing()::sentence)
            .toList(),
        ways,
        plan(credential));
  }

  private List<String> plan(Credential credential) {
    if (plans == null) {
      return List.of();
    }
    Plan plan = plans.get(credential.id());
    return (plan == null ? List.of(say("plan.limit")) : speech.plans().of(plan))
        .stream().map(speech.writing()::sentence).toList();
  }

  private Page.Entry earned(Decision.Earned earned, @Nullable String level) {
    Route route = earned.route();
    LocalDate since = earned.since();
    LocalDate until = earned.until();
    return new Page.Entry(
        anchor(earned.credential()),
        earned.credential().id(),
        earned.credential().name(),
        level,
        true,
        say("decision.earned"),
        since == null ? "" : say("decision.since", "date", speech.writing().date(since)),
        until == null ? "" : say("decision.until", "date", speech.writing().date(until)),
        (since == null ? "" : ", " + say("decision.since", "date", since.toString()))
            + (until == null ? "" : ", " + say("decision.until", "date", until.toString())),
        route == null ? "" : speech.progress(route.progress()),
        100,
        earned.held() == null
            ? null
            : speech
                .writing()
                .sentence(say("decision.held", "fact", speech.facts().withVetting(earned.held()))),
        List.of(),
        route == null
            ? List.of()
            : List.of(way(route, speech.hasSeveralRules(earned.credential()), true)),
        List.of());
  }

  private Page.Way way(Route route, boolean isNamed, boolean isFirst) {
    return new Page.Way(
        isNamed
            ? say(
                isFirst ? "page.route" : "page.route.other",
                "rule",
                speech.writing().quote(route.rule()))
            : null,
        speech.progress(route.progress()),
        route.requirements().stream().map(items::of).toList(),
        route.recommendations().stream().map(items::of).toList(),
        speech.settings().of(route).stream().map(speech.writing()::sentence).toList(),
        route.sources(),
        route.alignments().stream().map(AlignmentTarget::written).toList(),
        route.place().toString());
  }

  private String say(String key, Object... values) {
    return speech.messages().say(key, values);
  }
}
