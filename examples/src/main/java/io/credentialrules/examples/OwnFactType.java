package io.credentialrules.examples;

import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.LearnerRecord;
import io.credentialrules.LimitExceededException;
import io.credentialrules.Limits;
import io.credentialrules.PolicyException;
import io.credentialrules.PolicyPack;
import io.credentialrules.RequirementResult;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** A flying club: a host with a fact type and limits of its own. */
public final class OwnFactType {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);
  private static final Provenance SIGNED =
      Provenance.vettedBy("J. Doe", ReviewerRole.INSTRUCTOR, LocalDate.of(2026, 4, 20));

  private OwnFactType() {}

  /** Prints a decision on flights, a mistake in a policy, and a limit that was passed. */
  public static void main(String[] arguments) {
    PolicyPack pack = PolicyPack.fromClassPath(OwnFactType.class.getClassLoader(), "flying-club");
    CredentialRules rules = builder().add(pack).compile();
    LearnerRecord student =
        LearnerRecord.of(
            Learner.of("sam"),
            flight(FlightTime.Kind.DUAL, "1.5", 4, LocalDate.of(2026, 4, 18)),
            flight(FlightTime.Kind.DUAL, "2.2", 1, LocalDate.of(2026, 4, 19)),
            flight(FlightTime.Kind.DUAL, "7", 2, LocalDate.of(2026, 5, 2)));

    print("today", rules.evaluate(student, TODAY, ZONE).decision("ready-to-solo"));
    print("tomorrow", rules.evaluate(student, TODAY.plusDays(1), ZONE).decision("ready-to-solo"));

    try {
      builder().add(misspelt(pack)).compile();
    } catch (PolicyException refused) {
      System.out.println("refused: " + refused.getMessage());
    }
    try {
      Fact[] many = Collections.nCopies(501, student.facts().get(0)).toArray(new Fact[0]);
      rules.evaluate(student.with(many), TODAY, ZONE);
    } catch (LimitExceededException passed) {
      System.out.println("stopped: " + passed.getMessage());
    }
  }

  private static CredentialRules.Builder builder() {
    return CredentialRules.builder()
        .register(FlightTime.class)
        .limits(Limits.DEFAULT.withMaxFacts(500).withEvaluationTime(Duration.ofSeconds(1)));
  }

  private static FlightTime flight(
      FlightTime.Kind kind, String hours, int landings, LocalDate flownOn) {
    return new FlightTime(kind, "N739KP", new BigDecimal(hours), landings, flownOn, SIGNED);
  }

  private static PolicyPack misspelt(PolicyPack pack) {
    Map<String, String> files = new TreeMap<>(pack.files());
    files.replaceAll((path, text) -> text.replace("landings >= 3", "landing >= 3"));
    return PolicyPack.of(pack.name(), files);
  }

  private static void print(String when, Decision decision) {
    System.out.println(when + ": " + (decision.isEarned() ? "earned" : "not earned"));
    for (RequirementResult requirement : decision.requirements()) {
      System.out.println("  " + requirement.state() + " " + requirement.name());
      if (requirement.measure() != null) {
        System.out.println("    has " + requirement.measure().has());
      }
    }
  }
}
