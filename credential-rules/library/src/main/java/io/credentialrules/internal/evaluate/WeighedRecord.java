package io.credentialrules.internal.evaluate;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import io.credentialrules.LearnerRecord;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A record with its facts weighed. Of a live learner both are written out when they are first asked
 * for, because most steps are followed by another one. Immutable and thread-safe.
 *
 * @param policyDate the learner's own; null where there is none
 */
record WeighedRecord(
    @Nullable LocalDate policyDate,
    Supplier<LearnerRecord> recorded,
    Supplier<WeighedFacts> weighed) {

  /** Of what is there already. */
  static WeighedRecord of(LearnerRecord record, WeighedFacts facts) {
    return new WeighedRecord(record.policyDate(), () -> record, () -> facts);
  }

  /** Of what is written out once, by whoever asks first. */
  static WeighedRecord later(
      @Nullable LocalDate policyDate,
      Supplier<LearnerRecord> recorded,
      Supplier<WeighedFacts> weighed) {
    return new WeighedRecord(policyDate, Suppliers.memoize(recorded), Suppliers.memoize(weighed));
  }

  /** The same record with other facts that count. */
  WeighedRecord with(WeighedFacts wider) {
    return new WeighedRecord(policyDate, recorded, () -> wider);
  }
}
