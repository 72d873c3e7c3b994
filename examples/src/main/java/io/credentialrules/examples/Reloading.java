package io.credentialrules.examples;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyException;
import io.credentialrules.PolicyPack;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.TrainingCompletionBuilder;
import io.credentialrules.vocabulary.TrainingType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A server: eight threads evaluate while the policy changes under them. The rules in force are one
 * volatile field. A request reads it once, so it is answered under one policy; a policy that does
 * not compile never gets there.
 */
public final class Reloading {
  private static final int THREADS = 8;
  private static final int REQUESTS = 500;
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);

  private volatile CredentialRules inForce;

  private Reloading(CredentialRules first) {
    this.inForce = first;
  }

  /** Whether the pack is in force now; the old rules stay when it has errors. */
  private boolean reload(PolicyPack pack) {
    try {
      inForce = CredentialRules.compile(pack);
      return true;
    } catch (PolicyException refused) {
      System.out.println("kept the old policy: " + refused.getMessage());
      return false;
    }
  }

  private Evaluation evaluate(LearnerRecord record) {
    return inForce.evaluate(record, TODAY, ZONE);
  }

  /** Prints how many answers agree with the policy that they were given under. */
  public static void main(String[] arguments) throws Exception {
    CredentialRules lenient = CredentialRules.compile(pack("score >= 70"));
    Reloading server = new Reloading(lenient);
    LearnerRecord learner = learner("75");

    List<Future<Integer>> threads = new ArrayList<>();
    CountDownLatch halfway = new CountDownLatch(THREADS);
    CountDownLatch reloaded = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      for (int thread = 0; thread < THREADS; thread++) {
        threads.add(pool.submit(requests(server, learner, lenient.digest(), halfway, reloaded)));
      }
      halfway.await();
      System.out.println("broken pack in force: " + server.reload(pack("scores >= 80")));
      System.out.println("changed pack in force: " + server.reload(pack("score >= 80")));
      reloaded.countDown();
      int right = 0;
      for (Future<Integer> thread : threads) {
        right += thread.get();
      }
      System.out.println("answers that agree with their policy: " + right);
    } finally {
      pool.shutdownNow();
    }
    System.out.println("75 percent now earns: " + server.evaluate(learner).earned());
  }

  /** Half of the requests before the reload has ended, half after it has. */
  private static Callable<Integer> requests(
      Reloading server,
      LearnerRecord learner,
      String lenient,
      CountDownLatch halfway,
      CountDownLatch reloaded) {
    return () -> {
      int right = 0;
      for (int request = 0; request < REQUESTS; request++) {
        if (request == REQUESTS / 4) {
          halfway.countDown();
        }
        if (request == REQUESTS / 2) {
          reloaded.await();
        }
        Evaluation evaluation = server.evaluate(learner);
        boolean mayBeEarned = evaluation.policyDigest().equals(lenient);
        if (evaluation.isEarned("safety") == mayBeEarned) {
          right++;
        }
      }
      return right;
    };
  }

  private static PolicyPack pack(String bar) {
    return PolicyPack.of(
        "safety",
        Map.of(
            "safety.drl",
            """
            rule "The safety course with a sufficient score"
                @requirement( "safety-course" )
            when
                TrainingCompletion( training == "safety", BAR )
            then
            end

            rule "Laboratory safety"
                @credential( "safety" )
            when
                Met( requirement == "safety-course" )
            then
            end
            """
                .replace("BAR", bar)));
  }

  private static LearnerRecord learner(String score) {
    return LearnerRecord.of(
        new Learner("kim", null, null, Set.of(), Provenance.UNVETTED),
        TrainingCompletionBuilder.builder()
            .type(TrainingType.COURSE)
            .training("safety")
            .score(new BigDecimal(score))
            .completedOn(LocalDate.of(2026, 4, 1))
            .provenance(
                Provenance.vettedBy("A. Fox", ReviewerRole.FACULTY, LocalDate.of(2026, 4, 2)))
            .build());
  }
}
