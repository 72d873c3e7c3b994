package io.credentialrules.internal.result;

import io.credentialrules.Batch;
import io.credentialrules.LearnerRecord;
import org.jspecify.annotations.Nullable;

/** A {@link Batch.Result} as the library states it. */
public record StatedBatchResult<R>(
    LearnerRecord record, @Nullable R value, @Nullable RuntimeException failure)
    implements Batch.Result<R> {

  /** Such as {@code maria: …}. */
  @Override
  public String toString() {
    return record.learner().id() + ": " + (failure == null ? value : failure);
  }
}
