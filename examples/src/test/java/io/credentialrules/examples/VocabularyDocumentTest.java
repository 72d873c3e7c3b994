package io.credentialrules.examples;

import org.junit.jupiter.api.Test;

/** The document of the vocabulary is the vocabulary. */
final class VocabularyDocumentTest {

  @Test
  void every_fact_type_and_field_is_described_as_it_is() throws Exception {
    Golden.check(Golden.ROOT.resolve("docs/vocabulary.md"), VocabularyDocument.write());
  }
}
