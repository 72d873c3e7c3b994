package io.credentialrules.internal.program;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The argument of a function that is worked out over all rows, and not for each by itself. */
public sealed interface OverRows extends Value permits Capped, OncePer {

  /** The result of a function; null where it is absent. */
  @Nullable Object total(Aggregation kind, Collection<? extends Row> rows);

  /** What is summed up. */
  Value value();
}
