/** An application on the module path: it requires what it uses, and opens nothing. */
module com.example.modular {
  requires io.credentialrules;
  requires io.credentialrules.json;
  requires io.credentialrules.openbadges;
  requires io.credentialrules.report;
}
