package io.credentialrules.openbadges;

import io.credentialrules.openbadges.ImportedCredential.Standard;
import io.credentialrules.openbadges.Verification.Check;
import io.credentialrules.openbadges.Verification.Kind;
import io.credentialrules.openbadges.Verification.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads verifiable credentials: Open Badges 3.0, endorsements, and CLR 2.0 with what it holds. */
final class VerifiableReading {
  private final Reading reading;
  private final ProofCheck proofs;

  VerifiableReading(Reading reading) {
    this.reading = reading;
    this.proofs = new ProofCheck(reading);
  }

  /** What surrounds a credential. */
  record Around(
      @Nullable UnverifiedCredential claims,
      @Nullable Check coveringProof,
      @Nullable String issuer) {
    static final Around NOTHING = new Around(null, null, null);
  }

  static boolean isVerifiable(Node node) {
    return node.hasType("VerifiableCredential");
  }

  /** Reads a credential; null where it is none that is known, which is reported. */
  @Nullable ImportedCredential read(Node credential, @Nullable CompactJws token, Around around) {
    reading.count(credential);
    ObjectForms.contexts(credential);
    Standard standard = standard(credential);
    if (standard == null) {
      return null;
    }
    UnverifiedCredential claims =
        new UnverifiedCredential(credential, standard, reading.settings().zone());
    if (token != null) {
      claims.formPointer = "";
    }
    common(claims);
    Node subject = credential.objectAt("credentialSubject");
    if (subject == null) {
      credential.malformed("has no `credentialSubject`");
      return finish(claims, credential, token, around, List.of());
    }
    return switch (standard) {
      case OPEN_BADGE_3 -> badge(claims, subject, token, around);
      case ENDORSEMENT_3 -> endorsement(claims, subject, token, around);
      default -> record(claims, subject, token, around);
    };
  }

  private static @Nullable Standard standard(Node credential) {
    credential.requireType("VerifiableCredential");
    if (credential.hasType("OpenBadgeCredential", "AchievementCredential")) {
      return Standard.OPEN_BADGE_3;
    }
    if (credential.hasType("EndorsementCredential")) {
      return Standard.ENDORSEMENT_3;
    }
    if (credential.hasType("ClrCredential")) {
      return Standard.LEARNER_RECORD_2;
    }
    credential.requireType("OpenBadgeCredential", "EndorsementCredential", "ClrCredential");
    return null;
  }

  private static void common(UnverifiedCredential claims) {
    Node credential = claims.node;
    String id = credential.requireText("id");
    claims.id = id == null ? "" : id;
    claims.name =
        credential.object().get("name") instanceof jakarta.json.JsonString text
            ? text.getString()
            : null;
    if (!credential.has("issuer")) {
      credential.malformed("has no `issuer`");
    }
    Profile issuer = Profile.of(credential, "issuer", true);
    claims.issuer = issuer == null ? Profile.UNKNOWN : issuer.namedWithin(credential.value());
    claims.awarded = credential.instant("awardedDate");
    claims.validity(credential, ObjectForms.from(credential), ObjectForms.until(credential));
    if (!credential.has("validFrom") && !credential.has("issuanceDate")) {
      credential.malformed("has no `validFrom`");
    }
  }

  private ImportedCredential badge(
      UnverifiedCredential claims, Node subject, @Nullable CompactJws token, Around around) {
    subject.requireType("AchievementSubject");
    Profile source = Profile.of(subject, "source", true);
    claims.source = source == null ? null : source.namedWithin(claims.node.value());
    for (Node identifier : subject.list("identifier")) {
      identifier.requireType("IdentityObject");
    }
    Node achievement = subject.objectAt("achievement");
    if (achievement == null) {
      subject.malformed("has no `achievement`");
    } else if (achievement.requireType("Achievement")) {
      Profile.of(achievement, "creator", true);
      new AchievementFacts(claims, MemberNames.VERIFIABLE, reading.settings().mapping())
          .read(achievement, subject, claims.node);
    }
    List<Node> endorsements = new ArrayList<>(claims.node.list("endorsement"));
    endorsements.addAll(claims.node.list("endorsementJwt"));
    if (achievement != null) {
      endorsements.addAll(achievement.list("endorsement"));
      endorsements.addAll(achievement.list("endorsementJwt"));
    }
    Node issuer = claims.node.member("issuer");
    if (issuer != null && issuer.isObject()) {
      endorsements.addAll(issuer.list("endorsement"));
      endorsements.addAll(issuer.list("endorsementJwt"));
    }
    List<ImportedCredential> parts = new ArrayList<>();
    for (Node endorsement : endorsements) {
      part(endorsement, new Around(claims, null, null), parts);
    }
    return finish(claims, subject, token, around, parts);
  }

  private ImportedCredential endorsement(
      UnverifiedCredential claims, Node subject, @Nullable CompactJws token, Around around) {
    subject.requireType("EndorsementSubject");
    String endorsed = subject.requireText("id");
    if (endorsed != null) {
      EndorsementFacts.draft(claims, endorsed, around.claims(), reading.settings().mapping());
    }
    return finish(claims, subject, token, around, List.of());
  }

  private ImportedCredential record(
      UnverifiedCredential claims, Node subject, @Nullable CompactJws token, Around around) {
    subject.requireType("ClrSubject");
    Set<String> achievements = new HashSet<>();
    for (Node achievement : subject.list("achievement")) {
      String id = achievement.requireType("Achievement") ? achievement.requireText("id") : null;
      if (id != null) {
        achievements.add(id);
      }
    }
    // What has no proof of its own is covered by that of the record, if the issuer is the same.
    Check proof = proofs.check(claims, token, Around.NOTHING);
    List<ImportedCredential> parts = new ArrayList<>();
    for (Node credential : subject.list("verifiableCredential")) {
      part(credential, new Around(null, proof, claims.issuer.id()), parts);
    }
    for (ImportedCredential part : parts) {
      if (part.achievement() != null) {
        achievements.add(part.achievement());
      }
    }
    for (Node association : subject.list("association")) {
      if (association.requireType("Association")) {
        dangling(association, "sourceId", achievements);
        dangling(association, "targetId", achievements);
      }
    }
    return finish(claims, subject, token, around, parts);
  }

  private static void dangling(Node association, String name, Set<String> achievements) {
    String id = association.requireText(name);
    Node member = association.member(name);
    if (id != null && member != null && !achievements.contains(id)) {
      member.reference(
          "is " + Quote.of(id) + ", which is no achievement of the record", "correct the id");
    }
  }

  private void part(Node node, Around around, List<ImportedCredential> parts) {
    ImportedCredential part;
    if (node.isText()) {
      part = token(node, around);
    } else if (node.isObject()) {
      part = read(node, null, around);
    } else {
      node.malformed("is no credential");
      part = null;
    }
    if (part != null) {
      parts.add(part);
    }
  }

  private @Nullable ImportedCredential token(Node node, Around around) {
    String text = node.asText();
    if (text == null) {
      return null;
    }
    try {
      String source = node.document().source() + "#" + node.pointer();
      CompactJws token = CompactJws.read(source, text, reading.settings().limits());
      return token(token, around);
    } catch (BadgeException e) {
      node.malformed(e.problems().get(0).message());
      return null;
    }
  }

  /** Reads the credential of a JWT: its payload, or the {@code vc} within. */
  @Nullable ImportedCredential token(CompactJws token, Around around) {
    Node payload = reading.keep(token.payload()).root();
    Node wrapped = payload.objectAt("vc");
    Node credential = wrapped == null ? payload : wrapped;
    RegisteredClaims.check(payload, credential);
    return read(credential, token, around);
  }

  private ImportedCredential finish(
      UnverifiedCredential claims,
      Node subject,
      @Nullable CompactJws token,
      Around around,
      List<ImportedCredential> parts) {
    Check proof = proofs.check(claims, token, around);
    Check issuer = proofs.issuer(claims, proof, token);
    StatusCheck.Found status = new StatusCheck(reading).check(claims);
    Check recipient =
        claims.standard == Standard.ENDORSEMENT_3
            ? StatedCheck.valid(Kind.RECIPIENT, "an endorsement has no recipient")
            : RecipientCheck.verifiable(subject, reading.holder());
    return new Conclusion(reading).of(claims, proof, issuer, status, recipient, parts);
  }

  static boolean isValid(@Nullable Check check) {
    return check != null && check.outcome() == Outcome.VALID;
  }
}
