package io.credentialrules.examples.campus.badge;

import io.credentialrules.Credential;
import io.credentialrules.Evaluation;
import io.credentialrules.examples.campus.CampusProperties;
import io.credentialrules.openbadges.BadgeDrawing;
import io.credentialrules.openbadges.BadgeImport;
import io.credentialrules.openbadges.BadgeReader;
import io.credentialrules.openbadges.BadgeSigner;
import io.credentialrules.openbadges.BadgeWriter;
import io.credentialrules.openbadges.Holder;
import io.credentialrules.openbadges.IssuerProfile;
import io.credentialrules.openbadges.Multikey;
import io.credentialrules.openbadges.Recipient;
import io.credentialrules.openbadges.Verification;
import io.credentialrules.spring.PolicyInForce;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The institution as an issuer of Open Badges: signs them, and verifies its own. */
@Service
public class Issuer {
  private final IssuerProfile profile;
  private final BadgeWriter writer;
  private final KeyPair keys;
  private final Clock clock;
  private final PolicyInForce policy;

  Issuer(CampusProperties properties, IssuerKey key, Clock clock, PolicyInForce policy) {
    String id = properties.address().resolve("/issuer").toString();
    this.profile = IssuerProfile.of(id, "Campus");
    this.writer =
        BadgeWriter.builder(profile, properties.address().resolve("/achievements/").toString())
            .build();
    this.keys = key.pair();
    this.clock = clock;
    this.policy = policy;
  }

  /** The name that people read. */
  public String name() {
    return profile.name();
  }

  /** The profile with the public key, as JSON-LD: a controlled identifier document. */
  Map<String, Object> document() {
    Map<String, Object> key = new LinkedHashMap<>();
    key.put("id", keyId());
    key.put("type", "Multikey");
    key.put("controller", profile.id());
    key.put("publicKeyMultibase", Multikey.encode((EdECPublicKey) keys.getPublic()));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(
        "@context",
        List.of(
            "https://www.w3.org/ns/cid/v1",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"));
    document.put("id", profile.id());
    document.put("type", List.of("Profile"));
    document.put("name", profile.name());
    document.put("verificationMethod", List.of(key));
    document.put("assertionMethod", List.of(keyId()));
    return document;
  }

  private String keyId() {
    return profile.id() + "#key-1";
  }

  /** A signed badge for a credential that an evaluation earns by a route. */
  String badge(Evaluation evaluation, String credential, String holder) {
    BadgeSigner signer =
        BadgeSigner.dataIntegrity((EdECPrivateKey) keys.getPrivate(), keyId(), clock.instant());
    return signer.sign(
        writer.credential(evaluation, credential, Recipient.ofId("urn:uuid:" + holder), null));
  }

  /** A picture for it. */
  static String picture(Credential credential) {
    return BadgeDrawing.of(credential);
  }

  /** What anybody finds who verifies a badge with the public key of this institution. */
  public Optional<Verification> verify(String badge, String holder) {
    BadgeReader reader =
        BadgeReader.builder(policy.zone())
            .trusting(profile.id())
            .keys(
                (issuer, method) ->
                    issuer.equals(profile.id()) ? Optional.of(keys.getPublic()) : Optional.empty())
            .build();
    BadgeImport read =
        reader.read(
            "badge",
            badge.getBytes(StandardCharsets.UTF_8),
            Holder.of("urn:uuid:" + holder),
            clock.instant());
    return List.copyOf(read.all()).stream().map(each -> each.verification()).findFirst();
  }
}
