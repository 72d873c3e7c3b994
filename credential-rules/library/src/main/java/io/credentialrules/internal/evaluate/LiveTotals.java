package io.credentialrules.internal.evaluate;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which branches of a live learner's requirements hold, where each of them is one pattern, or one
 * total over one pattern. Its functions and tests are those that the engine calls. Where they say
 * the same as before a step, as for most of a thousand shifts, the engine need not be asked again.
 * Used by one thread.
 */
final class LiveTotals {
  private final Program program;
  private final Map<Integer, @Nullable Branches> byRequirement = new HashMap<>();

  /** The branches of one requirement. */
  private static final class Branches {
    private final List<LiveBranch> all;
    private BitSet holding;

    private Branches(List<LiveBranch> all) {
      this.all = all;
      this.holding = nowHolding();
    }

    private BitSet nowHolding() {
      BitSet now = new BitSet();
      for (int i = 0; i < all.size(); i++) {
        now.set(i, all.get(i).holds());
      }
      return now;
    }

    private boolean hasChanged() {
      BitSet before = holding;
      holding = nowHolding();
      return !holding.equals(before);
    }
  }

  /** Of the facts as they are at first. */
  LiveTotals(Program program, LiveFacts facts) {
    this.program = program;
    facts
        .lookedAt()
        .forEach(number -> byRequirement.put(number, of(number, facts.lookedAtBy(number))));
  }

  private @Nullable Branches of(int requirement, List<Candidate> facts) {
    List<LiveBranch> all = new ArrayList<>();
    for (Proof proof : program.requirements().get(requirement).proofs()) {
      for (Branch branch : proof.branches()) {
        LiveBranch live = LiveBranch.of(branch);
        if (live == null) {
          return null;
        }
        facts.forEach(live::add);
        all.add(live);
      }
    }
    return new Branches(all);
  }

  /**
   * Whether a requirement may be settled otherwise than before facts came and went.
   *
   * @param less facts that went, each of which it looked at
   * @param more facts that came, each of which it looks at
   * @param facts all facts as they are now
   */
  boolean changes(
      int requirement, Collection<KnownFact> less, Collection<KnownFact> more, LiveFacts facts) {
    if (!byRequirement.containsKey(requirement)) {
      byRequirement.put(requirement, of(requirement, facts.lookedAtBy(requirement)));
      return true;
    }
    Branches branches = byRequirement.get(requirement);
    if (branches == null) {
      return true;
    }
    for (LiveBranch branch : branches.all) {
      less.forEach(known -> known.seenAs().forEach(branch::remove));
      more.forEach(known -> known.seenAs().forEach(branch::add));
    }
    return branches.hasChanged();
  }
}
