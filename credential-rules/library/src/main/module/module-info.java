/**
 * Compiles policy packs into credential rules. The modules of the JDK are those that the engine
 * needs, whose own jars do not say so.
 */
module io.credentialrules {
  requires com.google.common;
  requires java.compiler;
  requires java.desktop;
  requires java.logging;
  requires java.management;
  requires java.naming;
  requires java.xml;
  requires org.drools.base;
  requires org.drools.canonicalmodel;
  requires org.drools.core;
  requires org.drools.modelcompiler;
  requires org.kie.api;
  requires org.slf4j;
  requires re2j;
  requires static com.google.errorprone.annotations;
  requires transitive org.jspecify;

  exports io.credentialrules;
  exports io.credentialrules.policy;
  exports io.credentialrules.policy.syntax;
  exports io.credentialrules.vocabulary;
  exports io.credentialrules.internal.pack to
      io.credentialrules.json;
  exports io.credentialrules.internal.result to
      io.credentialrules.testkit;
  exports io.credentialrules.internal.text to
      io.credentialrules.json;
  exports io.credentialrules.internal.work to
      io.credentialrules.json,
      io.credentialrules.report;
}
