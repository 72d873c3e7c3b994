package io.credentialrules.pathways;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what elements of CTDL need: component conditions and condition profiles. */
final class ConditionProfiles {
  private static final int DEEPEST = 50;
  private static final int MOST_CONDITIONS = 10_000;
  private static final Map<String, Element.Kind> TARGETS =
      Map.of(
          "targetCredential", Element.Kind.CREDENTIAL,
          "targetLearningOpportunity", Element.Kind.TRAINING,
          "targetAssessment", Element.Kind.ASSESSMENT);

  private final Pathway pathway;
  private final Graph graph;
  private int parts;
  private int looked;

  ConditionProfiles(Pathway pathway, Graph graph) {
    this.pathway = pathway;
    this.graph = graph;
  }

  void read(Graph.Node node, Element element) {
    for (String condition : graph.references(node, "hasCondition", "requiredCondition")) {
      condition(element, condition, 0);
    }
    for (String profile : graph.references(node, "requires")) {
      profile(element, profile, 0);
    }
    List<String> children = graph.references(node, "hasChild", "isParentOf");
    if (element.needs().isEmpty() && !children.isEmpty()) {
      need(element, children.size(), children);
      pathway.leaveOut(
          ForeignText.quoted(element.name())
              + " has parts and no condition, so all of them are required");
    }
    List<String> before = graph.references(node, "prerequisite");
    if (!before.isEmpty()) {
      prerequisites(element, before);
    }
  }

  /** What comes first: beside the element itself, where that is not made of conditions. */
  private void prerequisites(Element element, List<String> before) {
    if (element.isExternal()) {
      String key = element.key() + "\u0000itself";
      Element itself =
          pathway.add(new Element(key, Element.Kind.CREDENTIAL, element.name(), element.code()));
      itself.addresses().addAll(element.addresses());
      element.needs().add(SomeOf.all(List.of(key)));
    } else if (element.needs().isEmpty()) {
      element.requireItself();
    }
    need(element, before.size(), before);
  }

  private void need(Element element, int number, List<String> ids) {
    List<String> keys = new ArrayList<>();
    for (String id : ids) {
      keys.add(element(id, Element.Kind.CREDENTIAL));
    }
    Needs.add(pathway, element, number, keys);
  }

  /** The element with an id; one that the file does not describe is of the kind that is given. */
  String element(String id, Element.Kind kind) {
    if (pathway.element(id) == null) {
      Element outside = new Element(id, kind, "Element " + ForeignText.tail(id), "");
      outside.addresses().add(id);
      pathway.add(outside);
      pathway.leaveOut(
          ForeignText.quoted(id)
              + " is not described in the file, so it is "
              + switch (kind) {
                case CREDENTIAL -> "a credential that is awarded elsewhere";
                case TRAINING -> "a training of that name";
                case ASSESSMENT -> "an assessment of that name";
                case AGE, OTHER -> "a sign-off";
              });
    }
    return id;
  }

  /** A condition may be named again and again, so what the file says is not what bounds it. */
  private void look() {
    if (++looked > MOST_CONDITIONS) {
      throw new PathwayException(
          pathway.source()
              + ": its conditions are more than "
              + MOST_CONDITIONS
              + " together; divide it");
    }
  }

  private void condition(Element element, String id, int depth) {
    look();
    Graph.Node node = graph.node(id);
    if (node == null || depth > DEEPEST) {
      Needs.said(pathway, element, node == null ? "The condition " + id : text(node, element));
      return;
    }
    String operator = ForeignText.tail(Graph.text(node.get("logicalOperator")));
    if (operator.isEmpty()) {
      operator = ForeignText.tail(String.join("", graph.references(node, "logicalOperator")));
    }
    List<String> targets = graph.references(node, "targetComponent");
    List<String> nested = graph.references(node, "hasCondition");
    List<String> constraints = graph.references(node, "hasConstraint");
    if (operator.equalsIgnoreCase("Not")) {
      Needs.said(pathway, element, "Not: " + text(node, element));
      return;
    }
    if (!constraints.isEmpty()) {
      constraints(element, constraints, operator);
    } else if (targets.isEmpty() && nested.isEmpty()) {
      Needs.said(pathway, element, text(node, element));
    }
    boolean isAny = operator.equalsIgnoreCase("Or") && constraints.isEmpty();
    int all = targets.isEmpty() ? nested.size() : targets.size();
    int number = number(node, "requiredNumber", isAny ? 1 : all);
    if (!targets.isEmpty()) {
      need(element, number, targets);
      nested.forEach(inner -> condition(element, inner, depth + 1));
      if (!nested.isEmpty() && node.get("requiredNumber") != null) {
        pathway.leaveOut(
            "the number in "
                + ForeignText.quoted(text(node, element))
                + " is that of its components, beside all of its conditions");
      }
    } else {
      List<String> keys = new ArrayList<>();
      for (String inner : nested) {
        keys.add(part(element, inner, depth));
      }
      Needs.add(pathway, element, number, keys);
    }
  }

  /** A condition that is one of several. */
  private String part(Element element, String id, int depth) {
    Graph.Node node = graph.node(id);
    String key = element.key() + "\u0000part " + ++parts;
    Element part =
        pathway.add(
            new Element(
                key,
                Element.Kind.OTHER,
                node == null ? "Condition " + id : text(node, element),
                ""));
    condition(part, id, depth + 1);
    return key;
  }

  private void constraints(Element element, List<String> constraints, String operator) {
    List<String> said = new ArrayList<>();
    for (String id : constraints) {
      Graph.Node constraint = graph.node(id);
      said.add(constraint == null ? id : constraint(constraint));
    }
    if (operator.equalsIgnoreCase("Or")) {
      Needs.said(pathway, element, String.join(" or ", said));
    } else {
      said.forEach(sentence -> Needs.said(pathway, element, sentence));
    }
  }

  private String constraint(Graph.Node node) {
    String described = Graph.text(node.get("description"));
    if (!described.isEmpty()) {
      return described;
    }
    return String.join(
        " ",
        side(node, "leftAction", "leftSource"),
        last(graph.references(node, "comparator")),
        side(node, "rightAction", "rightSource"));
  }

  private String side(Graph.Node node, String action, String source) {
    List<String> values = new ArrayList<>(graph.references(node, source));
    if (values.isEmpty()) {
      values.addAll(Graph.texts(node.get(source)));
    }
    String joined = String.join(", ", values.stream().map(ForeignText::tail).toList());
    String done = last(graph.references(node, action));
    return done.isEmpty() ? joined : done + " " + joined;
  }

  private static String last(List<String> ids) {
    return ids.isEmpty() ? "" : ForeignText.tail(ids.get(0));
  }

  private static String text(Graph.Node node, Element element) {
    String name = Graph.text(node.get("name"));
    String text = name.isEmpty() ? Graph.text(node.get("description")) : name;
    return ForeignText.line(text).isEmpty() ? "A condition of " + element.name() : text;
  }

  private static int number(Graph.Node node, String property, int absent) {
    String text = Graph.text(node.get(property));
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : absent;
  }

  /** All that a profile names, and any one of its alternatives. */
  private void profile(Element element, String id, int depth) {
    look();
    Graph.Node node = graph.node(id);
    if (node == null || depth > DEEPEST) {
      Needs.said(pathway, element, node == null ? "The conditions " + id : text(node, element));
      return;
    }
    int before = element.needs().size();
    TARGETS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(target -> target(element, node, target.getKey(), target.getValue()));
    for (String target : graph.references(node, "targetPathway", "targetCompetency", "targetJob")) {
      target(element, target);
    }
    for (String text : Graph.texts(node.get("condition"))) {
      Needs.said(pathway, element, text);
    }
    int age = number(node, "minimumAge", 0);
    if (age > 0) {
      String key = "_:age " + age;
      if (pathway.element(key) == null) {
        pathway.add(
            new Element(
                key, Element.Kind.AGE, "At least " + age + " years of age", String.valueOf(age)));
      }
      element.needs().add(SomeOf.all(List.of(key)));
    }
    for (String property : List.of("yearsOfExperience", "experience", "submissionOf", "weight")) {
      String text = Graph.text(node.get(property));
      if (!text.isEmpty()) {
        Needs.said(pathway, element, ForeignText.line(property + ": " + text));
      }
    }
    for (String credits : graph.references(node, "creditValue")) {
      Graph.Node value = graph.node(credits);
      String amount = value == null ? credits : Graph.text(value.get("value"));
      Needs.said(pathway, element, amount + " credits for " + element.name());
    }
    List<String> alternatives = new ArrayList<>();
    for (String alternative : graph.references(node, "alternativeCondition")) {
      alternatives.add(alternative(element, alternative, depth));
    }
    Needs.add(pathway, element, Math.min(1, alternatives.size()), alternatives);
    if (element.needs().size() == before) {
      Needs.said(pathway, element, text(node, element));
    }
  }

  private String alternative(Element element, String id, int depth) {
    Graph.Node node = graph.node(id);
    Element part =
        pathway.add(
            new Element(
                element.key() + "\u0000part " + ++parts,
                Element.Kind.OTHER,
                node == null ? "Conditions " + id : text(node, element),
                ""));
    profile(part, id, depth + 1);
    return part.key();
  }

  private void target(Element element, Graph.Node node, String property, Element.Kind kind) {
    List<String> keys = new ArrayList<>();
    for (String id : graph.references(node, property)) {
      keys.add(element(id, kind));
    }
    Needs.add(pathway, element, keys.size(), keys);
  }

  /** A pathway is what it leads to; a competency or a job is signed. */
  private void target(Element element, String id) {
    Graph.Node node = graph.node(id);
    List<String> keys = new ArrayList<>();
    if (node != null && node.is("Pathway")) {
      for (String destination : graph.references(node, "hasDestinationComponent")) {
        keys.add(element(destination, Element.Kind.CREDENTIAL));
      }
    }
    if (keys.isEmpty()) {
      String name = node == null ? "" : Graph.text(node.get("name"));
      Needs.said(pathway, element, name.isEmpty() ? "What is at " + id : name);
    } else {
      Needs.add(pathway, element, keys.size(), keys);
    }
  }
}
