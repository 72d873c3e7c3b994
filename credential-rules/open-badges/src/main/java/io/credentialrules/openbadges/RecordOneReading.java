package io.credentialrules.openbadges;

import io.credentialrules.openbadges.ImportedCredential.Standard;
import io.credentialrules.openbadges.Verification.Check;
import io.credentialrules.openbadges.Verification.Kind;
import io.credentialrules.openbadges.Verification.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads learner records of CLR 1.0 with their assertions, signed and unsigned. */
final class RecordOneReading {
  private final Reading reading;
  private final HostedProof proofs;

  RecordOneReading(Reading reading) {
    this.reading = reading;
    this.proofs = new HostedProof(reading);
  }

  @Nullable ImportedCredential read(Node record, @Nullable CompactJws token) {
    reading.count(record);
    boolean known =
        record.list("@context").stream()
            .map(context -> context.isText() ? context.asText() : null)
            .anyMatch(context -> context != null && context.contains("clr_v1p0"));
    if (!known) {
      record.malformed("does not name the context of CLR 1.0");
    }
    UnverifiedCredential claims = claims(record, Standard.LEARNER_RECORD_1);
    claims.name = record.text("name");
    Node publisher = record.objectAt("publisher");
    issuer(claims, publisher);
    Node learner = record.objectAt("learner");
    String learnerId = learner == null ? null : learner.text("id");
    Check proof = proofs.proof(claims, token);
    List<ImportedCredential> parts = new ArrayList<>();
    Map<String, Node> achievements = new TreeMap<>();
    for (Node achievement : record.list("achievements")) {
      String id = achievement.requireText("id");
      if (id != null) {
        achievements.put(id, achievement);
      }
    }
    for (Node assertion : record.list("assertions")) {
      add(assertion(assertion, null, achievements, claims.issuer.id(), proof), parts);
    }
    for (Node signed : record.list("signedAssertions")) {
      add(signed(signed, achievements), parts);
    }
    Check recipient =
        learnerId != null && reading.holder().is(learnerId)
            ? StatedCheck.valid(Kind.RECIPIENT, "it was issued to " + Quote.of(learnerId))
            : StatedCheck.notChecked(
                Kind.RECIPIENT,
                "none of the identifiers that the host knows is that of its learner");
    return new Conclusion(reading)
        .of(
            claims,
            proof,
            proofs.issuer(claims, proof, token),
            proofs.status(claims, publisher, token),
            recipient,
            parts);
  }

  private @Nullable ImportedCredential signed(Node signed, Map<String, Node> achievements) {
    String text = signed.asText();
    if (text == null) {
      return null;
    }
    try {
      CompactJws token =
          CompactJws.read(
              signed.document().source() + "#" + signed.pointer(),
              text,
              reading.settings().limits());
      Node payload = reading.keep(token.payload()).root();
      return assertion(
          payload,
          token,
          achievements,
          "",
          StatedCheck.notChecked(Kind.PROOF, "it is signed itself"));
    } catch (BadgeException e) {
      signed.malformed(e.problems().get(0).message());
      return null;
    }
  }

  private @Nullable ImportedCredential assertion(
      Node node,
      @Nullable CompactJws token,
      Map<String, Node> achievements,
      String publisher,
      Check recordProof) {
    if (!node.requireType("Assertion")) {
      return null;
    }
    reading.count(node);
    UnverifiedCredential claims = claims(node, Standard.ASSERTION_1);
    Node achievement = node.member("achievement");
    if (achievement != null && achievement.isText()) {
      String id = achievement.asText();
      Node listed = id == null ? null : achievements.get(id);
      if (listed == null) {
        achievement.reference("is no achievement of the record", "correct the id");
      }
      achievement = listed;
    }
    Node issuer = achievement == null ? null : achievement.objectAt("issuer");
    if (achievement == null) {
      node.malformed("has no `achievement`");
    } else {
      issuer(claims, issuer);
      Node source = node.objectAt("source");
      String sourceId = source == null ? null : source.text("id");
      claims.source =
          source == null || sourceId == null ? null : new Profile(sourceId, source.text("name"));
      claims.name = achievement.text("name");
      new AchievementFacts(claims, MemberNames.RECORD_1, reading.settings().mapping())
          .read(achievement, node, node);
    }
    Check own = proofs.proof(claims, token);
    Check proof =
        own.outcome() == Outcome.NOT_CHECKED
                && token == null
                && recordProof.outcome() == Outcome.VALID
                && claims.issuer.id().equals(publisher)
            ? StatedCheck.valid(Kind.PROOF, "the proof of the record that holds it covers it")
            : own;
    return new Conclusion(reading)
        .of(
            claims,
            proof,
            proofs.issuer(claims, proof, token),
            proofs.status(claims, issuer, token),
            RecipientCheck.recipient(node.objectAt("recipient"), reading.holder()),
            List.of());
  }

  private UnverifiedCredential claims(Node node, Standard standard) {
    UnverifiedCredential claims =
        new UnverifiedCredential(node, standard, reading.settings().zone());
    String id = node.requireText("id");
    claims.id = id == null ? "" : id;
    claims.validity(node, List.of("issuedOn"), List.of("expires"));
    return claims;
  }

  private static void issuer(UnverifiedCredential claims, @Nullable Node profile) {
    String id = profile == null ? null : profile.requireText("id");
    if (profile == null || id == null) {
      claims.node.malformed("does not say who issued it");
      return;
    }
    claims.issuer = new Profile(id, profile.text("name"));
  }

  private static void add(@Nullable ImportedCredential part, List<ImportedCredential> parts) {
    if (part != null) {
      parts.add(part);
    }
  }
}
