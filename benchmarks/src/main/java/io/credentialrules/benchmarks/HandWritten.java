package io.credentialrules.benchmarks;

import io.credentialrules.LearnerRecord;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The packs as Java, written by hand for these rules alone: no reasons, no checks, no policy that
 * an author could change. The speed to be compared with.
 */
record HandWritten(Consumer<Person> policy) implements Engine {

  static HandWritten of(PackSet set) {
    return new HandWritten(
        switch (set) {
          case HORTICULTURE -> HorticultureByHand::award;
          case ALL -> AllByHand::award;
        });
  }

  @Override
  public Set<String> earned(LearnerRecord record) {
    Person person = new Person(record);
    policy.accept(person);
    return person.earned();
  }
}
