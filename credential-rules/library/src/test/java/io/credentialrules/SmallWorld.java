package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.ZONE;

import io.credentialrules.vocabulary.AssessmentResult;
import io.credentialrules.vocabulary.AssessmentType;
import io.credentialrules.vocabulary.EvidenceType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.FeedbackOutcome;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.PerformanceFeedback;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.RubricScore;
import io.credentialrules.vocabulary.SubmittedEvidence;
import io.credentialrules.vocabulary.Vetting;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Small policies and learners by chance, few words each, so that they meet often. */
final class SmallWorld {
  private final Random random;

  SmallWorld(long seed) {
    this.random = new Random(seed);
  }

  private int upTo(int bound) {
    return random.nextInt(bound);
  }

  private String one(String... of) {
    return of[upTo(of.length)];
  }

  /** A policy of a few requirements and credentials; it may be refused. */
  String policy() {
    StringBuilder policy = new StringBuilder();
    int requirements = 1 + upTo(4);
    for (int i = 0; i < requirements; i++) {
      for (int alternative = 0; alternative <= upTo(4) / 3; alternative++) {
        policy
            .append("rule \"Requirement ")
            .append(i)
            .append(alternative == 0 ? "" : " otherwise " + alternative)
            .append("\" @requirement( \"r")
            .append(i)
            .append("\" ) @scale( \"LOW < MID < HIGH\" )")
            .append(upTo(12) == 0 ? " date-expires \"2026-03-01\"" : "")
            .append(" when\n");
        for (int condition = 0; condition <= upTo(3) / 2; condition++) {
          policy.append("  ").append(condition("v" + condition)).append('\n');
        }
        policy.append("then end\n");
      }
    }
    int credentials = 1 + upTo(3);
    for (int i = 0; i < credentials; i++) {
      for (int route = 0; route <= upTo(4) / 3; route++) {
        policy
            .append("rule \"Credential ")
            .append(i)
            .append(route == 0 ? "" : " by route " + route)
            .append("\" @credential( \"c")
            .append(i)
            .append("\" )")
            .append(upTo(6) == 0 ? " @validFor( \"90 days\" )" : "")
            .append(upTo(6) == 0 ? " @evidence( \"exclusive\" )" : "")
            .append(upTo(6) == 0 ? " @lapses( \"never\" )" : "")
            .append(" when\n");
        if (i > 0 && upTo(3) > 0) {
          policy.append("  Earned( credential == \"c").append(upTo(i)).append("\" )\n");
        }
        Set<Integer> asked = new java.util.TreeSet<>();
        for (int condition = 0; condition <= upTo(3); condition++) {
          asked.add(upTo(requirements));
        }
        asked.forEach(r -> policy.append("  Met( requirement == \"r").append(r).append("\" )\n"));
        policy.append("then end\n");
      }
    }
    return policy.toString();
  }

  private String condition(String v) {
    String n = String.valueOf(1 + upTo(3));
    return switch (upTo(20)) {
      case 0 ->
          "AssessmentResult( type == \"%s\", score >= %s )".formatted(type(), 50 + 10 * upTo(6));
      case 1 -> "AssessmentResult( score > 60, score <= 90, passed )";
      case 2 -> "SubmittedEvidence( type == \"%s\" )".formatted(one("PLAN", "LOG"));
      case 3 -> "SubmittedEvidence( topic in ( \"a\", \"b\" ), approved )";
      case 4 ->
          "accumulate( WorkExperience( $%1$sh : hours ); $%1$s : sum( $%1$sh ); $%1$s >= %2$s )"
              .formatted(v, 20 * (1 + upTo(5)));
      case 5 ->
          "accumulate( WorkExperience( siteApproved, $%1$sh : hours ); $%1$s : sum( $%1$sh ); $%1$s > 30, $%1$s <= %2$s )"
              .formatted(v, 60 + 20 * upTo(4));
      case 6 ->
          "accumulate( RubricScore( level >= \"MID\", $%1$sc : criterion ); $%1$s : countDistinct( $%1$sc ); $%1$s >= %2$s )"
              .formatted(v, n);
      case 7 ->
          "accumulate( RubricScore( $%1$sc : criterion, criterion in ( \"x\", \"y\", \"z\" ) ); $%1$s : countDistinct( $%1$sc ); $%1$s >= %2$s )"
              .formatted(v, n);
      case 8 ->
          "accumulate( AssessmentResult( $%1$ss : score ); $%1$s : average( $%1$ss ); $%1$s >= %2$s )"
              .formatted(v, 50 + 10 * upTo(5));
      case 9 ->
          "accumulate( AssessmentResult( $%1$ss : score ); $%1$s : %2$s( $%1$ss ); $%1$s >= %3$s )"
              .formatted(v, one("min", "max"), 50 + 10 * upTo(5));
      case 10 ->
          "accumulate( SubmittedEvidence( type == \"LOG\" ); $%1$s : count(); $%1$s >= %2$s )"
              .formatted(v, n);
      case 11 ->
          "WorkExperience( type == \"JOB\", $%1$s : experience )\n  PerformanceFeedback( experience == $%1$s, outcome == \"POSITIVE\" )"
              .formatted(v);
      case 12 -> "SubmittedEvidence( type == \"PLAN\" )\n  not SubmittedEvidence( topic == \"b\" )";
      case 13 ->
          "exists WorkExperience( type == \"JOB\" )\n  forall( $%1$s : WorkExperience( type == \"JOB\" ) WorkExperience( this == $%1$s, siteApproved ) )"
              .formatted(v);
      case 14 ->
          "Today( $%1$s : date )\n  AssessmentResult( takenOn >= $%1$s.minusMonths( 2 ) )"
              .formatted(v);
      case 15 -> "SubmittedEvidence( submittedOn %s \"2026-02-15\" )".formatted(one("<", ">="));
      case 16 ->
          "Learner( %s )"
              .formatted(one("age >= 18", "campus == \"UM\"", "roles contains \"STAFF\""));
      case 17 -> "HeldCredential( credential matches \"h-[0-9]+\" )";
      case 18 ->
          "( SubmittedEvidence( type == \"LOG\" ) or AssessmentResult( type == \"%s\", score >= 70 ) )"
              .formatted(type());
      default ->
          "SubmittedEvidence( type == \"PLAN\", $%1$s : submittedOn )\n  SubmittedEvidence( type == \"LOG\", submittedOn > $%1$s )"
              .formatted(v);
    };
  }

  private String type() {
    return one("QUIZ", "EXAM");
  }

  /** A learner with a few facts that may count or not. */
  LearnerRecord record() {
    Learner learner =
        new Learner(
            "l" + upTo(1000),
            upTo(3) == 0 ? null : LocalDate.of(one(2000, 2007, 2012), 5, 1),
            upTo(2) == 0 ? "UM" : "UMF",
            Set.of(),
            Provenance.UNVETTED);
    List<Fact> facts = new ArrayList<>();
    for (int i = upTo(8); i > 0; i--) {
      facts.add(fact());
    }
    return LearnerRecord.builder(learner).addAll(facts).build();
  }

  private static int one(int a, int b, int c, Random random) {
    return new int[] {a, b, c}[random.nextInt(3)];
  }

  private int one(int a, int b, int c) {
    return one(a, b, c, random);
  }

  /** A fact of any kind, some time ago. */
  Fact fact() {
    return fact(TODAY.minusDays(upTo(150)));
  }

  /** A fact of any kind that happens on a day. */
  Fact fact(LocalDate day) {
    Provenance provenance = provenance();
    return switch (upTo(6)) {
      case 0 ->
          new AssessmentResult(
              AssessmentType.valueOf(type()),
              null,
              null,
              upTo(5) == 0 ? null : amount(40 + 5 * upTo(13)),
              upTo(2) == 0,
              day,
              provenance);
      case 1 ->
          new SubmittedEvidence(
              EvidenceType.valueOf(one("PLAN", "LOG", "REFLECTION")),
              text("a", "b"),
              null,
              null,
              upTo(2) == 0,
              null,
              day,
              provenance);
      case 2 ->
          new WorkExperience(
              WorkExperienceType.valueOf(one("JOB", "INTERNSHIP")),
              text("e", "f"),
              null,
              null,
              null,
              null,
              null,
              upTo(2) == 0,
              false,
              false,
              amount(10 * upTo(8)),
              null,
              null,
              null,
              day,
              provenance);
      case 3 ->
          new RubricScore(
              "r", one("x", "y", "z", "w"), one("LOW", "MID", "HIGH"), null, null, day, provenance);
      case 4 ->
          new PerformanceFeedback(
              FeedbackOutcome.valueOf(one("POSITIVE", "NEGATIVE")),
              ReviewerRole.SUPERVISOR,
              null,
              text("e", "f"),
              null,
              day,
              provenance);
      default -> new HeldCredential(one("h-1", "h-2", "c0", "c1"), null, day, provenance);
    };
  }

  private static BigDecimal amount(int amount) {
    return BigDecimal.valueOf(amount);
  }

  private @Nullable String text(String a, String b) {
    return upTo(4) == 0 ? null : one(a, b);
  }

  private Provenance provenance() {
    Provenance vetted =
        Provenance.vettedBy("R", ReviewerRole.FACULTY, TODAY.minusDays(upTo(30))).toBuilder()
            .id(upTo(3) == 0 ? null : "f" + upTo(20))
            .build();
    return switch (upTo(12)) {
      case 0 -> vetted.toBuilder().vetting(Vetting.NONE).build();
      case 1 -> vetted.toBuilder().status(FactStatus.IN_PROGRESS).build();
      case 2 -> vetted.toBuilder().status(FactStatus.REVOKED).build();
      case 3 ->
          vetted.toBuilder()
              .validUntil(TODAY.minusDays(1 + upTo(20)).atStartOfDay(ZONE).toInstant())
              .build();
      case 4 ->
          vetted.toBuilder()
              .vetting(Vetting.by("P", ReviewerRole.PEER, TODAY.minusDays(3)))
              .build();
      default -> vetted;
    };
  }

  Random random() {
    return random;
  }
}
