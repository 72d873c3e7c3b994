package io.credentialrules.examples.campus.policy;

import io.credentialrules.LiveRules;
import io.credentialrules.PolicyPack;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides what may come in force: exactly the policy with this digest, whose scenarios are green
 * and whose impact on what is in force now was seen, once somebody approved it who did not write
 * it.
 */
@Service
public class Authority {
  private final PolicyStore policies;
  private final PolicyActs acts;
  private final Trials trials;
  private final LiveRules live;
  private final Refusals refusals;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Authority(
      PolicyStore policies,
      PolicyActs acts,
      Trials trials,
      LiveRules live,
      Refusals refusals,
      JdbcClient jdbc,
      PlatformTransactionManager transactions) {
    this.policies = policies;
    this.acts = acts;
    this.trials = trials;
    this.live = live;
    this.refusals = refusals;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Keeps a policy that somebody wrote; it must compile. */
  public String propose(String title, String author, Collection<PolicyPack> packs) {
    String digest = policies.builder(packs).compile().digest();
    transaction.executeWithoutResult(
        status -> {
          policies.keep(digest, title, author, packs);
          acts.add(digest, PolicyActs.Kind.PROPOSED, author, inForce(), title);
        });
    return digest;
  }

  /** Keeps that somebody looks at the finished trial of a policy. */
  public void see(String digest, String by) {
    String against = inForce();
    Optional<Trials.Trial> trial = trials.find(digest, against);
    if (trial.isPresent() && !hasSeen(digest, by, against, trial.get())) {
      acts.add(digest, PolicyActs.Kind.IMPACT_SEEN, by, against, "");
    }
  }

  /** Why somebody cannot approve a policy; nothing where they can. */
  public Optional<String> whyNotApprove(String digest, String by) {
    String against = inForce();
    if (digest.equals(against)) {
      return Optional.of("It is in force.");
    }
    if (acts.of(digest).stream()
        .anyMatch(act -> act.kind() == PolicyActs.Kind.PROPOSED && act.by().equals(by))) {
      return Optional.of("You wrote it, so somebody else has to approve it.");
    }
    Optional<Trials.Trial> trial = trials.find(digest, against);
    if (trial.isEmpty()) {
      return Optional.of("It was not tried against the policy that is in force now.");
    }
    if (!trial.get().isGreen()) {
      return Optional.of("Not all of its scenarios are green.");
    }
    if (!hasSeen(digest, by, against, trial.get())) {
      return Optional.of("You have not seen its impact.");
    }
    return Optional.empty();
  }

  /** Approves a policy. */
  public void approve(String digest, String by) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("select id from filling for update").query(Integer.class).single();
          whyNotApprove(digest, by)
              .ifPresent(
                  why -> {
                    throw new NotAllowedException(why);
                  });
          acts.add(digest, PolicyActs.Kind.APPROVED, by, inForce(), "");
        });
  }

  /** Why a policy cannot come in force; nothing where it can. */
  public Optional<String> whyNotInForce(String digest) {
    String against = inForce();
    if (digest.equals(against)) {
      return Optional.of("It is in force.");
    }
    List<PolicyActs.Act> all = acts.of(digest);
    List<String> authors =
        all.stream()
            .filter(act -> act.kind() == PolicyActs.Kind.PROPOSED)
            .map(PolicyActs.Act::by)
            .toList();
    boolean isApproved =
        all.stream()
            .anyMatch(
                act ->
                    act.kind() == PolicyActs.Kind.APPROVED
                        && against.equals(act.against())
                        && !authors.contains(act.by()));
    boolean isGreen = trials.find(digest, against).filter(Trials.Trial::isGreen).isPresent();
    return isApproved && isGreen
        ? Optional.empty()
        : Optional.of("Nobody but its author has approved it against the policy in force now.");
  }

  /**
   * Puts a policy in force. The rules are replaced before the transaction ends: where they refuse
   * it, it is not in force in the database either.
   */
  public void putInForce(String digest, String by) {
    boolean isInForce =
        Boolean.TRUE.equals(
            transaction.execute(
                status -> {
                  jdbc.sql("select id from filling for update").query(Integer.class).single();
                  whyNotInForce(digest)
                      .ifPresent(
                          why -> {
                            throw new NotAllowedException(why);
                          });
                  String against = inForce();
                  policies.putInForce(digest, by);
                  acts.add(digest, PolicyActs.Kind.PUT_IN_FORCE, by, against, "");
                  if (live.reload() == LiveRules.Reload.REFUSED) {
                    status.setRollbackOnly();
                    return false;
                  }
                  return true;
                }));
    if (!isInForce) {
      String why =
          refusals.latest().map(Refusals.Refused::message).orElse("The rules in force were kept.");
      acts.add(digest, PolicyActs.Kind.REFUSED, by, inForce(), why);
      throw new NotAllowedException(why);
    }
  }

  private String inForce() {
    return policies.digestInForce().orElseThrow();
  }

  /** Whether somebody has seen this trial; one that was finished before it does not count. */
  private boolean hasSeen(String digest, String by, String against, Trials.Trial trial) {
    return acts.of(digest).stream()
        .anyMatch(
            act ->
                act.kind() == PolicyActs.Kind.IMPACT_SEEN
                    && act.by().equals(by)
                    && against.equals(act.against())
                    && !act.at().isBefore(trial.finishedAt()));
  }
}
