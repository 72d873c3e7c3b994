package io.credentialrules.pathways;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A pathway as a tree, which says of a set of badges whether they complete it, and writes itself as
 * Badgr and as CTDL.
 *
 * @param number how many of the children and badges together; as many as there are for all
 */
record Tree(
    String name, boolean isCredential, int number, List<Tree> children, List<Integer> badges) {
  private static final ObjectMapper JSON = new ObjectMapper();
  static final int BADGES = 6;

  static String badge(int number) {
    return "https://badges.example/public/badges/B" + number;
  }

  /** Trees of some depth; each node counts either children or badges, and some need all. */
  static Arbitrary<Tree> trees(int depth) {
    Arbitrary<List<Integer>> badges =
        Arbitraries.integers()
            .between(0, BADGES - 1)
            .list()
            .ofMinSize(1)
            .ofMaxSize(4)
            .uniqueElements();
    Arbitrary<List<Tree>> children =
        depth == 0
            ? Arbitraries.just(List.of())
            : trees(depth - 1).list().ofMinSize(0).ofMaxSize(3);
    return Combinators.combine(
            Arbitraries.of(
                "Basics", "Level 2: 40 hours", "Été", "A \"quoted\" \\ name", "", "Basics"),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(1, 4),
            children,
            badges)
        .as(
            (name, isCredential, number, parts, own) -> {
              List<Integer> kept = parts.isEmpty() ? own : List.of();
              int size = parts.size() + kept.size();
              return new Tree(name, isCredential, Math.min(number, size), parts, kept);
            });
  }

  boolean isComplete(Set<Integer> held) {
    long complete =
        children.stream().filter(child -> child.isComplete(held)).count()
            + badges.stream().filter(held::contains).count();
    return complete >= number;
  }

  int size() {
    return children.size() + badges.size();
  }

  String badgr() {
    return badgr(new int[1]).toString();
  }

  private ObjectNode badgr(int[] counter) {
    ObjectNode node = JSON.createObjectNode();
    int id = counter[0]++;
    node.put("elementId", "e" + id).put("name", name);
    if (isCredential) {
      node.putObject("completionBadge").put("badgeUrl", "https://badges.example/completed/C" + id);
    }
    ObjectNode requirements = node.putObject("requirements");
    rule(requirements.putObject("childElementRequirements"), children.size());
    ObjectNode ofBadges = requirements.putObject("badgeRequirements");
    rule(ofBadges, badges.size());
    ArrayNode required = ofBadges.putArray("requiredBadges");
    badges.forEach(badge -> required.addObject().put("badgeUrl", badge(badge)));
    requirements.putArray("shortcutBadges");
    ArrayNode parts = node.putArray("children");
    children.forEach(child -> parts.add(child.badgr(counter)));
    return node;
  }

  private void rule(ObjectNode of, int size) {
    if (number == size) {
      of.putObject("countRule").put("@type", "all");
    } else {
      of.putObject("countRule")
          .put("@type", "atLeastN")
          .put("requiredCount", size == 0 ? 0 : number);
    }
  }

  /** With terms as they are given, such as {@code ceterms:} or nothing. */
  String ctdl(String prefix) {
    ObjectNode document = JSON.createObjectNode();
    ArrayNode graph = document.putArray("@graph");
    ObjectNode pathway =
        graph.addObject().put("@id", "urn:pathway").put("@type", prefix + "Pathway");
    pathway.putObject(prefix + "name").put("en", "A pathway");
    pathway.put(prefix + "hasDestinationComponent", ctdl(prefix, graph, new int[1]));
    for (int i = 0; i < BADGES; i++) {
      graph
          .addObject()
          .put("@id", badge(i))
          .put("@type", prefix + "CredentialComponent")
          .put(prefix + "name", "Badge B" + i);
    }
    return document.toString();
  }

  private String ctdl(String prefix, ArrayNode graph, int[] counter) {
    String id = "urn:component:" + counter[0]++;
    List<String> targets = new ArrayList<>();
    children.forEach(child -> targets.add(child.ctdl(prefix, graph, counter)));
    badges.forEach(badge -> targets.add(badge(badge)));
    ObjectNode node = graph.addObject().put("@id", id);
    node.put("@type", prefix + (isCredential ? "CredentialComponent" : "BasicComponent"));
    node.putObject(prefix + "name").put("en-US", name);
    ObjectNode condition = node.putArray(prefix + "hasCondition").addObject();
    condition.put("@type", prefix + "ComponentCondition");
    if (number < targets.size()) {
      condition.put(prefix + "requiredNumber", number);
    }
    ArrayNode all = condition.putArray(prefix + "targetComponent");
    targets.forEach(all::add);
    return id;
  }
}
