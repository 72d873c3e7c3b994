package io.credentialrules.examples.campus.learner;

import io.credentialrules.LearnerRecord;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Provenance;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The facts of records in this application. Each has an id of its own, so that two that look alike
 * are two, and a reviewer says which is meant.
 */
public final class Facts {
  private Facts() {}

  /** The fact with an id of its own, unless it has one. */
  public static Fact identified(Fact fact) {
    return fact.provenance().id() == null
        ? with(fact, fact.provenance().identified(UUID.randomUUID().toString()))
        : fact;
  }

  /** The fact of a record with this id. */
  public static Optional<Fact> find(LearnerRecord record, String id) {
    return record.facts().stream().filter(fact -> id.equals(fact.provenance().id())).findFirst();
  }

  /** The record with another fact in place of one of its facts. */
  public static LearnerRecord replace(LearnerRecord record, Fact old, Fact next) {
    return withFacts(
        record, record.facts().stream().map(fact -> fact.equals(old) ? next : fact).toList());
  }

  /** The record with other facts. */
  public static LearnerRecord withFacts(LearnerRecord record, List<Fact> facts) {
    return LearnerRecord.builder(record.learner())
        .addAll(facts)
        .waive(record.waivers().toArray(io.credentialrules.Waiver[]::new))
        .policyDate(record.policyDate())
        .build();
  }

  /** The same fact with another provenance, whatever its type: every fact is a Java record. */
  public static Fact with(Fact fact, Provenance provenance) {
    RecordComponent[] components = fact.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        values[i] =
            types[i] == Provenance.class ? provenance : components[i].getAccessor().invoke(fact);
      }
      Constructor<? extends Fact> constructor = fact.getClass().getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("a fact is a public record", impossible);
    }
  }
}
