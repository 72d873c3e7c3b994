/** Open Badges and Comprehensive Learner Records, read into facts and verified. */
module io.credentialrules.openbadges {
  requires com.google.common;
  requires com.nimbusds.jose.jwt;
  requires copper.multibase;
  requires jakarta.json;
  requires java.net.http;
  requires java.sql;
  requires java.xml;
  requires titanium.json.ld;
  requires titanium.rdf.api;
  requires titanium.rdf.n.quads;
  requires titanium.rdfc;
  requires transitive io.credentialrules;
  requires static com.google.errorprone.annotations;

  exports io.credentialrules.openbadges;

  // The contexts of the standards, which Guava reads.
  opens io.credentialrules.openbadges.contexts to
      com.google.common;
}
