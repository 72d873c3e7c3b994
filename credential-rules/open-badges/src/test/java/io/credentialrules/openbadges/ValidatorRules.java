package io.credentialrules.openbadges;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the 1EdTech validator asks of a credential of Open Badges 3.0 or CLR 2.0 beside JSON Schema,
 * said once more: order of contexts, types of all parts, subject, criteria, proof, days, status and
 * refresh service. What it asks of the network (keys, pages, lists) is not here.
 */
final class ValidatorRules {
  private static final String W3C = "https://www.w3.org/ns/credentials/v2";
  private static final String BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
  private static final String RECORDS =
      "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json";
  private static final Set<String> SUITES = Set.of("eddsa-rdfc-2022", "eddsa-2022");

  private final List<String> broken = new ArrayList<>();

  private ValidatorRules() {}

  /** The rules that a credential with a proof within it breaks. */
  static List<String> broken(JsonObject credential, Instant now) {
    ValidatorRules rules = new ValidatorRules();
    rules.credential(credential, now);
    rules.proof(credential);
    return rules.broken;
  }

  /** The rules that a JWT breaks. */
  static List<String> broken(JsonObject header, JsonObject payload, Instant now) {
    ValidatorRules rules = new ValidatorRules();
    rules.credential(payload, now);
    rules.require("jwt-algorithm", Set.of("RS256", "ES256").contains(header.getString("alg", "")));
    rules.require("jwt-key", header.containsKey("kid") || header.containsKey("jwk"));
    rules.require(
        "jwt-days",
        payload.containsKey("nbf")
            && payload.getJsonNumber("nbf").longValue() <= now.getEpochSecond()
            && (!payload.containsKey("exp")
                || payload.getJsonNumber("exp").longValue() > now.getEpochSecond()));
    return rules.broken;
  }

  private void require(String rule, boolean isKept) {
    if (!isKept) {
      broken.add(rule);
    }
  }

  private void credential(JsonObject credential, Instant now) {
    List<String> types = texts(credential.get("type"));
    boolean isRecord = types.contains("ClrCredential");
    boolean isEndorsement = types.contains("EndorsementCredential");
    List<String> contexts = texts(credential.get("@context"));
    List<String> expected = isRecord ? List.of(W3C, RECORDS, BADGES) : List.of(W3C, BADGES);
    require(
        "context",
        contexts.size() >= expected.size()
            && contexts.subList(0, expected.size()).equals(expected));
    require(
        "type",
        types.contains("VerifiableCredential")
            && (isRecord
                || isEndorsement
                || types.contains("AchievementCredential")
                || types.contains("OpenBadgeCredential")));
    require("id", isUri(credential.getString("id", "")));
    issuer(credential.get("issuer"));
    JsonObject subject = credential.getJsonObject("credentialSubject");
    if (isRecord) {
      require("subject-type", isOf(subject, "ClrSubject"));
    } else if (isEndorsement) {
      require("subject-type", isOf(subject, "EndorsementSubject"));
      require("subject-id", isUri(subject.getString("id", "")));
    } else {
      subject(subject);
    }
    each(credential, "evidence", one -> require("evidence-type", isOf(one, "Evidence")));
    each(credential, "credentialSchema", this::schema);
    each(credential, "credentialStatus", this::status);
    each(
        credential,
        "refreshService",
        one -> require("refresh-service", one.containsKey("id") && one.containsKey("type")));
    require("not-yet", !isBefore(now, credential.getString("validFrom", "")));
    require(
        "expired",
        !credential.containsKey("validUntil") || isBefore(now, credential.getString("validUntil")));
  }

  private void issuer(@Nullable JsonValue issuer) {
    if (!(issuer instanceof JsonObject profile)) {
      require("issuer", false);
      return;
    }
    require("issuer-type", isOf(profile, "Profile"));
    require("issuer-id", isUri(profile.getString("id", "")));
    require("issuer-url", !profile.containsKey("url") || isUri(profile.getString("url")));
    each(profile, "parentOrg", one -> require("issuer-parent-type", isOf(one, "Profile")));
    each(
        profile,
        "otherIdentifier",
        one -> require("issuer-identifier-type", isOf(one, "IdentifierEntry")));
  }

  private void subject(JsonObject subject) {
    require("subject-type", isOf(subject, "AchievementSubject"));
    require("subject-id", subject.containsKey("id") || subject.containsKey("identifier"));
    each(subject, "identifier", one -> require("identifier-type", isOf(one, "IdentityObject")));
    each(subject, "result", one -> require("result-type", isOf(one, "Result")));
    each(subject, "source", one -> require("source-type", isOf(one, "Profile")));
    JsonObject achievement = subject.getJsonObject("achievement");
    require("achievement", achievement != null);
    if (achievement != null) {
      each(
          achievement,
          "resultDescription",
          one -> require("result-description-type", isOf(one, "ResultDescription")));
      JsonObject criteria = achievement.getJsonObject("criteria");
      require(
          "criteria",
          criteria != null && (criteria.containsKey("id") || criteria.containsKey("narrative")));
    }
  }

  private void schema(JsonObject schema) {
    require("schema-type", schema.getString("type", "").equals("1EdTechJsonSchemaValidator2019"));
    require(
        "schema-id",
        schema
            .getString("id", "")
            .matches(
                "https://purl\\.imsglobal\\.org/spec/(ob/v3p0|clr/v2p0)/schema/json/.*_schema\\.json"));
  }

  private void status(JsonObject status) {
    if (status.getString("type", "").equals("BitstringStatusListEntry")) {
      require("status-purpose", status.getString("statusPurpose", "").equals("revocation"));
      require("status-list", isUri(status.getString("statusListCredential", "")));
      require("status-index", status.getString("statusListIndex", "").matches("\\d{1,6}"));
    }
  }

  private void proof(JsonObject credential) {
    List<JsonObject> proofs = objects(credential.get("proof"));
    require("proof", !proofs.isEmpty());
    if (proofs.isEmpty()) {
      return;
    }
    List<JsonObject> supported =
        proofs.stream()
            .filter(one -> one.getString("proofPurpose", "").equals("assertionMethod"))
            .filter(
                one ->
                    one.getString("type", "").equals("Ed25519Signature2020")
                        || SUITES.contains(one.getString("cryptosuite", "")))
            .toList();
    require("proof-kind", !supported.isEmpty());
    for (JsonObject one : supported) {
      String method = one.getString("verificationMethod", "");
      require("proof-method", isUri(method) && method.matches("(?s)(https?|did):.*"));
      int hash = method.indexOf('#');
      String issuer =
          credential.get("issuer") instanceof JsonObject profile
              ? profile.getString("id", "")
              : credential.getString("issuer", "");
      require(
          "proof-controller",
          hash < 0 || method.startsWith("did:") || method.substring(0, hash).equals(issuer));
    }
  }

  private static boolean isBefore(Instant now, String instant) {
    try {
      return now.isBefore(ZonedDateTime.parse(instant).toInstant());
    } catch (DateTimeException noInstant) {
      return true;
    }
  }

  private static boolean isUri(String text) {
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException noUri) {
      return false;
    }
  }

  private static boolean isOf(@Nullable JsonObject object, String type) {
    return object != null && texts(object.get("type")).contains(type);
  }

  private interface Rule {
    void check(JsonObject object);
  }

  private static void each(JsonObject object, String name, Rule rule) {
    objects(object.get(name)).forEach(rule::check);
  }

  private static List<JsonObject> objects(@Nullable JsonValue value) {
    if (value instanceof JsonObject object) {
      return List.of(object);
    }
    List<JsonObject> objects = new ArrayList<>();
    if (value instanceof JsonArray array) {
      array.forEach(element -> objects.addAll(objects(element)));
    }
    return objects;
  }

  private static List<String> texts(@Nullable JsonValue value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof JsonString text) {
      texts.add(text.getString());
    } else if (value instanceof JsonArray array) {
      array.forEach(element -> texts.addAll(texts(element)));
    }
    return texts;
  }
}
