package io.credentialrules.report.internal.words;

import io.credentialrules.Difference;
import io.credentialrules.Measure;
import io.credentialrules.RequirementState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Differences between two evaluations in words. */
public final class DifferenceSentences {
  private final Messages messages;
  private final Writing writing;
  private final RequirementSentences requirements;
  private final ShortfallSentences missing;

  DifferenceSentences(
      Messages messages,
      Writing writing,
      RequirementSentences requirements,
      ShortfallSentences missing) {
    this.messages = messages;
    this.writing = writing;
    this.requirements = requirements;
    this.missing = missing;
  }

  /** What becomes of a credential. */
  public String of(Difference.Change change) {
    String said =
        messages.say("change." + change.kind(), "name", writing.quote(change.credential().name()));
    return change.presence() == Difference.Presence.BOTH
        ? said
        : writing.clauses(List.of(said, messages.say("change." + change.presence())));
  }

  /** What changed to make it so, a line for each requirement and setting. */
  public List<String> reasons(Difference.Change change) {
    List<String> lines = new ArrayList<>();
    change.decisive().forEach(one -> lines.add(requirement(one)));
    for (Difference.Detail detail : change.details()) {
      lines.add(
          messages.say(
              "change.detail",
              "detail",
              messages.say("detail." + detail.name().replace(' ', '-')),
              "before",
              value(detail.before()),
              "after",
              value(detail.after())));
    }
    return lines;
  }

  private String value(@Nullable String value) {
    return value == null ? messages.say("change.nothing") : writing.quote(value);
  }

  private String requirement(Difference.RequirementChange change) {
    String key =
        change.before() == null
            ? "change.asked-now"
            : change.after() == null ? "change.asked-no-more" : "change.requirement";
    return messages.say(
        key,
        "name",
        writing.quote(requirements.called(change.id(), change.name())),
        "before",
        state(change.before(), change.measureBefore()),
        "after",
        state(change.after(), change.measureAfter()));
  }

  private String state(@Nullable RequirementState state, @Nullable Measure measure) {
    if (state == null) {
      return "";
    }
    String said = messages.say("state." + state);
    return measure == null
        ? said
        : messages.say("change.state", "state", said, "measure", missing.measure(measure));
  }
}
