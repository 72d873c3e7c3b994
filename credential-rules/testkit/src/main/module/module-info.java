/** Tests of policies and of hosts. */
module io.credentialrules.testkit {
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.dataformat.yaml;
  requires org.junit.platform.commons;
  requires org.opentest4j;
  requires transitive io.credentialrules;
  requires transitive io.credentialrules.json;
  requires transitive net.jqwik.api;
  requires transitive org.assertj.core;
  requires transitive org.junit.jupiter.api;
  requires static com.google.errorprone.annotations;

  exports io.credentialrules.testkit;
  exports io.credentialrules.testkit.coverage;
  exports io.credentialrules.testkit.mutation;

  provides net.jqwik.api.SampleReportingFormat with
      io.credentialrules.testkit.ScenarioFormat;
  provides net.jqwik.api.providers.ArbitraryProvider with
      io.credentialrules.testkit.internal.learner.VocabularyProvider;
}
