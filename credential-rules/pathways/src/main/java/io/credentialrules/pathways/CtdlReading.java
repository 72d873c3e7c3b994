package io.credentialrules.pathways;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads CTDL: pathways with their components and conditions, and credentials with condition
 * profiles. All conditions of a component hold together; a condition without a required number
 * needs all that it names.
 */
final class CtdlReading {
  /** What says nothing of what is needed. */
  private static final Set<String> TOLD =
      Set.of(
          "name",
          "description",
          "ctid",
          "subjectWebpage",
          "subjectWebPage",
          "ownedBy",
          "offeredBy",
          "hasPart",
          "isPartOf",
          "isChildOf",
          "isDestinationComponentFor",
          "sourceData",
          "proxyFor",
          "credentialType",
          "codedNotation",
          "codeNotation",
          "componentCategory",
          "inLanguage",
          "hasCondition",
          "requiredCondition",
          "requires",
          "hasChild",
          "isParentOf",
          "hasDestinationComponent",
          "hasRoot",
          "isRootOf",
          "isRequiredCondition",
          "image",
          "prerequisite",
          "source",
          "keyword",
          "completionAward",
          "identifier",
          "courseCode",
          "credentialStatusType",
          "dateEffective",
          "inCatalog",
          "alternateName",
          "policyId",
          "policyAnnotation",
          "policyWhen");

  private final Pathway pathway;

  CtdlReading(Pathway pathway) {
    this.pathway = pathway;
  }

  void read(List<JsonNode> documents) {
    Graph graph = new Graph(documents);
    ConditionProfiles conditions = new ConditionProfiles(pathway, graph);
    Set<String> told = told(graph);
    for (Graph.Node node : graph.nodes()) {
      if (isElement(node) && !told.contains(node.id())) {
        declare(graph, node);
      }
    }
    Map<String, Integer> unread = new TreeMap<>();
    for (Graph.Node node : graph.nodes()) {
      Element element = isElement(node) ? pathway.element(node.id()) : null;
      if (element != null) {
        conditions.read(node, element);
        for (String property : node.properties().keySet()) {
          if (!TOLD.contains(property)) {
            unread.merge(property, 1, Integer::sum);
          }
        }
      }
    }
    unread.forEach(
        (property, number) ->
            pathway.leaveOut(
                ForeignText.quoted(property)
                    + " of "
                    + number
                    + (number == 1 ? " element" : " elements")
                    + " is no condition, and is not read"));
    destinations(graph, conditions);
  }

  /** The credentials whose components say by conditions what they take. */
  private static Set<String> told(Graph graph) {
    Set<String> told = new HashSet<>();
    for (Graph.Node node : graph.nodes()) {
      if (!graph.references(node, "hasCondition").isEmpty()) {
        told.addAll(graph.references(node, "proxyFor"));
      }
    }
    return told;
  }

  private static boolean isElement(Graph.Node node) {
    return kind(node) != null && !node.is("ComponentCondition");
  }

  private static Element.@Nullable Kind kind(Graph.Node node) {
    for (String type : node.types()) {
      Element.Kind kind = kind(type);
      if (kind != null) {
        return kind;
      }
    }
    return null;
  }

  /** By the name of the class: those of components, and those of what they are proxies for. */
  static Element.@Nullable Kind kind(String type) {
    String word = type.endsWith("Component") ? type.substring(0, type.length() - 9) : type;
    if (word.matches(
        "Credential|.*Degree|.*Badge|.*Certificate|Certificate.*|Certification|.*License|.*Diploma|MicroCredential"
            + "|QualityAssuranceCredential|.*Qualification|Specialization")) {
      return Element.Kind.CREDENTIAL;
    }
    if (word.matches("Course|LearningOpportunity.*|LearningProgram")) {
      return Element.Kind.TRAINING;
    }
    if (word.matches("Assessment|AssessmentProfile")) {
      return Element.Kind.ASSESSMENT;
    }
    return type.endsWith("Component") || word.equals("Basic") ? Element.Kind.OTHER : null;
  }

  private void declare(Graph graph, Graph.Node node) {
    Element.Kind kind = kind(node);
    if (kind == null || pathway.element(node.id()) != null) {
      return;
    }
    String code = Graph.text(node.get("codedNotation"));
    if (code.isEmpty()) {
      code = Graph.text(node.get("codeNotation"));
    }
    if (code.isEmpty()) {
      code = Graph.text(node.get("courseCode"));
    }
    Element element = pathway.add(new Element(node.id(), kind, name(graph, node, code), code));
    element.addresses().addAll(graph.references(node, "sourceData", "proxyFor", "subjectWebpage"));
    element.carry(Carried.of(node));
    if (element.addresses().isEmpty() && !node.id().startsWith("_:")) {
      element.addresses().add(node.id());
    }
  }

  private static String name(Graph graph, Graph.Node node, String code) {
    List<String> texts = new ArrayList<>();
    texts.add(Graph.text(node.get("name")));
    for (String proxy : graph.references(node, "proxyFor")) {
      Graph.Node behind = graph.node(proxy);
      texts.add(behind == null ? "" : Graph.text(behind.get("name")));
    }
    for (String condition : graph.references(node, "hasCondition")) {
      Graph.Node stated = graph.node(condition);
      texts.add(stated == null ? "" : Graph.text(stated.get("description")));
    }
    texts.add(code);
    texts.add(Graph.text(node.get("description")));
    texts.add("Element " + ForeignText.tail(node.id()));
    return texts.stream()
        .filter(text -> !ForeignText.line(text).isEmpty())
        .findFirst()
        .orElse(node.id());
  }

  private void destinations(Graph graph, ConditionProfiles conditions) {
    for (Graph.Node node : graph.nodes()) {
      if (node.is("Pathway")) {
        pathway.called(Graph.text(node.get("name")), node.id());
        for (String id : graph.references(node, "hasDestinationComponent", "hasRoot")) {
          pathway.destinations().add(conditions.element(id, Element.Kind.CREDENTIAL));
        }
      }
    }
    if (pathway.destinations().isEmpty()) {
      pathway.roots().stream()
          .map(pathway.elements()::get)
          .filter(element -> element != null && element.isAwarded())
          .forEach(element -> pathway.destinations().add(element.key()));
      pathway.destinations().stream()
          .findFirst()
          .map(pathway.elements()::get)
          .ifPresent(element -> pathway.called(element.name(), element.key()));
    }
    if (pathway.destinations().isEmpty() && !pathway.elements().isEmpty()) {
      pathway.leaveOut(
          "the file names no destination, so what nothing else needs is required together");
      String name = pathway.name().isEmpty() ? ForeignText.tail(pathway.source()) : pathway.name();
      List<String> roots = pathway.roots();
      Element all = new Element("_:pathway", Element.Kind.CREDENTIAL, name, "");
      Needs.add(pathway, all, roots.size(), roots);
      if (!all.needs().isEmpty()) {
        pathway.add(all);
        pathway.destinations().add(all.key());
      }
    }
  }
}
