package io.credentialrules.examples;

import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.LiveRules;
import io.credentialrules.PolicyPack;
import io.credentialrules.vocabulary.AssessmentResult;
import io.credentialrules.vocabulary.AssessmentType;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server: eight threads evaluate while the policy changes under them. */
public final class Reloading {
  private static final ZonedDateTime NOON = ZonedDateTime.parse("2026-05-01T12:00-04:00");
  private static final LearnerRecord KIM =
      LearnerRecord.builder("kim")
          .add(
              AssessmentResult.builder()
                  .type(AssessmentType.EXAM)
                  .score(new BigDecimal(75))
                  .provenance(Provenance.vettedBy("A. Fox", ReviewerRole.FACULTY))
                  .build())
          .build();
  private static volatile PolicyPack written = pack("score >= 70");

  private Reloading() {}

  /** Prints what becomes of packs, and how many answers agree with the policy that gave them. */
  public static void main(String[] arguments) throws InterruptedException {
    LiveRules live = LiveRules.of(() -> List.of(written)).listener(new Log()).start();
    String lenient = live.current().digest();
    AtomicInteger right = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(8);
    for (int request = 0; request < 4_000; request++) {
      if (request == 1_000) {
        written = pack("scores >= 80");
        System.out.println("broken pack: " + live.reload());
      } else if (request == 2_000) {
        written = pack("score >= 80");
        System.out.println("changed pack: " + live.reload());
      }
      pool.execute(
          () -> {
            Evaluation answer = live.current().evaluate(KIM, NOON);
            boolean isLenient = answer.policyDigest().equals(lenient);
            right.addAndGet(answer.isEarned("safety") == isLenient ? 1 : 0);
          });
    }
    pool.shutdown();
    System.out.println("all answered: " + pool.awaitTermination(1, TimeUnit.MINUTES));
    System.out.println("answers that agree with their policy: " + right);
  }

  private static PolicyPack pack(String bar) {
    String rule = "rule \"Safe\" @credential( \"safety\" ) when AssessmentResult( %s ) then end";
    return PolicyPack.of("safety", Map.of("safety.drl", rule.formatted(bar)));
  }

  /** What an operator is told. */
  private record Log() implements LiveRules.Listener {
    @Override
    public void refused(LiveRules.Refusal refusal) {
      System.out.println("kept the old policy: " + refusal.message());
    }
  }
}
