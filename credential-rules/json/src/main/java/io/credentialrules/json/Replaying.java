package io.credentialrules.json;

import io.credentialrules.CredentialRules;
import io.credentialrules.internal.text.Quoted;
import io.credentialrules.json.Replay.Finding;
import io.credentialrules.json.Replay.Outcome;
import io.credentialrules.json.tree.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decides anew what an audit record says, and tells apart why it is not the same. */
final class Replaying {
  private static final int MOST_DIFFERENCES = 20;

  private final String json;
  private final AuditContents contents;
  private final CredentialRules rules;
  private final List<Finding> findings = new ArrayList<>();

  Replaying(String json, AuditContents contents, CredentialRules rules) {
    this.json = json;
    this.contents = contents;
    this.rules = rules;
  }

  Replay replay() {
    lookAtDocument();
    lookAtPolicy();
    String again =
        AuditDocument.print(
            new AuditDocument.Contents(
                rules,
                rules.evaluate(contents.record(), contents.asOf()),
                contents.library(),
                contents.redaction()));
    if (!again.equals(json)) {
      lookAtAnswer(again);
    }
    findings.sort(Comparator.comparing(Finding::kind));
    Outcome outcome = findings.isEmpty() ? Outcome.CONFIRMED : findings.get(0).kind();
    return new StatedReplay(outcome, findings, again);
  }

  private void lookAtDocument() {
    if (!CanonicalRecord.digest(contents.record()).equals(contents.recordDigest())) {
      add(Outcome.RECORD_CHANGED, "/record", "the record does not have the digest `recordDigest`");
    }
    Map<String, Object> members = new LinkedHashMap<>();
    contents.document().byName().forEach((name, member) -> members.put(name, member.value()));
    members.remove(AuditDocument.DIGEST);
    if (!Digest.sha256(CanonicalJson.print(members)).equals(contents.digest())) {
      add(Outcome.DOCUMENT_CHANGED, "", "the document does not have the digest that it names");
    }
  }

  private void lookAtPolicy() {
    if (rules.digest().equals(contents.policyDigest())) {
      return;
    }
    int before = findings.size();
    contents
        .packs()
        .forEach(
            (name, digest) -> {
              String now = rules.packs().get(name);
              if (now == null) {
                addPolicy("the pack " + Quoted.of(name) + " is missing; name its folder too");
              } else if (!now.equals(digest)) {
                addPolicy("the pack " + Quoted.of(name) + " is another than the one that decided");
              }
            });
    for (String name : rules.packs().keySet()) {
      if (!contents.packs().containsKey(name)) {
        addPolicy("the pack " + Quoted.of(name) + " was not there; leave it out");
      }
    }
    if (findings.size() == before) {
      addPolicy("the packs are in another order, or the digest of the policy was changed");
    }
  }

  private void addPolicy(String message) {
    add(Outcome.POLICY_CHANGED, "/policy", message);
  }

  private void add(Outcome kind, String pointer, String message) {
    findings.add(new StatedFinding(kind, pointer, message));
  }

  /** What follows from a finding above is not told again. */
  private void lookAtAnswer(String again) {
    boolean isElsewhereTold = !findings.isEmpty();
    List<JsonDifference> differences =
        JsonDifference.between(contents.document(), parsed(again)).stream()
            .filter(difference -> !isElsewhereTold || difference.isWithin("/evaluation"))
            .filter(difference -> !difference.isWithin("/evaluation/policyDigest"))
            .filter(difference -> !difference.isWithin("/" + AuditDocument.DIGEST))
            .toList();
    differences.stream()
        .limit(MOST_DIFFERENCES)
        .forEach(
            difference ->
                add(Outcome.DIFFERENT_ANSWER, difference.pointer(), difference.message()));
    if (differences.size() > MOST_DIFFERENCES) {
      int more = differences.size() - MOST_DIFFERENCES;
      add(Outcome.DIFFERENT_ANSWER, "/evaluation", "and " + more + " further differences");
    }
    if (findings.isEmpty()) {
      add(Outcome.DIFFERENT_ANSWER, "", "the document is written in another way");
    }
  }

  private static JsonValue parsed(String text) {
    DocumentText document = new DocumentText("replay", text);
    return DocumentParser.parse(document, new DocumentProblems(document));
  }
}
