package io.credentialrules.report.internal.picture;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.Route;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.policy.syntax.Reference;
import io.credentialrules.report.internal.words.Decisions;
import io.credentialrules.report.internal.words.Speech;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Credentials as boxes with arrows between them, coloured by an evaluation where there is one. */
public final class Boxes {
  private static final int ROWS_SHOWN = 40;

  private final CredentialRules rules;
  private final Speech speech;
  private final @Nullable Decisions decisions;
  private final Prerequisites prerequisites;
  private final Set<@Nullable String> pathwaysWithLevels = new HashSet<>();
  private final Map<String, List<CredentialRule>> routes = new HashMap<>();

  /** Of compiled rules; without decisions nothing is said of states. */
  public Boxes(CredentialRules rules, Speech speech, @Nullable Decisions decisions) {
    this.rules = rules;
    this.speech = speech;
    this.decisions = decisions;
    this.prerequisites = new Prerequisites(rules);
    for (Credential credential : rules.catalogue()) {
      if (credential.level() != null && credential.pathway() != null) {
        pathwaysWithLevels.add(credential.pathway());
      }
    }
    for (PolicyRule rule : rules.policy().rules()) {
      if (rule instanceof CredentialRule route) {
        routes.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(route);
      }
    }
  }

  /** These credentials and all that come before them, in the order of the catalogue. */
  public List<Credential> withPrerequisites(List<Credential> credentials) {
    Set<String> ids = new LinkedHashSet<>();
    credentials.forEach(credential -> collect(credential.id(), ids));
    return rules.catalogue().stream().filter(credential -> ids.contains(credential.id())).toList();
  }

  private void collect(String id, Set<String> ids) {
    if (ids.add(id)) {
      prerequisites.of(id).keySet().forEach(one -> collect(one, ids));
    }
  }

  /** The arrows between these credentials; those that say nothing new are left out. */
  public List<Box.Link> links(List<Credential> credentials) {
    Set<String> shown = ids(credentials);
    List<Box.Link> links = new ArrayList<>();
    for (Credential credential : credentials) {
      Map<String, Boolean> before =
          prerequisites.withoutImplied(credential.id(), speech.messages().work());
      before.forEach(
          (first, isNeeded) -> {
            if (shown.contains(first)) {
              links.add(new Box.Link(first, credential.id(), isNeeded));
            }
          });
    }
    return links;
  }

  private static Set<String> ids(List<Credential> credentials) {
    Set<String> ids = new LinkedHashSet<>();
    credentials.forEach(credential -> ids.add(credential.id()));
    return ids;
  }

  /** All rows of a box, or the first of them and how many more there are. */
  private List<Box.Row> capped(List<Box.Row> rows) {
    if (rows.size() <= ROWS_SHOWN) {
      return rows;
    }
    List<Box.Row> shown = new ArrayList<>(rows.subList(0, ROWS_SHOWN));
    shown.add(new Box.Row(null, speech.more(rows.size() - ROWS_SHOWN), "", false));
    return shown;
  }

  /** A box for each credential; prerequisites that are shown as boxes are no rows. */
  public List<Box> of(List<Credential> credentials) {
    Set<String> shown = ids(credentials);
    return credentials.stream().map(credential -> box(credential, shown)).toList();
  }

  private Box box(Credential credential, Set<String> shown) {
    Integer level = credential.level();
    boolean isMacro = crownsLevels(credential);
    String caption =
        level != null
            ? speech.messages().say("page.level", "level", level)
            : isMacro ? speech.messages().say("page.macro") : "";
    if (decisions == null) {
      return new Box(
          credential.id(),
          credential.name(),
          caption,
          isMacro,
          null,
          "",
          capped(planned(credential, shown)));
    }
    Decision decision = decisions.of(credential.id());
    List<Box.Row> rows = new ArrayList<>();
    for (RequirementResult result : decision.requirements()) {
      if (result.kind() != Kind.PREREQUISITE || !shown.contains(result.id())) {
        rows.add(row(result));
      }
    }
    return new Box(
        credential.id(),
        credential.name(),
        caption,
        isMacro,
        decision.isEarned() ? "EARNED" : "NOT_EARNED",
        summary(decision),
        capped(rows));
  }

  /** Whether it has no level in a pathway that has levels. */
  private boolean crownsLevels(Credential credential) {
    return credential.level() == null && pathwaysWithLevels.contains(credential.pathway());
  }

  private Box.Row row(RequirementResult result) {
    return new Box.Row(
        result.state().name(),
        speech.requirements().of(result),
        speech.messages().say("state." + result.state()),
        false);
  }

  private String summary(Decision decision) {
    if (decision.isEarned()) {
      return speech.messages().say("decision.earned");
    }
    List<Route> routes = ((Decision.NotEarned) decision).routes();
    return speech.messages().say("decision.not-earned")
        + ", "
        + (routes.isEmpty()
            ? speech.messages().say("decision.no-rule")
            : speech.progress(routes.get(0).progress()));
  }

  private List<Box.Row> planned(Credential credential, Set<String> shown) {
    List<CredentialRule> own = routes.getOrDefault(credential.id(), List.of());
    List<Box.Row> rows = new ArrayList<>();
    for (CredentialRule route : own) {
      if (own.size() > 1) {
        rows.add(new Box.Row(null, route.header().name(), "", true));
      }
      for (Condition part : route.when().parts()) {
        if (!isShown(part, shown)) {
          rows.add(new Box.Row(null, text(part), "", false));
        }
      }
      for (Reference recommended : route.recommends()) {
        rows.add(
            new Box.Row(
                null,
                speech.policy().name(recommended.id()),
                speech.messages().say("recommended"),
                false));
      }
    }
    return rows;
  }

  private boolean isShown(Condition part, Set<String> shown) {
    return part instanceof Condition.Pattern pattern
        && pattern.type().equals(Vocabulary.EARNED)
        && shown.containsAll(Prerequisites.named(pattern, "credential"))
        && !Prerequisites.named(pattern, "credential").isEmpty();
  }

  private String text(Condition part) {
    if (part instanceof Condition.Pattern pattern && pattern.type().equals(Vocabulary.MET)) {
      List<String> names =
          Prerequisites.named(pattern, "requirement").stream().map(speech.policy()::name).toList();
      if (!names.isEmpty()) {
        return speech.writing().or(names);
      }
    }
    return speech.writing().sentence(speech.condition(part));
  }
}
