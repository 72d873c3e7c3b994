package io.credentialrules.internal.result;

import io.credentialrules.AwaitingReview;
import io.credentialrules.RequirementResult;
import io.credentialrules.vocabulary.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An {@link AwaitingReview} as the library states it. */
public record StatedAwaitingReview(
    String learner,
    @Nullable Fact fact,
    List<RequirementResult> requirements,
    List<String> decides,
    List<String> waiting)
    implements AwaitingReview {

  /** Copies the lists and checks that something waits. */
  public StatedAwaitingReview {
    requirements = List.copyOf(requirements);
    decides = List.copyOf(decides);
    waiting = List.copyOf(waiting);
    if (requirements.isEmpty() || !waiting.containsAll(decides)) {
      throw new IllegalArgumentException("nothing waits for it, or less than it decides");
    }
  }
}
