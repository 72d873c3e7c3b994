package io.credentialrules.pathways;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a package of CASE 1.1: each rubric is a credential, each of its criteria a requirement with
 * the scale of its levels, aligned to the competency that it is about. A framework without rubrics
 * is a credential whose competencies are requirements that somebody signs.
 */
final class CaseReading {
  private final Pathway pathway;
  private final boolean isBestFirst;
  private final Set<String> identifiers = new HashSet<>();
  private final Set<String> ids = new HashSet<>();
  private int weighted;
  private int scored;

  CaseReading(Pathway pathway, boolean isBestFirst) {
    this.pathway = pathway;
    this.isBestFirst = isBestFirst;
  }

  static boolean isOne(JsonNode document) {
    return document.has("CFDocument") || document.path("CFPackage").has("CFDocument");
  }

  void read(JsonNode document) {
    CaseObject whole = new CaseObject(document, "", pathway.source());
    CaseObject wrapped = whole.member("CFPackage");
    CaseObject file = wrapped == null ? whole : wrapped;
    CaseObject about = file.member("CFDocument");
    if (about == null) {
      throw file.refused("/CFDocument", "is missing");
    }
    String title = about.firstText("title", "description", "identifier");
    pathway.called(title, about.text("uri"));
    CaseItems items = new CaseItems(pathway, file, title);
    List<CaseObject> rubrics = file.list("CFRubrics");
    for (CaseObject rubric : rubrics) {
      rubric(rubric, items);
    }
    if (pathway.destinations().isEmpty()) {
      framework(about, items);
    } else if (items.unassessed() > 0) {
      pathway.leaveOut(
          items.unassessed()
              + (items.unassessed() == 1 ? " item is" : " items are")
              + " assessed by no rubric, so no rule looks at "
              + (items.unassessed() == 1 ? "it" : "them"));
    }
    tell("`weight` of " + weighted, weighted, "criterion", "criteria");
    tell("`score` of " + scored, scored, "level", "levels");
  }

  private void tell(String what, int number, String one, String several) {
    if (number > 0) {
      pathway.leaveOut(
          what
              + " "
              + (number == 1 ? one : several)
              + " decides nothing: each criterion is required by its level");
    }
  }

  private void rubric(CaseObject rubric, CaseItems items) {
    List<CaseObject> criteria = new ArrayList<>(rubric.list("CFRubricCriteria"));
    unique(rubric);
    String title = rubric.firstText("title", "description");
    String name = title.isEmpty() ? "Rubric " + ForeignText.tail(rubric.place()) : title;
    if (criteria.isEmpty()) {
      pathway.leaveOut(
          ForeignText.quoted(rubric.place()) + " has no criteria, so there is no rule for it");
      return;
    }
    if (criteria.stream().allMatch(criterion -> criterion.number("position") != null)) {
      criteria.sort((a, b) -> Integer.compare(position(a), position(b)));
    }
    Element element = add(rubric, Element.Kind.CREDENTIAL, name);
    pathway.destinations().add(element.key());
    boolean isScaled = false;
    List<String> keys = new ArrayList<>();
    for (CaseObject criterion : criteria) {
      Element own = criterion(rubric, criterion, element.carried().id(), items);
      isScaled |= !own.carried().when().isEmpty();
      keys.add(own.key());
    }
    Needs.add(pathway, element, keys.size(), keys);
    if (isScaled) {
      pathway.leaveOut(
          ForeignText.quoted(name)
              + " says of no level that it is enough, so the highest of each criterion is required;"
              + " its levels are read with the "
              + (isBestFirst ? "highest" : "lowest")
              + " first, which CASE does not say");
    }
  }

  private static int position(CaseObject criterion) {
    Integer position = criterion.number("position");
    return position == null ? 0 : position;
  }

  private Element criterion(
      CaseObject rubric, CaseObject criterion, String rubricId, CaseItems items) {
    unique(criterion);
    String parent = criterion.text("rubricId");
    if (!parent.isEmpty() && !parent.equals(rubric.text("identifier"))) {
      throw criterion.refused("/rubricId", "is another rubric than the one that it is in");
    }
    Element element = add(criterion, Element.Kind.OTHER, name(criterion, rubric));
    weighted += criterion.has("weight") ? 1 : 0;
    for (CaseObject level : criterion.list("CFRubricCriterionLevels")) {
      String above = level.text("rubricCriterionId");
      if (!above.isEmpty() && !above.equals(criterion.text("identifier"))) {
        throw level.refused(
            "/rubricCriterionId", "is another criterion than the one that it is in");
      }
      scored += level.has("score") ? 1 : 0;
    }
    List<String> annotations = new ArrayList<>(items.alignments(criterion));
    String id = element.carried().id();
    CaseScale scale = CaseScale.of(criterion, isBestFirst);
    if (scale.levels().isEmpty()) {
      pathway.leaveOut(scale.why());
      element.carry(new Carried(id, annotations, "", false));
      return element;
    }
    annotations.addAll(scale.annotation());
    pathway.levels().put(element.key(), scale.levels());
    element.carry(
        new Carried(
            id,
            annotations,
            "RubricScore( rubric == "
                + ForeignText.written(rubricId)
                + ", criterion == "
                + ForeignText.written(id)
                + ", "
                + scale.condition()
                + " )",
            false));
    return element;
  }

  private static String name(CaseObject criterion, CaseObject rubric) {
    String category = ForeignText.line(criterion.text("category"));
    String description = ForeignText.line(criterion.text("description"));
    if (!category.isEmpty() && !description.isEmpty()) {
      return category + ": " + description;
    }
    String either = category + description;
    CaseObject item = criterion.member("CFItemURI");
    String title = item == null ? "" : ForeignText.line(item.text("title"));
    if (!either.isEmpty() || !title.isEmpty()) {
      return either.isEmpty() ? title : either;
    }
    return "Criterion " + ForeignText.tail(criterion.place()) + " of " + rubric.firstText("title");
  }

  private void unique(CaseObject object) {
    String identifier = object.text("identifier");
    if (!identifier.isEmpty() && !identifiers.add(identifier)) {
      throw object.refused("/identifier", "is that of another object too");
    }
  }

  /** With the id that the conditions of criteria name, so it is settled here. */
  private Element add(CaseObject object, Element.Kind kind, String name) {
    Element element = pathway.add(new Element(object.place(), kind, name, ""));
    String wanted = ForeignText.id(name).isEmpty() ? "element" : ForeignText.id(name);
    String id = wanted;
    for (int i = 2; !ids.add(id); i++) {
      id = wanted + "-" + i;
    }
    element.carry(new Carried(id, List.of(), "", false));
    String address = object.firstText("uri", "identifier");
    if (!address.isEmpty()) {
      element.addresses().add(address);
    }
    return element;
  }

  /** All competencies, each of which somebody signs; those that have parts by their parts. */
  private void framework(CaseObject about, CaseItems items) {
    if (items.all().isEmpty()) {
      return;
    }
    Element whole = add(about, Element.Kind.CREDENTIAL, pathway.name());
    pathway.destinations().add(whole.key());
    pathway.leaveOut(
        "the file has no rubric with criteria, so each competency is a sign-off, and one that has"
            + " parts requires all of them");
    for (Map.Entry<String, CaseObject> item : items.all().entrySet()) {
      unique(item.getValue());
      Element element = add(item.getValue(), Element.Kind.OTHER, CaseItems.name(item.getValue()));
      element.carry(
          new Carried(
              element.carried().id(), items.alignments(item.getKey(), item.getValue()), "", false));
    }
    List<String> roots = new ArrayList<>(items.roots());
    if (roots.isEmpty()) {
      roots.addAll(items.all().keySet());
    }
    need(whole, roots, items);
    for (Map.Entry<String, CaseObject> item : items.all().entrySet()) {
      Element element = pathway.element(item.getValue().place());
      List<String> parts = items.parts(item.getKey());
      if (element != null && !parts.isEmpty()) {
        need(element, parts, items);
      }
    }
  }

  private void need(Element element, List<String> identifiersOfItems, CaseItems items) {
    List<String> keys = new ArrayList<>();
    for (String identifier : identifiersOfItems) {
      CaseObject item = items.all().get(identifier);
      if (item != null) {
        keys.add(item.place());
      }
    }
    Needs.add(pathway, element, keys.size(), keys);
  }
}
