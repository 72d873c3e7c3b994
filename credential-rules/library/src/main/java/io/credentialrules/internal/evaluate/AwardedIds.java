package io.credentialrules.internal.evaluate;

import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The ids of the credentials that rules award, side by side, so that what is earned is named
 * without a look at each credential's own objects. Immutable.
 */
final class AwardedIds {
  private final @Nullable String[] byNumber;

  AwardedIds(Program program) {
    byNumber = new String[program.credentials().size()];
    for (Award award : program.credentials()) {
      byNumber[award.number()] = award.isExternal() ? null : award.credential().id();
    }
  }

  /** Those of some credentials, by number, in the order of the policy. */
  List<String> of(Collection<Integer> credentials, Predicate<Integer> which) {
    return credentials.stream()
        .filter(which)
        .sorted()
        .map(number -> byNumber[number])
        .filter(Objects::nonNull)
        .toList();
  }
}
