package io.credentialrules.internal.resolve;

import io.credentialrules.internal.fault.NameFaults;
import io.credentialrules.internal.read.ReadResult;
import io.credentialrules.internal.text.NearestWord;
import io.credentialrules.policy.SourceSpan;
import java.util.Collection;

/** Reports ids that no rule has. */
final class UnknownIds {
  private UnknownIds() {}

  /**
   * Reports an id, unless a rule of which not even the id could be read may be the one that is
   * missed.
   */
  static void add(
      String what,
      String id,
      SourceSpan span,
      Collection<String> known,
      boolean ofOtherKind,
      ReadPolicy read,
      Findings findings) {
    String maybe = NearestWord.maybe(id, known);
    if (read.leftOut().contains(ReadResult.UNNAMED) && !ofOtherKind && maybe.isEmpty()) {
      return;
    }
    boolean isRequirement = what.equals("requirement");
    String otherKind =
        isRequirement
            ? "it is a credential: write `Earned( credential == \"" + id + "\" )`"
            : "it is a requirement: write `Met( requirement == \"" + id + "\" )`";
    String missing =
        isRequirement
            ? "write a rule with `@requirement( \"" + id + "\" )`, or add the pack that has it"
            : "write a rule with `@credential( \""
                + id
                + "\" )`, add the pack that has it, or declare it once with `@external( \""
                + id
                + "\" )`";
    String hint = ofOtherKind ? otherKind : maybe.isEmpty() ? missing : maybe;
    findings.error(
        span,
        isRequirement
            ? NameFaults.unknownRequirement(id, hint)
            : NameFaults.unknownCredential(id, hint));
  }
}
