/** Times and counts of rules as Micrometer meters. */
module io.credentialrules.micrometer {
  requires transitive io.credentialrules;
  requires transitive micrometer.core;

  exports io.credentialrules.micrometer;
}
