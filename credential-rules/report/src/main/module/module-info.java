/** Answers in sentences, as text, Markdown, a page and a picture. */
module io.credentialrules.report {
  requires com.google.common;
  requires freemarker;
  requires java.desktop;
  requires java.logging;
  requires java.sql;
  requires java.xml;
  requires org.eclipse.elk.alg.layered;
  requires org.eclipse.elk.core;
  requires org.eclipse.elk.graph;
  requires transitive io.credentialrules;
  requires static com.google.errorprone.annotations;

  exports io.credentialrules.report;

  // Templates, and what they show.
  opens io.credentialrules.report.templates to
      freemarker;
  opens io.credentialrules.report.internal.page to
      freemarker;
  opens io.credentialrules.report.internal.picture to
      freemarker;
  opens io.credentialrules.report.internal.words to
      freemarker;
}
