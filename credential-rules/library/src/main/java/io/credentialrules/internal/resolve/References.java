package io.credentialrules.internal.resolve;

import io.credentialrules.Limits;
import io.credentialrules.internal.fault.NameFaults;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.text.NearestWord;
import io.credentialrules.internal.work.Interruption;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.Met;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds which requirements and credentials the patterns on {@code Met} and {@code Earned} can stand
 * for, and reports those that can stand for none.
 */
final class References {
  private static final ZonedDateTime ANY_DATE = Instant.EPOCH.atZone(ZoneOffset.UTC);

  private final ReadPolicy read;
  private final Map<String, Integer> requirements;
  private final List<Award> awards;
  private final Map<String, Integer> credentials = new LinkedHashMap<>();
  private final Findings findings;
  private final Budget unused = new Budget(Limits.DEFAULT);

  /** Among the requirements that rules name, by id with their numbers, and the credentials. */
  References(
      ReadPolicy read, Map<String, Integer> requirements, List<Award> awards, Findings findings) {
    this.read = read;
    this.requirements = requirements;
    this.awards = awards;
    awards.forEach(award -> credentials.put(award.credential().id(), award.number()));
    this.findings = findings;
  }

  /** The pattern with what it can stand for. */
  Step.Match resolved(Step.Match match) {
    boolean isMet = match.type().name().equals(Vocabulary.MET);
    if (!isMet && !match.type().name().equals(Vocabulary.EARNED)) {
      return match;
    }
    boolean known = !reportUnknown(match, isMet);
    List<Test> own = match.own().stream().filter(test -> !test.asksWhenEarned()).toList();
    Map<String, Integer> numbers = isMet ? requirements : credentials;
    Set<Integer> possible = new TreeSet<>();
    for (String id : literalIds(own, isMet, numbers.keySet())) {
      Interruption.check();
      Integer number = numbers.get(id);
      if (number != null) {
        Object fact = isMet ? new Met(id) : awards.get(number).fact();
        Row row = Row.of(new Candidate(fact, match.type(), ANY_DATE, unused));
        if (Test.all(own, row)) {
          possible.add(number);
        }
      }
    }
    if (known && read.complete() && possible.isEmpty()) {
      String text = match.source().text();
      findings.error(
          match.source().span(),
          isMet ? NameFaults.unreachableRequirement(text) : NameFaults.unreachable(text));
    }
    return match.referringTo(List.copyOf(possible));
  }

  private static Collection<String> literalIds(
      List<Test> tests, boolean isMet, Collection<String> all) {
    String idField = isMet ? "requirement" : "credential";
    for (Test test : tests) {
      Comparison comparison = test.comparison();
      if (comparison == null || !comparison.isOfField(idField)) {
        continue;
      }
      if (comparison.operator() == Operator.EQUAL
          && comparison.right().literal() instanceof String id) {
        return List.of(id);
      }
      if (comparison.operator() == Operator.IN
          && comparison.right().literal() instanceof List<?> ids) {
        return ids.stream().map(String.class::cast).toList();
      }
    }
    return all;
  }

  /** Reports ids and pathways that no rule has; whether there are any. */
  private boolean reportUnknown(Step.Match match, boolean isMet) {
    String idField = isMet ? "requirement" : "credential";
    boolean reported = false;
    for (Test test : match.tests()) {
      reported |= reportUnknown(test.source(), isMet, idField);
    }
    return reported;
  }

  private boolean reportUnknown(Constraint constraint, boolean isMet, String idField) {
    boolean reported = false;
    if (constraint instanceof Constraint.Either either) {
      for (Constraint part : either.parts()) {
        reported |= reportUnknown(part, isMet, idField);
      }
    }
    if (constraint instanceof Constraint.Compare compare
        && compare.left() instanceof Expression.Field field
        && !compare.operator().symbol().contains("match")) {
      for (Expression.Text text : texts(compare)) {
        if (field.name().equals(idField)) {
          reported |= unknownId(isMet, text);
        } else if (field.name().equals("pathway") && !isMet) {
          reported |= unknownPathway(text);
        }
      }
    }
    return reported;
  }

  private static List<Expression.Text> texts(Constraint.Compare compare) {
    List<Expression> values =
        compare.right() instanceof Expression.Listing listing
            ? listing.values()
            : List.of(compare.right());
    return values.stream()
        .filter(Expression.Text.class::isInstance)
        .map(Expression.Text.class::cast)
        .toList();
  }

  private boolean unknownId(boolean isMet, Expression.Text id) {
    Map<String, Integer> numbers = isMet ? requirements : credentials;
    if (numbers.containsKey(id.value())) {
      return false;
    }
    if (!read.leftOut().contains(id.value())) {
      UnknownIds.add(
          isMet ? "requirement" : "credential",
          id.value(),
          id.span(),
          numbers.keySet(),
          (isMet ? credentials : requirements).containsKey(id.value()),
          read,
          findings);
    }
    return true;
  }

  private boolean unknownPathway(Expression.Text pathway) {
    Set<String> pathways = new LinkedHashSet<>();
    for (Award award : awards) {
      if (award.credential().pathway() != null) {
        pathways.add(award.credential().pathway());
      }
    }
    if (!read.complete() || pathways.contains(pathway.value())) {
      return false;
    }
    String maybe = NearestWord.maybe(pathway.value(), pathways);
    findings.error(
        pathway.span(),
        NameFaults.unknownPathway(
            pathway.value(),
            maybe.isEmpty()
                ? "write `@pathway( \"" + pathway.value() + "\" )` in the rules of its credentials"
                : maybe));
    return true;
  }
}
