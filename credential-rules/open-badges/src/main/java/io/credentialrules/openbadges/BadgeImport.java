package io.credentialrules.openbadges;

import io.credentialrules.vocabulary.Fact;
import java.util.ArrayList;
import java.util.List;

/** What a document became. */
public sealed interface BadgeImport permits StatedBadgeImport {

  /** The credential of the document; empty where it could not be read. */
  List<ImportedCredential> credentials();

  /** What is wrong with it, or became no fact, in the order in which it was found. */
  List<BadgeProblem> problems();

  /** The credentials and those within them, each before its parts. */
  default List<ImportedCredential> all() {
    List<ImportedCredential> all = new ArrayList<>();
    add(credentials(), all);
    return List.copyOf(all);
  }

  /** All facts, for a learner record; those that do not count say why by status and vetting. */
  default List<Fact> facts() {
    return all().stream().flatMap(credential -> credential.facts().stream()).toList();
  }

  private static void add(List<ImportedCredential> credentials, List<ImportedCredential> all) {
    for (ImportedCredential credential : credentials) {
      all.add(credential);
      add(credential.parts(), all);
    }
  }
}
