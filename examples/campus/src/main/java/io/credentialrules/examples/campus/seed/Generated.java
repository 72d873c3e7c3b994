package io.credentialrules.examples.campus.seed;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Plan;
import io.credentialrules.examples.campus.learner.Consent;
import io.credentialrules.examples.campus.learner.Facts;
import io.credentialrules.examples.campus.learner.StoredLearner;
import io.credentialrules.vocabulary.Enrolment;
import io.credentialrules.vocabulary.EnrolmentLevel;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.Vetting;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * Learners who work towards the credentials of a policy, whatever it is: the library plans what
 * would earn each credential, and each learner has done some of it, some of which awaits review.
 * The same policy, day and number give the same learners.
 */
final class Generated {
  private static final long SEED = 20261126;
  private static final List<String> CAMPUSES =
      List.of("UM", "UMA", "UMF", "UMFK", "UMM", "UMPI", "USM");

  private final Map<String, List<Fact>> facts = new LinkedHashMap<>();
  private final LocalDate today;

  Generated(CredentialRules rules, ZoneId zone, LocalDate today) {
    this.today = today;
    Evaluation nothingDone = rules.evaluate(record("nobody", "UM", 0), today, zone);
    rules
        .catalogue()
        .forEach(
            credential -> {
              if (nothingDone.plan(credential.id()) instanceof Plan.Steps plan) {
                facts.put(credential.id(), plan.steps().stream().map(Plan.Step::fact).toList());
              }
            });
  }

  /** A learner. */
  StoredLearner learner(int number) {
    Random random = new Random(SEED + number);
    String id = String.format(Locale.ROOT, "l-%04d", number);
    String campus = CAMPUSES.get(number % 3 == 0 ? 0 : random.nextInt(CAMPUSES.size()));
    List<Fact> done = new ArrayList<>();
    List<String> credentials = List.copyOf(facts.keySet());
    int targets = credentials.isEmpty() ? 0 : (number <= 3 ? 4 : 1 + random.nextInt(3));
    for (int i = 0; i < targets; i++) {
      String target = credentials.get(random.nextInt(credentials.size()));
      int daysAgo = random.nextInt(300);
      for (Fact fact : facts.getOrDefault(target, List.of())) {
        int chance = random.nextInt(100);
        if (chance < 82) {
          Fact earlier = Earlier.by(fact, daysAgo);
          Fact seen = chance < 18 ? unreviewed(earlier) : reviewed(earlier, daysAgo);
          done.add(Facts.with(seen, seen.provenance().identified("fact-" + done.size())));
        }
      }
    }
    if (sharesBadges(number)) {
      LocalDate agreedOn = today.minusDays(30);
      done.add(
          new Consent(
              Consent.Purpose.EMPLOYERS, agreedOn, Provenance.UNVETTED.identified("consent")));
    }
    LearnerRecord record = record(id, campus, random.nextInt(8));
    return new StoredLearner(
        id,
        UUID.nameUUIDFromBytes(("campus " + id).getBytes(StandardCharsets.UTF_8)).toString(),
        Names.ofLearner(number, random),
        record.toBuilder().addAll(done).build());
  }

  /** Whether employers may find the learner: every other one after the first ten. */
  static boolean sharesBadges(int number) {
    return number > 10 && number % 2 == 0;
  }

  private LearnerRecord record(String id, String campus, int yearsOlder) {
    Learner learner =
        new Learner(
            id,
            today.minusYears(19L + yearsOlder).minusDays(100),
            campus,
            Set.of("STUDENT"),
            Provenance.UNVETTED);
    Enrolment enrolment =
        Enrolment.builder()
            .level(EnrolmentLevel.UNDERGRADUATE)
            .institution(campus)
            .startedOn(today.minusYears(2))
            .provenance(Provenance.UNVETTED.identified("enrolment"))
            .build();
    return LearnerRecord.of(learner, enrolment);
  }

  private static Fact unreviewed(Fact fact) {
    return Facts.with(fact, fact.provenance().toBuilder().vetting(Vetting.NONE).build());
  }

  private Fact reviewed(Fact fact, int daysAgo) {
    Vetting planned = fact.provenance().vetting();
    ReviewerRole role = planned.role() == null ? ReviewerRole.FACULTY : planned.role();
    Vetting vetting = Vetting.by("Records of the campus", role, today.minusDays(daysAgo));
    return Facts.with(fact, fact.provenance().toBuilder().vetting(vetting).build());
  }
}
