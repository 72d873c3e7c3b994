package io.credentialrules;

import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.credentialrules.internal.Compilation;
import io.credentialrules.internal.evaluate.Evaluator;
import io.credentialrules.internal.evaluate.LiveEvaluation;
import io.credentialrules.internal.listen.Listeners;
import io.credentialrules.internal.program.PrerequisiteGraph;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.read.GivenValues;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.PolicyModel;
import io.credentialrules.vocabulary.Fact;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compiled policy packs: decides who has earned a credential, and says why. Immutable and
 * thread-safe: compile once, share between all threads, drop when a policy changes. It holds no
 * resources beyond memory, so there is nothing to close.
 */
public final class CredentialRules {
  private final Program program;
  private final Evaluator evaluator;
  private final List<Problem> warnings;
  private final ImmutableMap<String, String> packs;
  private final Listeners listeners;

  private CredentialRules(
      Evaluator evaluator,
      List<Problem> warnings,
      ImmutableMap<String, String> packs,
      Listeners listeners) {
    this.program = evaluator.program();
    this.evaluator = evaluator;
    this.warnings = warnings;
    this.packs = packs;
    this.listeners = listeners;
  }

  /**
   * Compiles packs with the standard vocabulary and limits.
   *
   * @throws PolicyException with every problem of every file, when one of them is an error
   */
  public static CredentialRules compile(PolicyPack... packs) {
    Builder builder = builder();
    for (PolicyPack pack : packs) {
      builder.add(pack);
    }
    return builder.compile();
  }

  /** For host types and limits of the host's own. */
  public static Builder builder() {
    return new Builder();
  }

  /** All credentials, in the order of packs, files and lines. */
  public List<Credential> catalogue() {
    return program.catalogue().stream().map(Program.Award::credential).toList();
  }

  /**
   * Some credentials, each once, in the order of the catalogue; it costs what these are.
   *
   * @throws IllegalArgumentException when the catalogue lacks one, naming what it has
   */
  public List<Credential> catalogue(Collection<String> ids) {
    return program.catalogue(ids).stream().map(Program.Award::credential).toList();
  }

  /**
   * What comes directly before each credential of the catalogue: the credentials that its rules ask
   * for, also through requirements, in the order of the rules, and for each whether it is needed;
   * otherwise it is one of several. Those that must not be held are left out; those that are
   * awarded elsewhere are not. Worked out at each call.
   *
   * @throws LimitExceededException beyond {@link Limits#maxDependencies}, for all credentials
   */
  public Map<String, Map<String, Boolean>> prerequisites() {
    return new PrerequisiteGraph(program, evaluator.limits().maxDependencies()).byId();
  }

  /** The rules as they were read. */
  public PolicyModel policy() {
    return program.model();
  }

  /** The fact types that the rules can name. */
  public Vocabulary vocabulary() {
    return program.vocabulary();
  }

  /**
   * The time zone in which the packs were written, which their {@code @zone} names: the one to
   * evaluate in unless the host knows better. Null if no pack names one. Nothing is evaluated in it
   * unless the host passes it on.
   */
  public @Nullable ZoneId zone() {
    return program.model().zone();
  }

  /** What the checks warn of, in the order of places; silenced warnings are left out. */
  public List<Problem> warnings() {
    return warnings;
  }

  /** The digest of each pack, {@link PolicyPack#digest()}, by name, in the order of the packs. */
  public Map<String, String> packs() {
    return packs;
  }

  /**
   * SHA-256 of the packs' names, paths and texts and of the values that the host gave, in
   * lower-case hexadecimal.
   */
  public String digest() {
    return evaluator.policyDigest();
  }

  /**
   * Weighs a record at an instant; its date in its zone is "today" for the rules.
   *
   * @throws LimitExceededException when it would cost more than the limits allow; there is no
   *     partial answer
   * @throws IllegalArgumentException when the record holds a fact of a type that is not registered,
   *     or a date is not in the years 0 to 9999
   */
  public Evaluation evaluate(LearnerRecord record, ZonedDateTime asOf) {
    return evaluate(record, asOf, asOf.toLocalDate());
  }

  /**
   * Weighs a record at an instant with the reviews that are known on another day: looking back, a
   * review that was made since counts from the day of its fact. Throws as {@link #evaluate}.
   *
   * @param knownOn the last day whose reviews are known
   */
  public Evaluation evaluate(LearnerRecord record, ZonedDateTime asOf, LocalDate knownOn) {
    return listeners.evaluating(
        digest(),
        record.facts().size(),
        evaluation -> evaluation.earned().size(),
        () -> evaluator.evaluate(this, listeners, record, asOf, knownOn));
  }

  /** Evaluates at the end of a day, when all facts of it are in. Throws as {@link #evaluate}. */
  public Evaluation evaluate(LearnerRecord record, LocalDate asOf, ZoneId zone) {
    return evaluate(record, ZonedDateTime.of(asOf, LocalTime.MAX, zone));
  }

  /** Evaluates a record, and again whenever it changes. Throws as {@link #evaluate}. */
  public LiveLearner live(LearnerRecord record, ZonedDateTime asOf) {
    return new LiveLearner(new LiveEvaluation(evaluator, this, listeners, record, asOf));
  }

  /** The packs and the digest, such as {@code [ums-horticulture] 3b7f…}. */
  @Override
  public String toString() {
    return packs.keySet() + " " + digest();
  }

  /** Collects packs, host types and limits. Used by one thread. */
  public static final class Builder {
    private final List<PolicyPack> packs = new ArrayList<>();
    private Vocabulary vocabulary = Vocabulary.standard();
    private Limits limits = Limits.DEFAULT;
    private Listeners listeners = Listeners.NONE;
    private GivenValues given = GivenValues.NONE;

    private Builder() {}

    /**
     * Adds a pack.
     *
     * @throws IllegalArgumentException when a pack of the same name is there already
     */
    @CanIgnoreReturnValue
    public Builder add(PolicyPack pack) {
      if (packs.stream().anyMatch(other -> other.name().equals(pack.name()))) {
        throw new IllegalArgumentException("there are two packs `" + pack.name() + "`");
      }
      packs.add(pack);
      return this;
    }

    /**
     * Registers a fact type of the host.
     *
     * @throws IllegalArgumentException when the record cannot be a fact type, saying why
     */
    @CanIgnoreReturnValue
    public Builder register(Class<? extends Fact> type) {
      vocabulary = vocabulary.with(type);
      return this;
    }

    /** Sets the limits; without it, {@link Limits#DEFAULT}. */
    @CanIgnoreReturnValue
    public Builder limits(Limits ownLimits) {
      limits = ownLimits;
      return this;
    }

    /**
     * Gives a value in place of those that a pack declares under a name; it holds on all days, and
     * the digest depends on it. A name that no pack declares is a problem of the policy.
     *
     * @param name as a pack declares it; where several packs do, the name of the pack, a slash, and
     *     the name
     * @param value an int, long or {@code BigDecimal}, a text, a {@code LocalDate}, a boolean, or a
     *     collection of such values of one kind
     * @throws IllegalArgumentException when the value is anything else
     */
    @CanIgnoreReturnValue
    public Builder value(String name, Object value) {
      given = given.and(name, value);
      return this;
    }

    /**
     * Gives a value as configuration writes it: a number, {@code true} or {@code false}, or a text,
     * which needs double quotes only where it would be read as something else; a list has commas.
     * All else is as for {@link #value}.
     */
    @CanIgnoreReturnValue
    public Builder writtenValue(String name, String written) {
      return value(name, WrittenValue.read(written));
    }

    /** Adds a listener, which is told what the rules do and how long it takes. */
    @CanIgnoreReturnValue
    public Builder listener(RulesListener listener) {
      listeners = listeners.and(listener);
      return this;
    }

    /**
     * All problems of all packs, in the order of places, without keeping what was compiled. Never
     * throws for what is in a pack. Packs that award nothing have no error here, because packs are
     * written and checked one by one; they cannot be compiled without the one that does.
     */
    public List<Problem> check() {
      return compilation(digest()).problems();
    }

    /**
     * Compiles the packs.
     *
     * @throws PolicyException with every problem, when one of them is an error, or when no rule
     *     awards a credential
     */
    public CredentialRules compile() {
      long begun = listeners.begin();
      String digest = digest();
      Compilation compilation = compilation(digest).toDecide(packs);
      Evaluator evaluator = compilation.evaluator();
      if (evaluator == null) {
        listeners.refused(digest, begun);
        throw new PolicyException(compilation.problems());
      }
      CredentialRules rules =
          new CredentialRules(
              evaluator,
              compilation.problems(),
              Digests.ofEach(packs, given.written(), digest),
              listeners);
      listeners.compiled(rules, begun);
      return rules;
    }

    /** The names of the packs. */
    @Override
    public String toString() {
      return packs.stream().map(PolicyPack::name).toList() + ", not compiled";
    }

    private Compilation compilation(String digest) {
      return Compilation.of(packs, vocabulary, limits, given, digest);
    }

    /** What identifies the packs and the values of the host. */
    String digest() {
      return Digests.of(packs, given.written());
    }
  }
}
