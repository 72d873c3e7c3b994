/** Learner records and evaluations as JSON and YAML. */
module io.credentialrules.json {
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.dataformat.yaml;
  requires transitive io.credentialrules;
  requires static com.google.errorprone.annotations;

  exports io.credentialrules.json;
  exports io.credentialrules.json.tree;
}
