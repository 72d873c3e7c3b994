package io.credentialrules.openbadges;

import io.credentialrules.openbadges.Verification.Kind;
import io.credentialrules.openbadges.Verification.Outcome;
import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A test file whose signature holds for a host that trusts its issuer, and the objects in it of
 * which any member may be changed: the credential, or header and payload of a JWT; also within an
 * image. Where only the header of a JWT shows the key, the host is one that got this very key from
 * the issuer.
 *
 * @param text the credential as the file or the image carries it
 * @param kinds the checks that hold; its proof and its issuer at least
 */
record SignedFixture(String name, String text, List<Kind> kinds) {
  private static final List<Kind> CHECKS = List.of(Kind.FORM, Kind.PROOF, Kind.ISSUER);

  /** All of them, in order. */
  static List<SignedFixture> all() {
    return Fixtures.badges().stream().map(SignedFixture::of).flatMap(Optional::stream).toList();
  }

  private static Optional<SignedFixture> of(String name) {
    byte[] bytes = Fixtures.bytes(name);
    String text;
    try {
      text =
          name.endsWith(".png")
              ? PngBadge.extract(name, bytes, BadgeLimits.DEFAULT)
              : name.endsWith(".svg")
                  ? SvgBadge.extract(name, bytes, BadgeLimits.DEFAULT)
                  : new String(bytes, StandardCharsets.UTF_8);
    } catch (BadgeException refused) {
      return Optional.empty();
    }
    if (!text.contains("\"proof\"") && !CompactJws.looksLikeOne(text.strip())) {
      return Optional.empty();
    }
    SignedFixture all = new SignedFixture(name, text.strip(), CHECKS);
    List<Kind> held = CHECKS.stream().filter(kind -> all.holds(all.read(bytes), kind)).toList();
    return held.contains(Kind.PROOF) && held.contains(Kind.ISSUER)
        ? Optional.of(new SignedFixture(name, all.text(), held))
        : Optional.empty();
  }

  boolean isJwt() {
    return CompactJws.looksLikeOne(text);
  }

  /** The objects whose members are signed. */
  List<JsonObject> parts() {
    if (!isJwt()) {
      return List.of(json(text.getBytes(StandardCharsets.UTF_8)));
    }
    String[] parts = text.split("\\.", -1);
    return List.of(json(decoded(parts[0])), json(decoded(parts[1])));
  }

  private JsonObject json(byte[] bytes) {
    return JsonReading.read(name, bytes, BadgeLimits.DEFAULT).root().object();
  }

  private static byte[] decoded(String part) {
    return Base64.getUrlDecoder().decode(part);
  }

  /** The file with another object in the place of a part, and all else as it was. */
  byte[] with(int part, JsonObject changed) {
    String whole = changed.toString();
    if (isJwt()) {
      String[] parts = text.split("\\.", -1);
      parts[part] =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(whole.getBytes(StandardCharsets.UTF_8));
      whole = String.join(".", parts);
    }
    if (name.endsWith(".png")) {
      return BakedBadge.png(Fixtures.bytes(name), whole);
    }
    return (name.endsWith(".svg") ? BakedBadge.svg(Fixtures.text(name), whole) : whole)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Whether one that changed is refused, fails a check that held, or says the same as before. */
  boolean isNoticed(byte[] changed) {
    BadgeImport read = read(changed);
    return !holdsAll(read) || read.credentials().equals(read(Fixtures.bytes(name)).credentials());
  }

  /** Whether all checks hold that held. */
  boolean isAsGood(byte[] changed) {
    return holdsAll(read(changed));
  }

  private boolean holdsAll(BadgeImport read) {
    return kinds.stream().allMatch(kind -> holds(read, kind));
  }

  private boolean holds(BadgeImport read, Kind kind) {
    return !read.credentials().isEmpty()
        && read.all().stream()
            .allMatch(
                credential -> credential.verification().check(kind).outcome() == Outcome.VALID);
  }

  private BadgeImport read(byte[] badge) {
    return Fixtures.reader(name)
        .keys(
            (issuer, method) ->
                Fixtures.key(issuer, method).or(() -> Optional.ofNullable(shown(issuer, method))))
        .build()
        .read(name, badge, Fixtures.HOLDER, Fixtures.TODAY);
  }

  /** The key that the header shows, for the issuer of the file and the name that it has there. */
  private @Nullable PublicKey shown(String issuer, String method) {
    if (!isJwt()) {
      return null;
    }
    JsonObject header = parts().get(0);
    JsonObject jwk = header.getJsonObject("jwk");
    boolean isIssuer = parts().get(1).toString().contains('"' + issuer + '"');
    if (jwk == null || !isIssuer || !method.equals(header.getString("kid", ""))) {
      return null;
    }
    try {
      return KeyFactory.getInstance("RSA")
          .generatePublic(
              new RSAPublicKeySpec(
                  new BigInteger(1, decoded(jwk.getString("n"))),
                  new BigInteger(1, decoded(jwk.getString("e")))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
