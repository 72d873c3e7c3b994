package io.credentialrules.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.credentialrules.LearnerRecord;
import io.credentialrules.json.Redaction.Redacted;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RedactionProperties {
  private static final ZonedDateTime AS_OF =
      ZonedDateTime.of(2026, 5, 1, 23, 59, 0, 0, ZoneId.of("America/New_York"));
  private static final Redaction REDACTION =
      Redaction.of(AuditedPolicy.RULES, Pseudonyms.withKey(new byte[32]));

  @Property
  void a_redacted_record_is_decided_as_the_original_up_to_the_replaced_texts(@ForAll long seed)
      throws JsonProcessingException {
    LearnerRecord record = GeneratedRecords.record(seed);
    Redacted redacted = REDACTION.redact(record, AS_OF);
    Masking masking = new Masking(redacted.treatments());

    assertThat(masking.mask(AuditedPolicy.RULES.evaluate(redacted.record(), AS_OF)))
        .isEqualTo(masking.mask(AuditedPolicy.RULES.evaluate(record, AS_OF)));
  }

  @Example
  void a_birth_date_after_the_date_gives_no_age() throws JsonProcessingException {
    a_redacted_record_is_decided_as_the_original_up_to_the_replaced_texts(-424812421802603774L);
  }

  @Property(tries = 60)
  void a_redacted_audit_record_is_replayed_to_the_same_bytes(@ForAll long seed) {
    Redacted redacted = REDACTION.redact(GeneratedRecords.record(seed), AS_OF);
    AuditRecord audit = AuditRecord.of(AuditedPolicy.RULES, redacted, AS_OF);
    Replay replay =
        AuditRecord.read("a.json", audit.json(), AuditedPolicy.RULES.vocabulary())
            .replay(AuditedPolicy.RULES);

    assertThat(replay.findings()).isEmpty();
    assertThat(replay.json()).isEqualTo(audit.json());
  }

  @Property
  void facts_that_were_different_stay_different(@ForAll long seed) {
    LearnerRecord record = GeneratedRecords.record(seed);

    assertThat(new java.util.HashSet<>(REDACTION.redact(record, AS_OF).record().facts()))
        .hasSameSizeAs(new java.util.HashSet<>(record.facts()));
  }
}
