package io.credentialrules.examples.campus.badge;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
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
import io.credentialrules.openbadges.StatusEntry;
import io.credentialrules.openbadges.StatusList;
import io.credentialrules.openbadges.Verification;
import io.credentialrules.spring.PolicyInForce;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** The institution as an issuer of Open Badges: signs them, and verifies its own. */
@Service
public class Issuer {
  /**
   * A list is valid from a little before it was signed: for whoever began to verify a badge before,
   * or has a clock that is a little late.
   */
  private static final Duration SKEW = Duration.ofMinutes(1);

  private final IssuerProfile profile;
  private final BadgeWriter writer;
  private final KeyPair keys;
  private final StatusLists lists;
  private final Clock clock;
  private final PolicyInForce policy;
  private final Cache<Long, SignedList> signed = CacheBuilder.newBuilder().maximumSize(100).build();

  Issuer(
      CampusProperties properties,
      IssuerKey key,
      StatusLists lists,
      Clock clock,
      PolicyInForce policy) {
    String id = properties.address().resolve("/issuer").toString();
    this.profile = IssuerProfile.of(id, "Campus");
    this.writer =
        BadgeWriter.builder(profile, properties.address().resolve("/achievements/").toString())
            .build();
    this.keys = key.pair();
    this.lists = lists;
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
  String badge(Evaluation evaluation, String credential, String holder, StatusEntry status) {
    return signer()
        .sign(
            writer.credential(
                evaluation, credential, Recipient.ofId("urn:uuid:" + holder), status));
  }

  /** Which badges of a list are revoked now, signed; nothing where there is no such list. */
  Optional<String> statusList(long number) {
    return lists.revoked(number).map(revoked -> signed(number, revoked));
  }

  /** Signs a list again only where another badge was revoked since. */
  private String signed(long number, Set<Integer> revoked) {
    SignedList known = signed.getIfPresent(number);
    if (known == null || !known.revoked().equals(revoked)) {
      StatusList list = StatusList.EMPTY;
      for (int index : revoked) {
        list = list.revoking(index);
      }
      String document =
          signer()
              .sign(list.credential(profile, lists.address(number), clock.instant().minus(SKEW)));
      known = new SignedList(Set.copyOf(revoked), document);
      signed.put(number, known);
    }
    return known.document();
  }

  private record SignedList(Set<Integer> revoked, String document) {}

  private BadgeSigner signer() {
    return BadgeSigner.dataIntegrity((EdECPrivateKey) keys.getPrivate(), keyId(), clock.instant());
  }

  /** A picture for it. */
  static String picture(Credential credential) {
    return BadgeDrawing.of(credential);
  }

  /**
   * What anybody finds who verifies a badge with the public key of this institution and its list of
   * those that are revoked.
   *
   * @param holder the id in badges of the learner whose badge it is
   */
  public Optional<Verification> verify(String badge, String holder) {
    return verified(badge, Holder.of("urn:uuid:" + holder));
  }

  /** The checks of a badge that somebody has a copy of; whose it is, this does not say. */
  public List<Verification.Check> verifyCopy(String badge) {
    return verified(badge, Holder.of())
        .map(
            found ->
                found.checks().stream()
                    .filter(check -> check.kind() != Verification.Kind.RECIPIENT)
                    .toList())
        .orElse(List.of());
  }

  private Optional<Verification> verified(String badge, Holder holder) {
    BadgeReader reader =
        BadgeReader.builder(policy.zone())
            .trusting(profile.id())
            .keys(
                (issuer, method) ->
                    issuer.equals(profile.id()) ? Optional.of(keys.getPublic()) : Optional.empty())
            .documents(
                address ->
                    lists
                        .number(address)
                        .flatMap(this::statusList)
                        .map(list -> list.getBytes(StandardCharsets.UTF_8)))
            .build();
    BadgeImport read =
        reader.read("badge", badge.getBytes(StandardCharsets.UTF_8), holder, clock.instant());
    return List.copyOf(read.all()).stream().map(each -> each.verification()).findFirst();
  }
}
