package io.credentialrules.openbadges;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The issuers that a host trusts, from a small file that a person reviews: by which keys they sign,
 * which of them host their badges, and where documents at addresses were saved. Immutable. {@code
 * docs/open-badges.md} describes the file.
 */
public final class TrustedIssuers {
  private static final int FEWEST_RSA_BITS = 2048;

  /** Trusts nobody. */
  public static final TrustedIssuers NONE = new TrustedIssuers(List.of(), Set.of(), Map.of());

  /** A key of an issuer; for every method where it is null. */
  private record Key(String issuer, @Nullable String method, PublicKey key) {}

  private final List<Key> keys;
  private final Set<String> hosting;
  private final Map<String, String> documents;

  private TrustedIssuers(List<Key> keys, Set<String> hosting, Map<String, String> documents) {
    this.keys = List.copyOf(keys);
    this.hosting = new LinkedHashSet<>(hosting);
    this.documents = new LinkedHashMap<>(documents);
  }

  /**
   * Reads the file.
   *
   * @param source what problems call the file
   * @throws BadgeException with all problems, when it does not have the form of the file
   */
  public static TrustedIssuers read(String source, String json) {
    Document document =
        JsonReading.read(source, json.getBytes(StandardCharsets.UTF_8), BadgeLimits.DEFAULT);
    Node root = document.root();
    root.only(List.of("reviewedBy", "reviewedOn", "keys", "hosting", "documents"));
    root.requireText("reviewedBy");
    root.requireText("reviewedOn");
    List<Key> keys = new ArrayList<>();
    for (Node entry : root.list("keys")) {
      add(entry, keys);
    }
    Map<String, String> documents = new LinkedHashMap<>();
    Node all = root.objectAt("documents");
    for (String address : all == null ? List.<String>of() : List.copyOf(all.object().keySet())) {
      String file = all == null ? null : all.requireText(address);
      if (file != null) {
        documents.put(address, file);
      }
    }
    Set<String> hosting = new LinkedHashSet<>(root.texts("hosting"));
    if (!document.problems().isEmpty()) {
      throw new BadgeException(document.problems());
    }
    return new TrustedIssuers(keys, hosting, documents);
  }

  private static void add(Node entry, List<Key> keys) {
    entry.only(List.of("issuer", "method", "publicKeyMultibase", "publicKeyJwk"));
    String issuer = entry.requireText("issuer");
    String method = entry.text("method");
    if (entry.has("publicKeyMultibase") == entry.has("publicKeyJwk")) {
      entry.malformed("has no key, or two", "write either `publicKeyMultibase` or `publicKeyJwk`");
      return;
    }
    PublicKey key;
    try {
      String multibase = entry.text("publicKeyMultibase");
      key = multibase == null ? jwk(entry) : Multikey.decode(multibase);
    } catch (IllegalArgumentException | ParseException | JOSEException e) {
      entry.malformed(
          "has a key that cannot be read: " + e.getMessage(),
          "write an RSA, a P-256 or an Ed25519 key");
      return;
    }
    if (issuer == null || key == null) {
      return;
    }
    for (Key other : keys) {
      if (other.issuer().equals(issuer)
          && (method == null || other.method() == null || method.equals(other.method()))) {
        entry.malformed(
            "names a second key for the same signatures of " + Quote.of(issuer),
            "write the `method` of each key, which its badges name");
        return;
      }
    }
    keys.add(new Key(issuer, method, key));
  }

  private static @Nullable PublicKey jwk(Node entry) throws ParseException, JOSEException {
    Node jwk = entry.objectAt("publicKeyJwk");
    if (jwk == null) {
      return null;
    }
    JWK key = JWK.parse(jwk.object().toString());
    if (key.isPrivate()) {
      throw new IllegalArgumentException("it is private, and must not be in this file");
    }
    if (key instanceof RSAKey rsa && key.size() >= FEWEST_RSA_BITS) {
      return rsa.toPublicKey();
    }
    if (key instanceof ECKey ec && ec.getCurve().equals(Curve.P_256)) {
      return ec.toPublicKey();
    }
    if (key instanceof OctetKeyPair pair && pair.getCurve().equals(Curve.Ed25519)) {
      return Multikey.key(pair.getDecodedX());
    }
    throw new IllegalArgumentException("it is of another kind, or too short");
  }

  /** The keys, for {@link BadgeReader.Builder#keys}. */
  public IssuerKeys keys() {
    return (issuer, method) -> {
      for (Key key : keys) {
        if (key.issuer().equals(issuer) && (key.method() == null || key.method().equals(method))) {
          return Optional.of(key.key());
        }
      }
      return Optional.empty();
    };
  }

  /** Issuers that host their badges, for {@link BadgeReader.Builder#trusting}, in their order. */
  public List<String> hosting() {
    return List.copyOf(hosting);
  }

  /** The names of the files that were saved, by their addresses, in their order. */
  public Map<String, String> documents() {
    return new LinkedHashMap<>(documents);
  }

  /** The issuers whose badges are hosted, and how many keys there are. */
  @Override
  public String toString() {
    return keys.size() + " keys, hosting " + hosting;
  }
}
