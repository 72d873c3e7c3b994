package io.credentialrules;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.LearnerBuilder;
import io.credentialrules.vocabulary.ReviewerRole;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one learner: facts, waivers, and the date that may choose the version of a
 * policy. Immutable. The order of facts means nothing, and a fact that is repeated is one fact.
 */
public final class LearnerRecord {
  private final Learner learner;
  private final ImmutableList<Fact> facts;
  private final ImmutableList<Waiver> waivers;
  private final @Nullable LocalDate policyDate;

  private LearnerRecord(
      Learner learner, List<Fact> facts, List<Waiver> waivers, @Nullable LocalDate policyDate) {
    this.learner = Objects.requireNonNull(learner, "learner");
    this.facts = ImmutableList.copyOf(facts);
    this.waivers = ImmutableList.copyOf(waivers);
    this.policyDate = policyDate;
  }

  /** For the record of a learner with this id. */
  public static Builder builder(String learner) {
    return new Builder(Learner.of(learner));
  }

  /** For the record of a learner. */
  public static Builder builder(Learner learner) {
    return new Builder(learner);
  }

  /** A record of these facts. */
  public static LearnerRecord of(Learner learner, Fact... facts) {
    return builder(learner).add(facts).build();
  }

  /** The learner. */
  public Learner learner() {
    return learner;
  }

  /** Everything else that is known, counting or not. */
  public List<Fact> facts() {
    return facts;
  }

  /** Requirements that need not be met. */
  public List<Waiver> waivers() {
    return waivers;
  }

  /** The learner's own policy date, such as that of enrolment; null where there is none. */
  public @Nullable LocalDate policyDate() {
    return policyDate;
  }

  /** For a record that differs in some parts. */
  public Builder toBuilder() {
    Builder builder = new Builder(learner);
    builder.facts.addAll(facts);
    builder.waivers.addAll(waivers);
    builder.policyDate = policyDate;
    return builder;
  }

  /** This record and further facts. */
  public LearnerRecord with(Fact... further) {
    return toBuilder().add(further).build();
  }

  /** This record and further waivers. */
  public LearnerRecord waiving(Waiver... further) {
    return toBuilder().waive(further).build();
  }

  /** This record with a policy date. */
  public LearnerRecord onPolicyOf(LocalDate date) {
    return toBuilder().policyDate(date).build();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LearnerRecord record
        && learner.equals(record.learner)
        && facts.equals(record.facts)
        && waivers.equals(record.waivers)
        && Objects.equals(policyDate, record.policyDate);
  }

  @Override
  public int hashCode() {
    return Objects.hash(learner, facts, waivers, policyDate);
  }

  /** The learner's id and how much is known, such as {@code maria: 5 facts, 1 waivers}. */
  @Override
  public String toString() {
    return learner.id() + ": " + facts.size() + " facts, " + waivers.size() + " waivers";
  }

  /** Collects what is known about a learner. Used by one thread. */
  public static final class Builder {
    private final LearnerBuilder learner;
    private final String id;
    private final Set<String> roles;
    private final ImmutableList.Builder<Fact> facts = ImmutableList.builder();
    private final ImmutableList.Builder<Waiver> waivers = ImmutableList.builder();
    private @Nullable LocalDate policyDate;

    private Builder(Learner learner) {
      this.id = Objects.requireNonNull(learner, "learner").id();
      this.learner = learner.toBuilder();
      this.roles = new TreeSet<>(learner.roles());
    }

    /** Sets the campus, as the institution abbreviates it, such as {@code UM}. */
    @CanIgnoreReturnValue
    public Builder campus(String campus) {
      learner.campus(campus);
      return this;
    }

    /** Sets the date of birth. */
    @CanIgnoreReturnValue
    public Builder birthDate(LocalDate birthDate) {
      learner.birthDate(birthDate);
      return this;
    }

    /** Adds a role that the institution gives the learner, such as {@code STUDENT}. */
    @CanIgnoreReturnValue
    public Builder role(String role) {
      roles.add(role);
      return this;
    }

    /** Adds facts, counting or not. */
    @CanIgnoreReturnValue
    public Builder add(Fact... further) {
      return addAll(Arrays.asList(further));
    }

    /** Adds facts, counting or not. */
    @CanIgnoreReturnValue
    public Builder addAll(Iterable<? extends Fact> further) {
      return addAll(further, Function.identity());
    }

    /**
     * Adds what an application keeps in a class of its own, such as rows of a database.
     *
     * @param asFact what one of them is as a fact; what it throws is thrown, and it never gives
     *     null
     */
    @CanIgnoreReturnValue
    public <T> Builder addAll(Iterable<T> own, Function<? super T, ? extends Fact> asFact) {
      int index = 0;
      for (T each : own) {
        int at = index++;
        facts.add(Objects.requireNonNull(asFact.apply(each), () -> none("fact", at)));
      }
      return this;
    }

    /** Adds waivers. */
    @CanIgnoreReturnValue
    public Builder waive(Waiver... further) {
      for (int index = 0; index < further.length; index++) {
        int at = index;
        waivers.add(Objects.requireNonNull(further[index], () -> none("waiver", at)));
      }
      return this;
    }

    private String none(String what, int at) {
      return "%s %s of those added for `%s` is null, counted from 0; leave out what is not there"
          .formatted(what, at, id);
    }

    /** Adds a waiver. Throws as {@link Waiver#of}. */
    @CanIgnoreReturnValue
    public Builder waive(
        String requirement, String by, ReviewerRole role, String why, LocalDate on) {
      return waive(Waiver.of(requirement, by, role, why, on));
    }

    /** Sets the learner's own policy date; null for none. */
    @CanIgnoreReturnValue
    public Builder policyDate(@Nullable LocalDate date) {
      policyDate = date;
      return this;
    }

    /** As the record. */
    @Override
    public String toString() {
      return build() + ", not built";
    }

    /** The record. */
    public LearnerRecord build() {
      return new LearnerRecord(
          learner.roles(roles).build(), facts.build(), waivers.build(), policyDate);
    }
  }
}
