package io.credentialrules.oracle;

import io.credentialrules.LearnerRecord;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.Earned;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.NamedValue;
import io.credentialrules.policy.syntax.PolicyModel;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.policy.syntax.RequirementRule;
import io.credentialrules.vocabulary.Fact;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules of a policy as they were read, sorted by what they prove and award. */
final class Oracle {
  private static final Pattern DATE = Pattern.compile("\"([0-9]{4}-[0-9]{2}-[0-9]{2})\"");
  private static final Pattern SHIFT =
      Pattern.compile(
          "\\.\\s*(?:((?:plus|minus)\\w+)\\(\\s*([0-9]+)\\s*\\)|(startOf\\w+)\\(\\s*\\))");
  private static final Pattern SHIFTS = Pattern.compile("(?:" + SHIFT.pattern() + ")+");

  private final Map<String, List<RequirementRule>> requirements = new LinkedHashMap<>();
  private final Map<String, List<CredentialRule>> credentials = new LinkedHashMap<>();
  private final IdentityHashMap<CredentialRule, List<Ask>> asks = new IdentityHashMap<>();
  private final Map<String, Earned> facts = new HashMap<>();

  private final List<NamedValue> values;
  private final Set<String> types = new HashSet<>();
  private final Set<LocalDate> dates = new HashSet<>();
  private final List<UnaryOperator<LocalDate>> shifts;
  private final boolean hasSpans;
  private final boolean asksForAge;
  private final boolean hasValidities;
  private final boolean asksWhenEarned;

  Oracle(PolicyModel model) {
    Wishes.patterns(model).forEach(pattern -> types.add(pattern.type()));
    for (PolicyRule rule : model.rules()) {
      addDate(rule.header().window().from());
      addDate(rule.header().window().until());
      if (rule instanceof RequirementRule requirement) {
        requirements.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(requirement);
      } else if (rule instanceof CredentialRule credential) {
        credentials.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(credential);
      }
    }
    credentials.values().forEach(rules -> Ask.of(rules).forEach(asks::put));
    credentials.forEach((id, rules) -> facts.put(id, fact(id, rules)));
    String text =
        model.rules().stream().map(rule -> rule.when().text()).collect(Collectors.joining("\n"));
    values = model.values();
    for (NamedValue value : values) {
      for (NamedValue.Dated dated : value.values()) {
        addDate(dated.window().from());
        DATE.matcher(dated.written())
            .results()
            .forEach(date -> addDate(LocalDate.parse(date.group(1))));
      }
    }
    DATE.matcher(text).results().forEach(date -> addDate(LocalDate.parse(date.group(1))));
    shifts = text.contains("Today") ? shifts(text) : List.of();
    hasSpans = text.contains("Today") && text.contains(".startOf");
    asksForAge = text.contains("age");
    asksWhenEarned = text.contains("since") || text.contains("until");
    hasValidities =
        credentials.values().stream()
            .flatMap(List::stream)
            .anyMatch(rule -> rule.settings().validFor() != null);
  }

  /** The last value of a name that has begun by a day; null where none has. */
  @Nullable Expression value(String pack, String name, LocalDate day) {
    Expression last = null;
    for (NamedValue value : values) {
      if (value.pack().equals(pack) && value.name().equals(name)) {
        for (NamedValue.Dated dated : value.values()) {
          LocalDate from = dated.window().from();
          last = from == null || !from.isAfter(day) ? dated.value() : last;
        }
      }
    }
    return last;
  }

  private void addDate(@Nullable LocalDate date) {
    if (date != null) {
      dates.add(date);
    }
  }

  /** All that the text adds to dates, nothing among it. */
  private static List<UnaryOperator<LocalDate>> shifts(String text) {
    Map<String, UnaryOperator<LocalDate>> shifts = new LinkedHashMap<>();
    shifts.put("", date -> date);
    SHIFTS
        .matcher(text)
        .results()
        .forEach(
            chain -> {
              UnaryOperator<LocalDate> all = date -> date;
              for (MatchResult one : SHIFT.matcher(chain.group()).results().toList()) {
                UnaryOperator<LocalDate> before = all;
                String first = one.group(3);
                long amount = first == null ? Long.parseLong(one.group(2)) : 0;
                all =
                    first == null
                        ? date -> Values.moved(before.apply(date), one.group(1), amount)
                        : date -> Values.start(before.apply(date), first);
              }
              shifts.put(chain.group(), all);
            });
    return List.copyOf(shifts.values());
  }

  private static Earned fact(String id, List<CredentialRule> rules) {
    String pathway = null;
    Integer level = null;
    for (CredentialRule rule : rules) {
      pathway = pathway == null ? rule.pathway() : pathway;
      level = level == null ? rule.level() : level;
    }
    return new Earned(id, pathway, level);
  }

  /** Whether today is the same for weeks, months or years somewhere. */
  boolean hasSpans() {
    return hasSpans;
  }

  /** A record on all days, as it is known on one. */
  Calendar calendar(LearnerRecord record, ZonedDateTime asOf) {
    return new Calendar(this, record, asOf, asOf.toLocalDate(), Set.of());
  }

  Set<String> requirements() {
    return requirements.keySet();
  }

  Set<String> credentials() {
    return credentials.keySet();
  }

  List<RequirementRule> requirementRules(String id) {
    return requirements.getOrDefault(id, List.of());
  }

  List<CredentialRule> credentialRules(String id) {
    return credentials.getOrDefault(id, List.of());
  }

  List<Ask> asks(CredentialRule rule) {
    return asks.getOrDefault(rule, List.of());
  }

  /** All that any credential rule asks for, by id; a requirement comes before a prerequisite. */
  Map<String, Ask> allAsks() {
    Map<String, Ask> all = new LinkedHashMap<>();
    credentials.values().stream()
        .flatMap(List::stream)
        .flatMap(rule -> asks(rule).stream())
        .forEach(ask -> all.putIfAbsent(ask.id(), ask));
    return all;
  }

  /** The types of the facts that can decide something asked for, through requirements as well. */
  Set<String> types(Ask ask) {
    Set<String> types = new HashSet<>();
    if (ask.kind() == Kind.REQUIREMENT) {
      requirementRules(ask.id()).forEach(rule -> addTypes(rule.when(), types));
    } else {
      ask.conditions().forEach(condition -> addTypes(condition, types));
    }
    if (types.contains("Met")) {
      requirements.values().stream()
          .flatMap(List::stream)
          .forEach(rule -> addTypes(rule.when(), types));
    }
    return types;
  }

  private static void addTypes(Condition condition, Set<String> types) {
    Wishes.patterns(condition).forEach(pattern -> types.add(pattern.type()));
  }

  /** Whether some pattern of the policy has the type of a fact. */
  boolean asksFor(Fact fact) {
    return types.contains(fact.getClass().getSimpleName());
  }

  /** The dates that the policy names. */
  Set<LocalDate> dates() {
    return dates;
  }

  /** What the policy adds to dates, nothing among it; empty where it does not ask for the day. */
  List<UnaryOperator<LocalDate>> shifts() {
    return shifts;
  }

  boolean asksForAge() {
    return asksForAge;
  }

  /** Whether it asks since when or until when a credential is earned. */
  boolean asksWhenEarned() {
    return asksWhenEarned;
  }

  boolean hasValidities() {
    return hasValidities;
  }

  Earned fact(String credential) {
    return java.util.Objects.requireNonNull(facts.get(credential));
  }
}
