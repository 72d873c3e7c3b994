/** Pathways that others publish, as policy packs. */
module io.credentialrules.pathways {
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires transitive io.credentialrules;

  exports io.credentialrules.pathways;
}
