package io.credentialrules.pathways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.Provenance;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is published is what is decided, however it is written. */
class PathwayProperties {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

  @Provide
  Arbitrary<Tree> trees() {
    return Tree.trees(2);
  }

  @Provide
  Arbitrary<Set<Integer>> badges() {
    return Arbitraries.integers().between(0, Tree.BADGES - 1).set();
  }

  @Property
  void a_pathway_of_badgr_is_completed_by_the_badges_that_complete_it(
      @ForAll("trees") Tree tree, @ForAll("badges") Set<Integer> held) {
    assertDecides(tree, held, tree.badgr());
  }

  @Property
  void a_pathway_of_ctdl_is_completed_by_the_badges_that_complete_it(
      @ForAll("trees") Tree tree, @ForAll("badges") Set<Integer> held, @ForAll boolean isPlain) {
    assertDecides(tree, held, tree.ctdl(isPlain ? "" : "ceterms:"));
  }

  @Property
  void a_pack_decides_the_same_when_it_was_written_as_ctdl_and_read_again(
      @ForAll("trees") Tree tree, @ForAll("badges") Set<Integer> held, @ForAll boolean isBadgr) {
    PathwayImport first =
        PathwayReader.of("tree").read("tree.json", isBadgr ? tree.badgr() : tree.ctdl("ceterms:"));
    CredentialRules rules = CredentialRules.compile(first.pack());
    PathwayExport export = PathwayWriterTest.WRITER.write(rules, TODAY, "Tree");
    assertThat(export.leftOut()).isEmpty();
    PathwayImport second = PathwayReader.of("again").read("again.json", export.json());
    assertThat(second.leftOut()).isEmpty();
    assertThat(second.external().keySet()).isEqualTo(first.external().keySet());
    CredentialRules again = CredentialRules.compile(second.pack());
    List<Fact> facts = new ArrayList<>();
    for (Map.Entry<String, String> external : first.external().entrySet()) {
      if (held.stream().anyMatch(badge -> Tree.badge(badge).equals(external.getValue()))) {
        facts.add(
            new HeldCredential(external.getKey(), null, TODAY.minusDays(1), Provenance.UNVETTED));
      }
    }
    LearnerRecord record = LearnerRecord.builder("ada").addAll(facts).build();
    ZoneId zone = ZoneId.of("UTC");
    assertThat(again.evaluate(record, TODAY, zone).earned())
        .containsExactlyInAnyOrderElementsOf(rules.evaluate(record, TODAY, zone).earned());
    // What is written of the pack that was read is the same once more.
    assertThat(PathwayWriterTest.WRITER.write(again, TODAY, "Tree").leftOut()).isEmpty();
  }

  private static void assertDecides(Tree tree, Set<Integer> held, String json) {
    PathwayImport read = PathwayReader.of("tree").read("tree.json", json);
    assertThat(CredentialRules.builder().add(read.pack()).check()).isEmpty();
    assertThat(read.leftOut()).allMatch(sentence -> sentence.contains("leads to no destination"));
    CredentialRules rules = CredentialRules.compile(read.pack());
    List<Fact> facts = new ArrayList<>();
    for (Map.Entry<String, String> external : read.external().entrySet()) {
      if (held.stream().anyMatch(badge -> Tree.badge(badge).equals(external.getValue()))) {
        facts.add(
            new HeldCredential(external.getKey(), null, TODAY.minusDays(1), Provenance.UNVETTED));
      }
    }
    LearnerRecord record = LearnerRecord.builder("ada").addAll(facts).build();
    String destination = rules.catalogue().get(rules.catalogue().size() - 1).id();
    assertThat(rules.evaluate(record, TODAY, ZoneId.of("UTC")).decision(destination).isEarned())
        .isEqualTo(tree.isComplete(held));
  }

  @Property
  void another_document_is_refused_or_read_and_never_anything_else(@ForAll String text) {
    assertOnlyRefused(text);
    assertOnlyRefused(
        "{\"elementId\": \"" + ForeignText.id(text) + "\", \"requirements\": " + text + "}");
  }

  @Property
  void whatever_is_changed_in_a_pathway_gives_a_pack_without_errors_or_is_refused(
      @ForAll("trees") Tree tree, @ForAll int place, @ForAll("others") String other)
      throws IOException {
    JsonNode root =
        new ObjectMapper().readTree(place % 2 == 0 ? tree.badgr() : tree.ctdl("ceterms:"));
    List<JsonNode> holders = new ArrayList<>();
    holders.addAll(root.findParents("name"));
    holders.addAll(root.findParents("ceterms:name"));
    holders.addAll(root.findParents("countRule"));
    holders.addAll(root.findParents("ceterms:hasCondition"));
    holders.addAll(root.findParents("ceterms:targetComponent"));
    JsonNode holder = holders.get(Math.floorMod(place, holders.size()));
    List<String> names = new ArrayList<>();
    holder.fieldNames().forEachRemaining(names::add);
    ((ObjectNode) holder)
        .set(names.get(Math.floorMod(place / 7, names.size())), new ObjectMapper().readTree(other));
    assertOnlyRefused(root.toString());
  }

  @Provide
  Arbitrary<String> others() {
    return Arbitraries.of(
        "null",
        "[]",
        "{}",
        "-1",
        "99",
        "\"\"",
        "true",
        "\"urn:component:0\"",
        "[\"urn:component:0\", 1]",
        "{\"@type\": \"ceterms:ComponentCondition\"}",
        "{\"@id\": \"urn:component:0\"}",
        "[[[]]]",
        "{\"@type\": \"atLeastN\", \"requiredCount\": 99}",
        "{\"fr\": [\"un\", \"deux\"]}");
  }

  private static void assertOnlyRefused(String json) {
    Throwable thrown =
        catchThrowable(
            () -> {
              PathwayImport read = PathwayReader.of("changed").read("changed.json", json);
              CredentialRules.compile(read.pack());
            });
    if (thrown != null) {
      assertThat(thrown).as(json).isInstanceOf(PathwayException.class);
    }
  }
}
