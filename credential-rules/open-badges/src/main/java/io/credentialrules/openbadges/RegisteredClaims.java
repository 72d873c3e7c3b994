package io.credentialrules.openbadges;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The registered claims of a JWT beside its credential: each must say the same as the member that
 * it repeats (Open Badges 3.0, 8.2.4.1; Verifiable Credentials 1.1, 6.3.1).
 */
final class RegisteredClaims {
  private RegisteredClaims() {}

  static void check(Node payload, Node credential) {
    Node issuer = credential.member("issuer");
    String issuerId = issuer == null ? null : issuer.isText() ? issuer.asText() : issuer.text("id");
    same(payload, "iss", issuerId);
    same(payload, "jti", credential.text("id"));
    Node subject = credential.objectAt("credentialSubject");
    same(payload, "sub", subject == null ? null : subject.text("id"));
    same(payload, "nbf", UnverifiedCredential.first(credential, ObjectForms.from(credential)));
    same(payload, "exp", UnverifiedCredential.first(credential, ObjectForms.until(credential)));
  }

  private static void same(Node payload, String claim, @Nullable String said) {
    Node node = payload.member(claim);
    String claimed = node == null ? null : node.asText();
    if (node != null && claimed != null && !claimed.equals(said)) {
      node.malformed(
          "is " + Quote.of(claimed) + ", and the credential says " + quoted(said),
          "one of them is wrong");
    }
  }

  private static void same(Node payload, String claim, @Nullable Instant said) {
    Node node = payload.member(claim);
    BigDecimal claimed = node == null ? null : payload.number(claim);
    if (node == null || claimed == null) {
      return;
    }
    // Claims are in seconds; a credential may say fractions of one.
    if (said == null || claimed.toBigInteger().longValue() != said.getEpochSecond()) {
      node.malformed(
          "is "
              + Quote.of(claimed.toPlainString())
              + ", and the credential says "
              + quoted(said == null ? null : said.toString()),
          "one of them is wrong");
    }
  }

  private static String quoted(@Nullable String said) {
    return said == null ? "nothing" : Quote.of(said);
  }
}
