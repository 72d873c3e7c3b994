package io.credentialrules.json;

import io.credentialrules.LearnerRecord;
import io.credentialrules.internal.text.Quoted;
import io.credentialrules.json.tree.JsonValue;
import io.credentialrules.policy.Vocabulary;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What replaying needs of an audit record.
 *
 * @param document all of it
 * @param packs the digest of each pack by its name, in order
 * @param redaction how personal data was replaced; null where it was not
 */
record AuditContents(
    JsonValue.Members document,
    String library,
    ZonedDateTime asOf,
    String policyDigest,
    Map<String, String> packs,
    LearnerRecord record,
    String recordDigest,
    @Nullable JsonValue redaction,
    String digest) {

  static AuditContents of(JsonValue value, Vocabulary vocabulary, DocumentProblems problems) {
    return new Reading(problems).contents(value, vocabulary);
  }

  private static final class Reading {
    private final DocumentProblems problems;
    private final Scalars scalars;

    private Reading(DocumentProblems problems) {
      this.problems = problems;
      this.scalars = new Scalars(java.time.ZoneOffset.UTC, problems);
    }

    private AuditContents contents(JsonValue value, Vocabulary vocabulary) {
      if (!(value instanceof JsonValue.Members members)) {
        problems.add(
            value.place(), "the audit record is " + value.described() + ", not an object", "");
        throw problems.exception();
      }
      ObjectReading object = new ObjectReading(members, "the audit record", problems);
      format(object);
      String library = text("library", object);
      ZonedDateTime asOf = asOf(object);
      JsonValue policy = object.required("policy");
      JsonValue record = object.required("record");
      String recordDigest = text("recordDigest", object);
      object.required("evaluation");
      JsonValue redaction = object.optional("redaction");
      String digest = text(AuditDocument.DIGEST, object);
      object.refuseUnknown();
      refuseHugeNumbers(members);
      Map<String, String> packs = new LinkedHashMap<>();
      String policyDigest = policy == null ? null : policy(policy, packs);
      if (library == null
          || asOf == null
          || policyDigest == null
          || record == null
          || recordDigest == null
          || digest == null
          || !problems.isEmpty()) {
        throw problems.exception();
      }
      LearnerRecord read =
          new RecordReading(
                  FactForm.byName(vocabulary), new Scalars(asOf.getZone(), problems), problems)
              .record(record);
      return new AuditContents(
          members, library, asOf, policyDigest, packs, read, recordDigest, redaction, digest);
    }

    private void format(ObjectReading object) {
      JsonValue value = object.required("format");
      String format = value == null ? null : scalars.text("format", value);
      if (value != null && format != null && !format.equals(AuditDocument.FORMAT)) {
        problems.add(
            value.place(),
            Quoted.of(format) + " is not the format of an audit record",
            "it is `" + AuditDocument.FORMAT + "`");
      }
    }

    private @Nullable ZonedDateTime asOf(ObjectReading object) {
      JsonValue asOf = object.required("asOf");
      JsonValue zone = object.required("zone");
      Instant instant = asOf == null ? null : scalars.instant("asOf", asOf, true);
      String name = zone == null ? null : scalars.name("zone", zone);
      if (zone == null || name == null || instant == null) {
        return null;
      }
      try {
        return instant.atZone(ZoneId.of(name));
      } catch (DateTimeException unknown) {
        problems.add(zone.place(), "there is no time zone " + Quoted.of(name), "");
        return null;
      }
    }

    private @Nullable String policy(JsonValue value, Map<String, String> packs) {
      if (!(value instanceof JsonValue.Members members)) {
        problems.add(value.place(), "`policy` is " + value.described() + ", not an object", "");
        return null;
      }
      ObjectReading object = new ObjectReading(members, "`policy`", problems);
      JsonValue listed = object.required("packs");
      if (listed instanceof JsonValue.Items items) {
        items.values().forEach(pack -> pack(pack, packs));
      } else if (listed != null) {
        problems.add(listed.place(), "`packs` is " + listed.described() + ", not a list", "");
      }
      return text(AuditDocument.DIGEST, object);
    }

    private void pack(JsonValue value, Map<String, String> packs) {
      if (!(value instanceof JsonValue.Members members)) {
        problems.add(value.place(), "a pack is " + value.described() + ", not an object", "");
        return;
      }
      ObjectReading object = new ObjectReading(members, "the pack", problems);
      String name = text("name", object);
      String digest = text(AuditDocument.DIGEST, object);
      if (name != null && digest != null && packs.put(name, digest) != null) {
        problems.add(value.place(), "the pack " + Quoted.of(name) + " is listed twice", "");
      }
    }

    private @Nullable String text(String name, ObjectReading object) {
      JsonValue value = object.required(name);
      return value == null ? null : scalars.name(name, value);
    }

    /** The canonical form has no number of such a size. */
    private void refuseHugeNumbers(JsonValue value) {
      if (value instanceof JsonValue.Members members) {
        members.byName().values().forEach(member -> refuseHugeNumbers(member.value()));
      } else if (value instanceof JsonValue.Items items) {
        items.values().forEach(this::refuseHugeNumbers);
      } else if (value instanceof JsonValue.Numeral numeral
          && Double.isInfinite(Double.parseDouble(numeral.digits()))) {
        problems.add(value.place(), numeral.described() + " is too large a number", "");
      }
    }
  }
}
