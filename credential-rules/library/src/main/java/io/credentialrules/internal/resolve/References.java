package io.credentialrules.internal.resolve;

import io.credentialrules.Credential;
import io.credentialrules.Limits;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.read.ReadResult;
import io.credentialrules.internal.text.NearestWord;
import io.credentialrules.policy.Constraint;
import io.credentialrules.policy.Expression;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Earned;
import io.credentialrules.vocabulary.Met;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which requirements and credentials the patterns on {@code Met} and {@code Earned} can stand for.
 */
public final class References {
  private static final ZonedDateTime ANY_DATE = Instant.EPOCH.atZone(ZoneOffset.UTC);

  private final List<String> requirementIds;
  private final List<String> credentialIds;
  private final Map<String, Integer> requirementNumbers = new LinkedHashMap<>();
  private final Map<String, Integer> credentialNumbers = new LinkedHashMap<>();
  private final List<Credential> credentials;
  private final Set<String> leftOut;
  private final boolean complete;
  private final VocabularyType met;
  private final VocabularyType earned;

  /** A named requirement or a credential, by its position. */
  public record Reference(boolean isCredential, int number) {}

  public References(
      Vocabulary vocabulary,
      List<String> requirementIds,
      List<Credential> credentials,
      Set<String> leftOut,
      boolean complete) {
    this.leftOut = leftOut;
    this.complete = complete;
    this.requirementIds = requirementIds;
    this.credentials = credentials;
    this.credentialIds = credentials.stream().map(Credential::id).toList();
    requirementIds.forEach(id -> requirementNumbers.put(id, requirementNumbers.size()));
    credentialIds.forEach(id -> credentialNumbers.put(id, credentialNumbers.size()));
    this.met = Objects.requireNonNull(vocabulary.type(Vocabulary.MET));
    this.earned = Objects.requireNonNull(vocabulary.type(Vocabulary.EARNED));
  }

  /** The references of a program whose rules are all there. */
  public static References of(Program program, Vocabulary vocabulary) {
    return new References(
        vocabulary,
        program.requirements().stream()
            .filter(requirement -> requirement.kind() == Kind.REQUIREMENT)
            .map(Requirement::id)
            .toList(),
        program.credentials().stream().map(Award::credential).toList(),
        Set.of(),
        true);
  }

  /** How many requirements or credentials a pattern on them can stand for. */
  public int most(Step.Match match) {
    return possible(match, new Findings()).size();
  }

  /**
   * What the steps refer to, and whether only their absence, or an exact number of them, is asked
   * for.
   */
  public Map<Reference, Boolean> of(List<Step> steps, Findings findings) {
    Map<Reference, Boolean> references = new LinkedHashMap<>();
    steps.forEach(step -> collect(step, false, references, findings));
    return references;
  }

  private void collect(
      Step step, boolean negative, Map<Reference, Boolean> references, Findings findings) {
    if (step instanceof Step.Match match) {
      if (match.type().isDerived()) {
        possible(match, findings).forEach(r -> references.merge(r, negative, Boolean::logicalOr));
      }
    } else if (step instanceof Step.None none) {
      none.steps().forEach(inner -> collect(inner, true, references, findings));
    } else if (step instanceof Step.Some some) {
      some.steps().forEach(inner -> collect(inner, negative, references, findings));
    } else if (step instanceof Step.Every every) {
      collect(every.each(), true, references, findings);
      every.fits().forEach(inner -> collect(inner, true, references, findings));
    } else if (step instanceof Step.Total total) {
      total.steps().forEach(inner -> collect(inner, negative, references, findings));
    }
  }

  private Set<Reference> possible(Step.Match match, Findings findings) {
    Set<Reference> possible = new LinkedHashSet<>();
    boolean isMet = match.type() == met;
    if (!isMet && match.type() != earned) {
      return possible;
    }
    boolean known = !reportUnknown(match, isMet, findings);
    List<Test> own = match.own();
    Map<String, Integer> numbers = isMet ? requirementNumbers : credentialNumbers;
    for (String id : literalIds(own, isMet, numbers.keySet())) {
      Integer number = numbers.get(id);
      if (number == null) {
        continue;
      }
      Row row = Row.of(candidate(isMet, number));
      if (Test.all(own, row)) {
        possible.add(new Reference(!isMet, number));
      }
    }
    if (known && complete && possible.isEmpty()) {
      findings.error(
          "unreachable",
          match.source().span(),
          "no rule "
              + (isMet ? "proves a requirement" : "awards a credential")
              + " that fits `"
              + match.source().text()
              + "`",
          "correct the pathway, the level or the id, or add the rule that is missing");
    }
    return possible;
  }

  private Candidate candidate(boolean isMet, int number) {
    Budget unused = new Budget(Limits.DEFAULT);
    if (isMet) {
      return new Candidate(new Met(requirementIds.get(number)), met, ANY_DATE, unused);
    }
    Credential credential = credentials.get(number);
    return new Candidate(
        new Earned(credential.id(), credential.pathway(), credential.level()),
        earned,
        ANY_DATE,
        unused);
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
  private boolean reportUnknown(Step.Match match, boolean isMet, Findings findings) {
    String idField = isMet ? "requirement" : "credential";
    boolean reported = false;
    for (Test test : match.tests()) {
      if (test.source() instanceof Constraint.Compare compare
          && compare.left() instanceof Expression.Field field
          && !compare.operator().symbol().contains("match")) {
        for (Expression.Text text : texts(compare)) {
          if (field.name().equals(idField)) {
            reported |= unknownId(isMet, text, findings);
          } else if (field.name().equals("pathway") && !isMet) {
            reported |= unknownPathway(text, findings);
          }
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

  private boolean unknownId(boolean isMet, Expression.Text id, Findings findings) {
    Map<String, Integer> numbers = isMet ? requirementNumbers : credentialNumbers;
    if (numbers.containsKey(id.value())) {
      return false;
    }
    if (!leftOut.contains(id.value())) {
      boolean ofOtherKind =
          (isMet ? credentialNumbers : requirementNumbers).containsKey(id.value());
      unknown(
          isMet ? "requirement" : "credential",
          id.value(),
          id.span(),
          isMet ? requirementIds : credentialIds,
          ofOtherKind,
          leftOut.contains(ReadResult.UNNAMED),
          findings);
    }
    return true;
  }

  private boolean unknownPathway(Expression.Text pathway, Findings findings) {
    Set<String> pathways = new LinkedHashSet<>();
    for (Credential credential : credentials) {
      if (credential.pathway() != null) {
        pathways.add(credential.pathway());
      }
    }
    if (!complete || pathways.contains(pathway.value())) {
      return false;
    }
    String maybe = NearestWord.maybe(pathway.value(), pathways);
    findings.error(
        "unknown-pathway",
        pathway.span(),
        "no credential is of the pathway `" + pathway.value() + "`",
        maybe.isEmpty()
            ? "write `@pathway( \"" + pathway.value() + "\" )` in the rules of its credentials"
            : maybe);
    return true;
  }

  /**
   * Reports an id, unless a rule of which not even the id could be read may be the one that is
   * missed.
   */
  public static void unknown(
      String what,
      String id,
      SourceSpan span,
      Collection<String> known,
      boolean ofOtherKind,
      boolean someUnnamed,
      Findings findings) {
    String maybe = NearestWord.maybe(id, known);
    if (someUnnamed && !ofOtherKind && maybe.isEmpty()) {
      return;
    }
    findings.error(
        "unknown-" + what,
        span,
        "no rule "
            + (what.equals("requirement") ? "proves the requirement" : "awards the credential")
            + " `"
            + id
            + "`",
        ofOtherKind
            ? what.equals("requirement")
                ? "it is a credential: write `Earned( credential == \"" + id + "\" )`"
                : "it is a requirement: write `Met( requirement == \"" + id + "\" )`"
            : maybe.isEmpty()
                ? "write a rule with `@" + what + "( \"" + id + "\" )`, or add the pack that has it"
                : maybe);
  }
}
