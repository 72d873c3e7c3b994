package io.credentialrules.internal.evaluate;

import io.credentialrules.internal.engine.Verdicts;
import io.credentialrules.internal.program.Candidate;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What sessions of the network have said of the parts of what a plan's goal rests on, so that the
 * network is asked the same only once.
 *
 * <p><b>The idea.</b> A plan is confirmed with all of its facts, and then without each of them.
 * Whoever takes one fact of a plan away leaves each requirement as the session with all of them had
 * it, or, where only that fact bears on it, as the session for the record had it. So the session
 * with all facts has mostly said what is asked of the others.
 *
 * <p><b>The invariant.</b> What a requirement is depends on the facts, requirements and credentials
 * that its patterns match, and on nothing else that changes. Where a part sees other changes than
 * in each session so far, a further session settles all parts. Used by one thread.
 */
final class Confirmed {
  private final SupportParts parts;
  private final Map<Seen, Boolean> known = new HashMap<>();

  /** A part, with what comes and goes that it looks at. */
  private record Seen(SupportPart part, Set<Change> changes) {}

  /** Something that comes or goes: a fact as a pattern sees it, or a part as a credential does. */
  private record Change(Object what, String type, boolean comes) {}

  Confirmed(SupportParts parts) {
    this.parts = parts;
  }

  /**
   * Whether the network says that the goal is earned with changes.
   *
   * @param gone facts of the record that go
   * @param come facts that come
   * @param isEarned what a credential is where parts hold, by their places
   * @param session settles all parts with the changes
   */
  boolean isEarned(
      Collection<Candidate> gone,
      Collection<Candidate> come,
      EarnedByParts isEarned,
      Supplier<Verdicts> session) {
    SupportPart goal = parts.all().get(parts.all().size() - 1);
    Walk asked = new Walk(gone, come, isEarned, null);
    if (asked.isKnown()) {
      return asked.holding.get(goal.place());
    }
    Verdicts verdicts = session.get();
    new Walk(gone, come, isEarned, verdicts).isKnown();
    return verdicts.earned(goal.number());
  }

  /** Whether a credential is earned, by its part, where other parts hold. */
  @FunctionalInterface
  interface EarnedByParts {
    boolean is(SupportPart credential, BitSet holding);
  }

  /** From what changes to the goal. */
  private final class Walk {
    private final EarnedByParts isEarned;
    private final @Nullable Verdicts verdicts;
    private final Map<SupportPart, Set<Change>> changes = new HashMap<>();
    private final BitSet holding = new BitSet();

    private Walk(
        Collection<Candidate> gone,
        Collection<Candidate> come,
        EarnedByParts isEarned,
        @Nullable Verdicts verdicts) {
      this.isEarned = isEarned;
      this.verdicts = verdicts;
      gone.forEach(fact -> tell(fact, false));
      come.forEach(fact -> tell(fact, true));
    }

    private void tell(Candidate fact, boolean comes) {
      for (SupportPart part : parts.matching(fact)) {
        add(part, new Change(fact.fact(), fact.typeName(), comes));
      }
    }

    private void add(SupportPart part, Change change) {
      changes.computeIfAbsent(part, none -> new HashSet<>()).add(change);
    }

    /** Whether the network has said what each part is; what a session has said is kept. */
    private boolean isKnown() {
      for (SupportPart part : parts.all()) {
        Set<Change> seen = changes.get(part);
        Boolean is = seen == null ? Boolean.valueOf(part.before()) : said(part, seen);
        if (is == null) {
          return false;
        }
        holding.set(part.place(), is);
        if (is != part.before()) {
          part.readers().forEach(reader -> tell(reader, part, is));
        }
      }
      return true;
    }

    private @Nullable Boolean said(SupportPart part, Set<Change> seen) {
      Seen asked = new Seen(part, seen);
      if (verdicts == null && part.isCredential()) {
        return isEarned.is(part, holding);
      }
      if (verdicts == null) {
        return known.get(asked);
      }
      boolean is =
          part.isCredential() ? verdicts.earned(part.number()) : verdicts.satisfied(part.number());
      known.put(asked, is);
      return is;
    }

    private void tell(SupportPart reader, SupportPart part, boolean comes) {
      Candidate derived = part.derived();
      if (reader.isCredential()) {
        add(reader, new Change(part, "", comes));
      } else if (derived != null && reader.looksAt(derived)) {
        add(reader, new Change(derived.fact(), derived.typeName(), comes));
      }
    }
  }
}
