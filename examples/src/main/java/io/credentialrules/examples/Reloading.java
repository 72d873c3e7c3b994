package io.credentialrules.examples;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.LiveRules;
import io.credentialrules.PolicyPack;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A server: eight threads evaluate while the policy changes under them. */
public final class Reloading {
  private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);
  private static final LearnerRecord KIM =
      LearnerRecord.builder("kim")
          .add(
              TrainingCompletion.builder()
                  .type(TrainingType.COURSE)
                  .training("safety")
                  .score(new BigDecimal(75))
                  .provenance(Provenance.vettedBy("A. Fox", ReviewerRole.FACULTY))
                  .build())
          .build();

  private static volatile PolicyPack written = pack("score >= 70");

  private Reloading() {}

  /**
   * Prints what becomes of packs, and how many answers agree with the policy they were given under.
   */
  public static void main(String[] arguments) throws Exception {
    LiveRules live = LiveRules.of(() -> List.of(written)).listener(new Log()).start();
    String lenient = live.current().digest();

    List<Future<Boolean>> answers = new ArrayList<>();
    ExecutorService pool = Executors.newFixedThreadPool(8);
    for (int request = 0; request < 4_000; request++) {
      if (request == 1_000) {
        written = pack("scores >= 80");
        System.out.println("broken pack: " + live.reload());
      } else if (request == 2_000) {
        written = pack("score >= 80");
        System.out.println("changed pack: " + live.reload());
      }
      answers.add(
          pool.submit(
              () -> {
                Evaluation evaluation = evaluate(live.current());
                return evaluation.isEarned("safety") == evaluation.policyDigest().equals(lenient);
              }));
    }
    int right = 0;
    for (Future<Boolean> answer : answers) {
      right += answer.get() ? 1 : 0;
    }
    pool.shutdown();
    System.out.println("answers that agree with their policy: " + right);
    System.out.println("75 percent now earns: " + evaluate(live.current()).earned());
  }

  private static Evaluation evaluate(CredentialRules rules) {
    return rules.evaluate(KIM, TODAY, ZoneId.of("America/New_York"));
  }

  /** What an operator is told. */
  private static final class Log implements LiveRules.Listener {
    @Override
    public void refused(LiveRules.Refusal refusal) {
      System.out.println("kept the old policy: " + refusal.message());
    }
  }

  private static PolicyPack pack(String bar) {
    String policy =
        """
        rule "Laboratory safety"
            @credential( "safety" )
        when
            TrainingCompletion( training == "safety", %s )
        then
        end
        """;
    return PolicyPack.of("safety", Map.of("safety.drl", policy.formatted(bar)));
  }
}
