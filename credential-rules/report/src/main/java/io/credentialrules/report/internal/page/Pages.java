package io.credentialrules.report.internal.page;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.LimitExceededException;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementState;
import io.credentialrules.Route;
import io.credentialrules.report.internal.picture.Box;
import io.credentialrules.report.internal.picture.Boxes;
import io.credentialrules.report.internal.picture.Drawing;
import io.credentialrules.report.internal.picture.Layout;
import io.credentialrules.report.internal.words.Speech;
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
import org.jspecify.annotations.Nullable;

/** Puts an evaluation on a page. */
public final class Pages {
  private static final int DIGEST_SHOWN = 12;

  private final CredentialRules rules;
  private final Evaluation evaluation;
  private final Speech speech;
  private final Items items;
  private final boolean hasPlans;

  /** For one evaluation, with plans or without. */
  public Pages(CredentialRules rules, Evaluation evaluation, Speech speech, boolean hasPlans) {
    this.rules = rules;
    this.evaluation = evaluation;
    this.speech = speech;
    this.items = new Items(speech);
    this.hasPlans = hasPlans;
  }

  /**
   * The page of some credentials.
   *
   * @param withPictures whether pictures are drawn
   */
  public Page of(List<Credential> credentials, boolean withPictures) {
    Map<String, Decision> decisions = new LinkedHashMap<>();
    credentials.forEach(one -> decisions.put(one.id(), evaluation.decision(one.id())));
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
        sections(credentials, decisions, withPictures),
        evaluation.unknownWaivers().stream()
            .map(
                waiver ->
                    say(
                        "waiver.unknown",
                        "by",
                        waiver.by(),
                        "requirement",
                        speech.writing().quote(waiver.requirement())))
            .map(speech.writing()::sentence)
            .toList(),
        evaluation.notCounted().stream()
            .map(speech::notCounted)
            .map(speech.writing()::sentence)
            .toList(),
        legend(decisions));
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
          what.add(speech.requirement(result));
          result.evidence().forEach(fact -> who(fact, who));
        }
        if (earned.held() != null) {
          who(earned.held(), who);
        }
        held.add(
            new Page.Held(
                anchor(earned.credential()),
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

  private static String anchor(Credential credential) {
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

  private List<Page.Section> sections(
      List<Credential> credentials, Map<String, Decision> decisions, boolean withPictures) {
    Map<String, List<Credential>> groups = new LinkedHashMap<>();
    for (Credential credential : credentials) {
      String group =
          credential.pathway() == null ? "pack " + credential.pack() : credential.pathway();
      groups.computeIfAbsent(group, key -> new ArrayList<>()).add(credential);
    }
    Boxes boxes = new Boxes(rules, speech, evaluation);
    List<Page.Section> sections = new ArrayList<>();
    for (List<Credential> group : groups.values()) {
      String id = "section-" + (sections.size() + 1);
      String title = title(group);
      List<Box> drawn = withPictures ? boxes.of(group) : List.of();
      List<Box.Link> links = withPictures ? boxes.links(group) : List.of();
      String description = description(group, decisions);
      sections.add(
          new Page.Section(
              id,
              title,
              withPictures
                  ? draw(Layout.narrow(), id + "-narrow", title, description, drawn, links)
                  : null,
              withPictures
                  ? draw(Layout.page(), id + "-wide", title, description, drawn, links)
                  : null,
              group.stream().map(one -> entry(decisions, one)).toList()));
    }
    return sections;
  }

  private Drawing draw(
      Layout layout,
      String id,
      String title,
      String description,
      List<Box> boxes,
      List<Box.Link> links) {
    return layout.draw(
        id,
        say("page.picture", "name", title),
        description,
        boxes,
        links,
        speech.messages().locale());
  }

  private String description(List<Credential> group, Map<String, Decision> decisions) {
    int earned = 0;
    for (Credential credential : group) {
      Decision decision = decisions.get(credential.id());
      earned += decision != null && decision.isEarned() ? 1 : 0;
    }
    return say(
        "page.picture.description",
        "credentials",
        group.size(),
        "number",
        number(group.size()),
        "earned",
        number(earned));
  }

  private String title(List<Credential> group) {
    Credential first = group.get(0);
    String pathway = first.pathway();
    if (pathway == null) {
      return say("page.pack", "name", first.pack());
    }
    String name =
        rules.catalogue().stream()
            .filter(one -> pathway.equals(one.pathway()) && one.level() == null)
            .map(Credential::name)
            .findFirst()
            .orElse(pathway);
    return say("page.pathway", "name", name);
  }

  private Page.Entry entry(Map<String, Decision> decisions, Credential credential) {
    Decision decision = decisions.get(credential.id());
    Integer level = credential.level();
    String levelText = level == null ? null : say("page.level", "level", level);
    if (decision instanceof Decision.Earned earned) {
      return earned(earned, levelText);
    }
    Decision.NotEarned notEarned = (Decision.NotEarned) java.util.Objects.requireNonNull(decision);
    List<Route> routes = notEarned.routes();
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
        "",
        "",
        "",
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
    if (!hasPlans) {
      return List.of();
    }
    try {
      return speech.plans().of(evaluation.plan(credential.id())).stream()
          .map(speech.writing()::sentence)
          .toList();
    } catch (LimitExceededException tooCostly) {
      return List.of(speech.writing().sentence(say("plan.limit")));
    }
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
        route == null ? List.of() : List.of(way(route, false, true)),
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
        route.place().toString());
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
