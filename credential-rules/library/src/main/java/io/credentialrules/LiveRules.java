package io.credentialrules;

import com.google.common.collect.Sets;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.credentialrules.internal.result.StatedRefusal;
import io.credentialrules.internal.work.Interruption;
import io.credentialrules.policy.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rules that can be replaced while they are in use. It reads packs again when it is told to, puts
 * them into force when they compile, and otherwise keeps what was in force: what cannot be read, a
 * policy with errors, and one that lacks a credential of the policy in force are refused. A request
 * takes {@link #current} once, so that it is answered under one policy.
 *
 * <p>Thread-safe. It has no thread and no clock of its own; see {@link #reloadEvery}.
 */
public final class LiveRules {
  private static final Logger LOG = LoggerFactory.getLogger(LiveRules.class);

  private final Callable<? extends Collection<PolicyPack>> packs;
  private final Consumer<CredentialRules.Builder> setup;
  private final Listener listener;
  private final Set<String> mayLose;
  private volatile CredentialRules current;
  private volatile @Nullable Refusal refusal;
  private String told = "";

  /** What became of the packs that were read. */
  public enum Reload {
    /** They are those that are in force. */
    UNCHANGED,
    /** They are in force now. */
    REPLACED,
    /** They were refused; what was in force stays. */
    REFUSED
  }

  /**
   * Is told what becomes of packs; called by the thread that reloads, after the fact. What it
   * throws reaches the caller, and changes nothing of what is in force.
   */
  public interface Listener {

    /** Other rules are in force. */
    default void replaced(CredentialRules before, CredentialRules now) {}

    /** Packs were refused; told once as long as the same packs are refused. */
    default void refused(Refusal refusal) {}
  }

  /** Why packs were refused. */
  public interface Refusal {

    /** The reason. Further reasons may be added. */
    Reason reason();

    /** One sentence for each thing that is wrong, one a line. */
    String message();

    /** What is wrong with the policy, for {@link Reason#PROBLEMS}; otherwise empty. */
    List<Problem> problems();

    /** The credentials that would be lost, for {@link Reason#LOSES_CREDENTIALS}, by id. */
    List<String> lost();

    /** What the reading of the packs threw, for {@link Reason#UNREADABLE}; otherwise null. */
    @Nullable Exception cause();

    /** Why packs are refused. */
    enum Reason {
      /** They could not be read. */
      UNREADABLE,
      /** The policy has errors. */
      PROBLEMS,
      /** A credential of the policy in force is missing. */
      LOSES_CREDENTIALS
    }
  }

  private LiveRules(Builder builder) throws Exception {
    this.packs = builder.packs;
    this.setup = builder.setup;
    this.listener = builder.listener;
    this.mayLose = builder.mayLose;
    this.current = prepared(packs.call()).compile();
  }

  /** Rules of the packs in these folders, each read as {@link PolicyPack#read(Path)} does. */
  public static Builder ofFolders(Path... folders) {
    List<Path> all = List.copyOf(Arrays.asList(folders));
    return of(() -> all.stream().map(PolicyPack::read).toList());
  }

  /**
   * Rules of the packs that a function reads, such as from a database. It may throw anything, and
   * is called by one thread at a time.
   */
  public static Builder of(Callable<? extends Collection<PolicyPack>> packs) {
    return new Builder(packs);
  }

  /** The rules in force, for one request. */
  public CredentialRules current() {
    return current;
  }

  /**
   * Reads the packs again; they are refused when a credential of the rules in force is missing,
   * unless it {@linkplain Builder#mayLose may be}. Throws as {@link #reloadLosing}.
   */
  @CanIgnoreReturnValue
  public Reload reload() {
    return reloadLosing(Set.of());
  }

  /**
   * Reads the packs again, and lets the policy lose these credentials.
   *
   * @param credentials the ids of the credentials that may be missing afterwards, beside those that
   *     always {@linkplain Builder#mayLose may be}
   * @throws CancellationException when the thread is interrupted, which it stays; what was in force
   *     stays too, and no listener is told
   */
  @CanIgnoreReturnValue
  public synchronized Reload reloadLosing(Set<String> credentials) {
    Collection<PolicyPack> read;
    try {
      read = packs.call();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the thread was interrupted");
    } catch (Exception unreadable) {
      // An interrupt says nothing of the packs.
      Interruption.check();
      return refuse(StatedRefusal.unreadable(unreadable), unreadable.toString());
    }
    CredentialRules.Builder builder;
    try {
      builder = prepared(read);
    } catch (RuntimeException unfit) {
      Interruption.check();
      // Two packs of one name, none where there should be one, or what the setup throws.
      return refuse(StatedRefusal.unreadable(unfit), unfit.toString());
    }
    String digest = builder.digest();
    CredentialRules before = current;
    if (digest.equals(before.digest())) {
      nothingIsRefused();
      return Reload.UNCHANGED;
    }
    CredentialRules next;
    try {
      next = builder.compile();
    } catch (PolicyException problems) {
      return refuse(StatedRefusal.problems(problems), digest);
    }
    Refusal losing = StatedRefusal.losing(before, next, Sets.union(mayLose, credentials));
    if (losing != null) {
      return refuse(losing, digest);
    }
    current = next;
    nothingIsRefused();
    LOG.info("policy {} replaces {}", next.digest(), before.digest());
    listener.replaced(before, next);
    return Reload.REPLACED;
  }

  /**
   * Reloads again and again on an executor of the host, with this delay between one end and the
   * next start. What a listener throws is logged, and does not end it; cancel what is returned, or
   * interrupt its thread, to end it.
   */
  public ScheduledFuture<?> reloadEvery(Duration delay, ScheduledExecutorService executor) {
    return executor.scheduleWithFixedDelay(
        () -> {
          try {
            reload();
          } catch (RuntimeException failure) {
            Interruption.check();
            LOG.error("a listener failed while the policy was reloaded", failure);
          }
        },
        delay.toNanos(),
        delay.toNanos(),
        TimeUnit.NANOSECONDS);
  }

  /**
   * Why the packs as they were read last are not in force; null where they are. Any thread sees it
   * as soon as the reload that refused them has ended.
   */
  public @Nullable Refusal refusal() {
    return refusal;
  }

  /** The digest of the rules in force. */
  @Override
  public String toString() {
    return "live rules " + current;
  }

  private CredentialRules.Builder prepared(Collection<PolicyPack> read) {
    CredentialRules.Builder builder = CredentialRules.builder();
    setup.accept(builder);
    Objects.requireNonNull(read, "no packs were given").forEach(builder::add);
    return builder;
  }

  private void nothingIsRefused() {
    told = "";
    refusal = null;
  }

  private Reload refuse(Refusal refused, String packsRefused) {
    refusal = refused;
    if (!told.equals(packsRefused)) {
      told = packsRefused;
      LOG.warn("kept policy {}: {}", current.digest(), refused.message());
      listener.refused(refused);
    }
    return Reload.REFUSED;
  }

  /** Prepares live rules. Used by one thread. */
  public static final class Builder {
    private final Callable<? extends Collection<PolicyPack>> packs;
    private Consumer<CredentialRules.Builder> setup = rules -> {};
    private Listener listener = new Listener() {};
    private Set<String> mayLose = Set.of();

    private Builder(Callable<? extends Collection<PolicyPack>> packs) {
      this.packs = packs;
    }

    /** Registers fact types, and sets limits and values of each policy before it is compiled. */
    @CanIgnoreReturnValue
    public Builder setup(Consumer<CredentialRules.Builder> rules) {
      setup = rules;
      return this;
    }

    /** Who is told what becomes of packs. */
    @CanIgnoreReturnValue
    public Builder listener(Listener told) {
      listener = told;
      return this;
    }

    /** Which credentials, by their ids, a policy may lose whenever it is reloaded. */
    @CanIgnoreReturnValue
    public Builder mayLose(Set<String> credentials) {
      mayLose = Set.copyOf(credentials);
      return this;
    }

    /** That they are not in force yet. */
    @Override
    public String toString() {
      return "live rules, not started";
    }

    /**
     * Reads and compiles the packs for the first time.
     *
     * @throws PolicyException when the policy has errors: there is nothing yet that could stay
     * @throws IllegalStateException when the packs cannot be read, with what was thrown as cause
     * @throws CancellationException when the thread is interrupted, which it stays
     */
    public LiveRules start() {
      try {
        return new LiveRules(this);
      } catch (PolicyException problems) {
        throw problems;
      } catch (Exception unreadable) {
        if (unreadable instanceof InterruptedException) {
          Thread.currentThread().interrupt();
        }
        Interruption.check();
        throw new IllegalStateException(
            "the packs cannot be read: " + unreadable.getMessage(), unreadable);
      }
    }
  }
}
