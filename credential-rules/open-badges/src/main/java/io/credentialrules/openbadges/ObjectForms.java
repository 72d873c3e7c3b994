package io.credentialrules.openbadges;

import java.util.List;
import java.util.regex.Pattern;

/** What Open Badges 3.0 asks of the form of its objects, beyond what becomes a fact. */
final class ObjectForms {
  private static final Pattern ABSOLUTE =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s\\p{Cntrl}<>\"{}|\\\\^`]+");

  private ObjectForms() {}

  /** Whether a text is an absolute address or URN; anything else would drop out of signatures. */
  static boolean isAbsolute(String id) {
    return ABSOLUTE.matcher(id).matches();
  }

  /** The names of the first and the last moment of validity, by the version of the data model. */
  static List<String> from(Node credential) {
    return isVersion1(credential)
        ? List.of("issuanceDate", "validFrom")
        : List.of("validFrom", "issuanceDate");
  }

  static List<String> until(Node credential) {
    return isVersion1(credential)
        ? List.of("expirationDate", "validUntil")
        : List.of("validUntil", "expirationDate");
  }

  private static boolean isVersion1(Node credential) {
    List<Node> contexts = credential.list("@context");
    return !contexts.isEmpty()
        && contexts.get(0).isText()
        && Contexts.CREDENTIALS_1.equals(contexts.get(0).asText());
  }

  static void profile(Node profile) {
    for (Node identifier : profile.list("otherIdentifier")) {
      identifier.requireType("IdentifierEntry");
    }
    Node parent = profile.objectAt("parentOrg");
    if (parent != null && parent.requireType("Profile")) {
      profile(parent);
    }
  }

  static void alignments(Node aligned, String name) {
    for (Node alignment : aligned.list(name)) {
      alignment.requireType("Alignment");
    }
  }

  /** The contexts begin with that of verifiable credentials, without which nothing has meaning. */
  static void contexts(Node credential) {
    var contexts = credential.list("@context");
    String first =
        contexts.isEmpty() || !contexts.get(0).isText() ? null : contexts.get(0).asText();
    if (!Contexts.CREDENTIALS_1.equals(first) && !Contexts.CREDENTIALS_2.equals(first)) {
      Node context = credential.member("@context");
      (context == null ? credential : context)
          .malformed(
              "does not begin with the context of verifiable credentials",
              "begin with `" + Contexts.CREDENTIALS_2 + "`");
    }
  }
}
