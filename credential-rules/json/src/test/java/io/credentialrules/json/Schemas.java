package io.credentialrules.json;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** Validates documents with the published schemas, by a validator that is not ours. */
final class Schemas {
  static final Schemas RECORD = new Schemas(RecordSchema.of(GeneratedRecords.VOCABULARY));
  static final Schemas EVALUATION = new Schemas(EvaluationSchema.of(GeneratedRecords.VOCABULARY));
  static final Schemas AUDIT = new Schemas(AuditSchema.of(GeneratedRecords.VOCABULARY));

  private final Schema schema;

  Schemas(String text) {
    this.schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text, InputFormat.JSON);
  }

  List<String> problems(String document) {
    return schema
        .validate(
            document,
            InputFormat.JSON,
            execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }
}
