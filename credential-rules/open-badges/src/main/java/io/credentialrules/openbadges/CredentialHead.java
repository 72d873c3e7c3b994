package io.credentialrules.openbadges;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** What credentials of Open Badges 3.0 begin with: contexts, types, name, issuer and schema. */
final class CredentialHead {
  private static final String SCHEMAS = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/";

  private CredentialHead() {}

  /**
   * Begins a credential.
   *
   * @param type {@code AchievementCredential} or {@code EndorsementCredential}
   * @param schema the name of its schema
   */
  static JsonObjectBuilder of(String type, String schema, String name, IssuerProfile issuer) {
    return JsonReading.PROVIDER
        .createObjectBuilder()
        .add(
            "@context",
            Json.texts(
                Contexts.CREDENTIALS_2, Contexts.OPEN_BADGES, Contexts.OPEN_BADGES_EXTENSIONS))
        .add("type", Json.texts("VerifiableCredential", type))
        .add("name", name)
        .add("issuer", profile(issuer))
        .add("credentialSchema", schema(SCHEMAS + schema));
  }

  private static JsonObject profile(IssuerProfile issuer) {
    JsonObjectBuilder profile =
        Json.object("Profile").add("id", issuer.id()).add("name", issuer.name());
    Json.add(profile, "url", issuer.url());
    return profile.build();
  }

  private static JsonArray schema(String address) {
    return JsonReading.PROVIDER
        .createArrayBuilder()
        .add(
            JsonReading.PROVIDER
                .createObjectBuilder()
                .add("id", address)
                .add("type", "1EdTechJsonSchemaValidator2019"))
        .build();
  }
}
