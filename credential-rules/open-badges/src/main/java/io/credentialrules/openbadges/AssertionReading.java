package io.credentialrules.openbadges;

import io.credentialrules.openbadges.ImportedCredential.Standard;
import io.credentialrules.openbadges.Verification.Check;
import io.credentialrules.openbadges.Verification.Kind;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.HeldCredential;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads assertions and endorsements of Open Badges 2.0 and 2.1, whose badge classes and issuers may
 * be documents of their own, and hands learner records of CLR 1.0 on.
 */
final class AssertionReading {
  private static final Set<String> CONTEXTS =
      Set.of(
          Contexts.OPEN_BADGES_2,
          "https://openbadgespec.org/v2/context.json",
          "https://purl.imsglobal.org/spec/ob/v2p1/ob_v2p1.jsonld");

  private final Reading reading;
  private final HostedProof proofs;

  AssertionReading(Reading reading) {
    this.reading = reading;
    this.proofs = new HostedProof(reading);
  }

  /** Reads a document; null where it is none that is known, which is reported. */
  @Nullable ImportedCredential read(Node root, @Nullable CompactJws token) {
    if (!root.isObject()) {
      root.malformed("is no credential");
      return null;
    }
    if (root.hasType("Clr", "CLR")) {
      return new RecordOneReading(reading).read(root, token);
    }
    if (root.hasType("Assertion")) {
      context(root);
      return assertion(root, token);
    }
    if (root.hasType("Endorsement")) {
      context(root);
      return endorsement(root, token, null);
    }
    Node type = root.member("type");
    (type == null ? root : type)
        .malformed(
            type == null
                ? "has no `type`"
                : "is " + Quote.of(String.join(", ", root.types())) + ", which is no credential",
            "give the reader the assertion or the verifiable credential");
    return null;
  }

  private static void context(Node root) {
    boolean known =
        root.list("@context").stream()
            .map(context -> context.isText() ? context.asText() : null)
            .anyMatch(context -> context != null && CONTEXTS.contains(context));
    if (!known) {
      Node context = root.member("@context");
      (context == null ? root : context)
          .malformed(
              "does not name the context of Open Badges 2.0",
              "write `" + Contexts.OPEN_BADGES_2 + "`");
    }
  }

  private @Nullable ImportedCredential assertion(Node node, @Nullable CompactJws token) {
    reading.count(node);
    UnverifiedCredential claims =
        new UnverifiedCredential(node, Standard.OPEN_BADGE_2, reading.settings().zone());
    String id = node.requireText("id");
    claims.id = id == null ? "" : id;
    claims.validity(node, List.of("issuedOn"), List.of("expires"));
    if (!node.has("issuedOn")) {
      node.malformed("has no `issuedOn`");
    }
    for (String name : node.object().keySet()) {
      if (name.contains(":")) {
        Node extension = node.member(name);
        if (extension != null) {
          extension.leftOut("is an extension, which is not read", "");
        }
      }
    }
    Node badge = resolve(node, "badge", "BadgeClass");
    Node issuer = badge == null ? null : issuer(badge, claims);
    List<ImportedCredential> parts = new ArrayList<>();
    if (badge != null) {
      achieved(claims, badge);
      endorsements(node, claims, parts);
      endorsements(badge, claims, parts);
    }
    Node recipient = node.objectAt("recipient");
    if (recipient == null) {
      node.malformed("has no `recipient`");
    }
    Check proof = proofs.proof(claims, token);
    return new Conclusion(reading)
        .of(
            claims,
            proof,
            proofs.issuer(claims, proof, token),
            proofs.status(claims, issuer, token),
            RecipientCheck.recipient(recipient, reading.holder()),
            parts);
  }

  private void achieved(UnverifiedCredential claims, Node badge) {
    String id = badge.requireText("id");
    String name = badge.requireText("name");
    claims.name = name;
    if (id == null) {
      return;
    }
    if (!ObjectForms.isAbsolute(id)) {
      badge.malformed("has the id " + Quote.of(id) + ", which is not an address");
      return;
    }
    claims.achievement = id;
    claims.achievementName = name;
    claims.credential = reading.settings().mapping().credential(claims.issuer.id(), id, name);
    for (Node alignment : badge.list("alignment")) {
      String url = alignment.text("targetUrl");
      if (url != null) {
        claims.alignments.add(
            new StatedAlignment(
                url,
                alignment.text("targetName"),
                alignment.text("targetCode"),
                alignment.text("targetFramework")));
      }
    }
    claims.draft(
        "credential",
        FactStatus.COMPLETED,
        provenance ->
            new HeldCredential(
                claims.subject(), claims.issuer.label(), claims.awardedOn(), provenance));
    new AchievementFacts(claims, MemberNames.RECORD_1, reading.settings().mapping())
        .evidence(claims.node);
  }

  private @Nullable Node issuer(Node holder, UnverifiedCredential claims) {
    Node issuer = resolve(holder, "issuer", "Issuer", "Profile");
    String id = issuer == null ? null : issuer.requireText("id");
    if (issuer == null || id == null) {
      return null;
    }
    claims.issuer = new Profile(id, issuer.text("name"));
    return issuer;
  }

  /**
   * An object that is there, or at the address that is there. A document that calls itself by
   * another address counts as what it says only if it is at that address too: else anybody could
   * host a badge class of somebody else.
   */
  private @Nullable Node resolve(Node holder, String name, String... types) {
    Node member = holder.member(name);
    if (member == null) {
      holder.malformed("has no `" + name + "`");
      return null;
    }
    if (!member.isText()) {
      return member.requireType(types) ? member : null;
    }
    String address = member.asText();
    Document document = address == null ? null : reading.hosted(address);
    if (address == null || document == null) {
      member.reference(
          "is " + Quote.of(address == null ? "" : address) + ", for which the host has no document",
          "fetch it and add it to the documents of the reader");
      return null;
    }
    Node root = document.root();
    if (!root.requireType(types)) {
      member.malformed("leads to a document of another type");
      return null;
    }
    String own = root.text("id");
    if (own != null && !own.equals(address)) {
      Document there = reading.hosted(own);
      boolean same = there != null && there.root().value().equals(root.value());
      member.reference(
          "is "
              + Quote.of(address)
              + ", where a document calls itself "
              + Quote.of(own)
              + (same ? "" : ", and there it is not"),
          "write the address by which it calls itself");
      return same ? root : null;
    }
    return root;
  }

  private void endorsements(
      Node endorsed, UnverifiedCredential within, List<ImportedCredential> parts) {
    for (Node node : endorsed.list("endorsement")) {
      Node endorsement = node;
      if (node.isText()) {
        String address = node.asText();
        Document document = address == null ? null : reading.hosted(address);
        if (document == null) {
          node.reference("is an endorsement for which the host has no document", "");
          continue;
        }
        endorsement = document.root();
      }
      if (endorsement.requireType("Endorsement")) {
        ImportedCredential part = endorsement(endorsement, null, within);
        if (part != null) {
          parts.add(part);
        }
      }
    }
  }

  private @Nullable ImportedCredential endorsement(
      Node node, @Nullable CompactJws token, @Nullable UnverifiedCredential within) {
    reading.count(node);
    UnverifiedCredential claims =
        new UnverifiedCredential(node, Standard.ENDORSEMENT_2, reading.settings().zone());
    String id = node.requireText("id");
    claims.id = id == null ? "" : id;
    claims.validity(node, List.of("issuedOn"), List.of("expires"));
    Node issuer = issuer(node, claims);
    Node claim = node.objectAt("claim");
    String endorsed = claim == null ? null : claim.requireText("id");
    if (endorsed == null) {
      node.malformed("has no `claim` with an `id`");
    } else {
      EndorsementFacts.draft(claims, endorsed, within, reading.settings().mapping());
    }
    Check proof = proofs.proof(claims, token);
    return new Conclusion(reading)
        .of(
            claims,
            proof,
            proofs.issuer(claims, proof, token),
            proofs.status(claims, issuer, token),
            StatedCheck.valid(Kind.RECIPIENT, "an endorsement has no recipient"),
            List.of());
  }
}
