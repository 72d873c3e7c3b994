package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Budget;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Searches where the usual one has found nothing. What they look at is counted apart, so that an
 * answer that there is without them never ends in a limit because of them.
 */
final class Apart {
  private Apart() {}

  /** What is found; null where nothing is, or where too much would have to be looked at. */
  static @Nullable State found(Budget budget, Supplier<@Nullable State> search) {
    Optional<State> none = Optional.empty();
    return budget.hasWorkApart()
        ? budget.apart(() -> Optional.ofNullable(search.get()), exceeded -> none).orElse(null)
        : null;
  }
}
