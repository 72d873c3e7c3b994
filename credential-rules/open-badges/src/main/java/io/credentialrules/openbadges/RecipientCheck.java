package io.credentialrules.openbadges;

import io.credentialrules.openbadges.Verification.Check;
import io.credentialrules.openbadges.Verification.Kind;
import org.jspecify.annotations.Nullable;

/** Whether a badge was issued to the learner: by an id or an identity that the host knows. */
final class RecipientCheck {
  private RecipientCheck() {}

  static Check verifiable(Node subject, Holder holder) {
    String id = subject.text("id");
    if (id != null && holder.is(id)) {
      return StatedCheck.valid(Kind.RECIPIENT, "it was issued to " + Quote.of(id));
    }
    boolean named = id != null;
    for (Node identity : subject.list("identifier")) {
      named = true;
      String value = identity.text("identityHash");
      if (value != null && matches(value, identity.flag("hashed"), identity.text("salt"), holder)) {
        return StatedCheck.valid(Kind.RECIPIENT, "it was issued to an identity of the learner");
      }
    }
    return unknown(named);
  }

  /** The recipient of an Open Badge 2.0 or of an assertion of CLR 1.0. */
  static Check recipient(@Nullable Node recipient, Holder holder) {
    String value = recipient == null ? null : recipient.text("identity");
    if (recipient == null || value == null) {
      return unknown(false);
    }
    return matches(value, recipient.flag("hashed"), recipient.text("salt"), holder)
        ? StatedCheck.valid(Kind.RECIPIENT, "it was issued to an identity of the learner")
        : unknown(true);
  }

  private static boolean matches(
      String value, boolean hashed, @Nullable String salt, Holder holder) {
    return hashed ? holder.isHash(value, salt == null ? "" : salt) : holder.is(value);
  }

  private static Check unknown(boolean named) {
    return StatedCheck.notChecked(
        Kind.RECIPIENT,
        named
            ? "none of the identifiers that the host knows is the recipient's"
            : "it names no recipient");
  }
}
