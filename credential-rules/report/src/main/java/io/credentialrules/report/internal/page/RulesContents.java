package io.credentialrules.report.internal.page;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.LimitExceededException;
import io.credentialrules.policy.AlignmentTarget;
import io.credentialrules.policy.PolicyWalk;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.policy.syntax.Reference;
import io.credentialrules.policy.syntax.RequirementRule;
import io.credentialrules.report.internal.picture.Box;
import io.credentialrules.report.internal.picture.Boxes;
import io.credentialrules.report.internal.picture.Layout;
import io.credentialrules.report.internal.picture.Picture;
import io.credentialrules.report.internal.words.ReportWork;
import io.credentialrules.report.internal.words.Speech;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What rules ask for, of all credentials and requirements. */
public final class RulesContents {
  private final CredentialRules rules;
  private final LocalDate date;
  private final Speech speech;

  /** Of some rules, with the named values that hold on a date. */
  public RulesContents(CredentialRules rules, LocalDate date, Speech speech) {
    this.rules = rules;
    this.date = date;
    this.speech = speech;
  }

  /** The page of some credentials and all requirements that they lead to. */
  public RulesPage of(List<Credential> credentials, boolean withPicture) {
    Map<String, List<CredentialRule>> awarded = new LinkedHashMap<>();
    Map<String, List<RequirementRule>> proven = new LinkedHashMap<>();
    Map<String, List<String>> needs = new LinkedHashMap<>();
    for (PolicyRule rule : rules.policy().on(date, null).rules()) {
      if (rule instanceof CredentialRule credential) {
        awarded.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(credential);
      } else if (rule instanceof RequirementRule requirement) {
        proven.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(requirement);
      }
      for (String id : needed(rule)) {
        List<String> by = needs.computeIfAbsent(id, needed -> new ArrayList<>());
        if (!by.contains(rule.id())) {
          by.add(rule.id());
        }
      }
    }
    List<RulesPage.Entry> entries = new ArrayList<>();
    for (Credential credential : credentials) {
      entries.add(entry(credential, awarded.getOrDefault(credential.id(), List.of())));
    }
    List<RulesPage.Row> rows = new ArrayList<>();
    proven.forEach(
        (id, own) ->
            rows.add(
                new RulesPage.Row(
                    id,
                    speech.policy().name(id),
                    own.stream().map(rule -> way(rule, own.size() > 1)).toList(),
                    needs.getOrDefault(id, List.of()).stream()
                        .map(speech.policy()::name)
                        .toList())));
    return page(credentials, withPicture, entries, rows);
  }

  private RulesPage page(
      List<Credential> credentials,
      boolean withPicture,
      List<RulesPage.Entry> entries,
      List<RulesPage.Row> rows) {
    Boxes boxes = new Boxes(rules, speech, null);
    List<Box> drawn = boxes.of(credentials);
    List<Box.Link> links = boxes.links(credentials);
    Picture picture = null;
    String note = "";
    try {
      picture = withPicture ? draw(drawn, links, credentials.size()) : null;
    } catch (LimitExceededException tooLarge) {
      if (!ReportWork.isOfPictures(tooLarge)) {
        throw tooLarge;
      }
      note = speech.messages().say("page.no-picture", "limit", tooLarge.limit());
    }
    List<String> packs = List.copyOf(new TreeMap<>(rules.packs()).keySet());
    return new RulesPage(
        speech.messages().locale().toLanguageTag(),
        speech
            .messages()
            .say("rules.title", "packs", speech.writing().and(packs), "n", packs.size()),
        packs,
        speech.writing().date(date),
        rules.digest(),
        picture,
        note,
        GraphText.of(drawn, links, speech),
        entries,
        rows);
  }

  private Picture draw(List<Box> boxes, List<Box.Link> links, int credentials) {
    return Layout.page()
        .draw(
            "graph",
            speech.messages().say("graph.title"),
            speech
                .messages()
                .say(
                    "graph.description",
                    "credentials",
                    credentials,
                    "number",
                    speech.writing().number(BigDecimal.valueOf(credentials))),
            boxes,
            links,
            speech.messages().locale(),
            speech.messages().work());
  }

  private RulesPage.Entry entry(Credential credential, List<CredentialRule> own) {
    String level =
        credential.level() == null
            ? null
            : speech
                .messages()
                .say(
                    "page.level",
                    "level",
                    speech.writing().number(BigDecimal.valueOf(credential.level())));
    String pathway =
        credential.pathway() == null
            ? null
            : speech.messages().say("page.pathway", "name", credential.pathway());
    return new RulesPage.Entry(
        "credential-" + credential.id(),
        credential.id(),
        credential.name(),
        Stream.of(level, pathway).filter(Objects::nonNull).collect(Collectors.joining(", ")),
        own.stream().map(rule -> way(rule, own.size() > 1)).toList());
  }

  private RulesPage.Way way(PolicyRule rule, boolean isOneOfSeveral) {
    List<String> settings = new ArrayList<>();
    List<String> recommended = new ArrayList<>();
    if (rule instanceof CredentialRule credential) {
      settings.addAll(speech.settings().of(credential.settings(), rule.header().window()));
      credential.recommends().stream()
          .map(Reference::id)
          .map(speech.policy()::name)
          .forEach(recommended::add);
    } else {
      settings.addAll(speech.settings().of(rule.header().window()));
    }
    return new RulesPage.Way(
        isOneOfSeveral ? rule.header().name() : null,
        rule.when().parts().stream()
            .map(condition -> speech.writing().sentence(speech.condition(condition)))
            .toList(),
        recommended,
        settings.stream().map(said -> speech.writing().sentence(said) + ".").toList(),
        rule.header().source(),
        rule.header().alignments().stream().map(AlignmentTarget::written).toList(),
        rule.header().span().file() + ":" + rule.header().span().line());
  }

  /** The requirements that a rule names. */
  private static Set<String> needed(PolicyRule rule) {
    Set<String> needed = new LinkedHashSet<>();
    new PolicyWalk() {
      @Override
      public void constraint(Constraint constraint, Condition.@Nullable Pattern pattern) {
        if (pattern != null && pattern.type().equals(Vocabulary.MET)) {
          PolicyWalk.super.constraint(constraint, pattern);
        }
      }

      @Override
      public void expression(Expression expression) {
        if (expression instanceof Expression.Text text) {
          needed.add(text.value());
        }
        PolicyWalk.super.expression(expression);
      }
    }.condition(rule.when());
    return needed;
  }
}
