package io.credentialrules.openbadges;

import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.RequirementResult;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes a stack with its components as a Comprehensive Learner Record 2.0, still to be signed: a
 * badge for each, and which is part of which. Immutable and thread-safe.
 */
public final class RecordWriter {
  private static final String SCHEMA =
      "https://purl.imsglobal.org/spec/clr/v2p0/schema/json/clr_v2p0_clrcredential_schema.json";

  private final BadgeWriter badges;

  private RecordWriter(BadgeWriter badges) {
    this.badges = badges;
  }

  /** A writer of records of the badges that another writer writes. */
  public static RecordWriter of(BadgeWriter badges) {
    return new RecordWriter(badges);
  }

  /**
   * Writes a stack.
   *
   * @param stack a credential that is earned
   * @param signer by which each badge in it is signed
   * @throws IllegalArgumentException when it is not earned, or only held
   */
  public String record(
      Evaluation evaluation, String stack, Recipient recipient, BadgeSigner signer) {
    List<JsonObject> associations = new ArrayList<>();
    Set<String> credentials = new LinkedHashSet<>();
    collect(evaluation, stack, credentials, associations);
    List<JsonValue> written = new ArrayList<>();
    for (String credential : credentials) {
      String signed = signer.sign(badges.credential(evaluation, credential, recipient, null));
      written.add(
          CompactJws.looksLikeOne(signed)
              ? JsonReading.PROVIDER.createValue(signed)
              : JsonReading.read("badge", signed, BadgeLimits.DEFAULT).root().object());
    }
    JsonObjectBuilder subject = Json.object("ClrSubject");
    recipient.write(subject);
    Json.add(subject, "verifiableCredential", written);
    Json.add(subject, "association", associations);
    String when = BadgeWriter.startOf(evaluation.asOf().toLocalDate(), evaluation.asOf().getZone());
    JsonObject record =
        JsonReading.PROVIDER
            .createObjectBuilder()
            .add(
                "@context",
                Json.texts(
                    Contexts.CREDENTIALS_2,
                    Contexts.LEARNER_RECORD,
                    Contexts.OPEN_BADGES,
                    Contexts.OPEN_BADGES_EXTENSIONS))
            .add("type", Json.texts("VerifiableCredential", "ClrCredential"))
            .add("name", evaluation.decision(stack).credential().name())
            .add(
                "issuer",
                Json.object("Profile")
                    .add("id", badges.issuer().id())
                    .add("name", badges.issuer().name()))
            .add("validFrom", when)
            .add("credentialSubject", subject)
            .add(
                "credentialSchema",
                JsonReading.PROVIDER
                    .createArrayBuilder()
                    .add(
                        JsonReading.PROVIDER
                            .createObjectBuilder()
                            .add("id", SCHEMA)
                            .add("type", "1EdTechJsonSchemaValidator2019")))
            .build();
    return BadgeWriter.identified(record).toString();
  }

  /** The stack and what it is stacked of, each once, those that are issued by routes. */
  private void collect(
      Evaluation evaluation,
      String credential,
      Set<String> credentials,
      List<JsonObject> associations) {
    if (!credentials.add(credential)) {
      return;
    }
    for (RequirementResult requirement : evaluation.decision(credential).requirements()) {
      if (requirement.kind() == RequirementResult.Kind.PREREQUISITE
          && evaluation.decision(requirement.id()) instanceof Decision.Earned component
          && component.route() != null) {
        associations.add(
            JsonReading.PROVIDER
                .createObjectBuilder()
                .add("type", "Association")
                .add("associationType", "isParentOf")
                .add("sourceId", badges.achievement(credential))
                .add("targetId", badges.achievement(requirement.id()))
                .build());
        collect(evaluation, requirement.id(), credentials, associations);
      }
    }
  }

  /** The issuer. */
  @Override
  public String toString() {
    return "records with " + badges;
  }
}
