package io.credentialrules.pathways;

import io.credentialrules.CredentialRules;
import io.credentialrules.PolicyPack;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.Severity;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a pathway as a pack: what others need first, the destination last, so that a person reads
 * from the bottom of the pathway to its end. What a check warns of because of how the pathway was
 * published, such as a name with another number than the rule, is silenced with that reason.
 */
final class PackWriting {
  private static final String FILE = "pathway.drl";

  private static final String EVERYBODY = "empty-record";

  /** A file whose carried rules are wrong again and again carries nothing in the end. */
  private static final int MOST_ROUNDS = 5;

  private final Pathway pathway;
  private final String pack;
  private final @Nullable ZoneId zone;
  private final List<Element> written = new ArrayList<>();
  private final Set<String> external = new LinkedHashSet<>();
  private final List<Integer> lines = new ArrayList<>();
  private final ElementIds ids;

  PackWriting(Pathway pathway, String pack, @Nullable ZoneId zone) {
    this.pathway = pathway;
    this.pack = pack;
    this.zone = zone;
    for (String destination : pathway.destinations()) {
      Element element = pathway.element(destination);
      if (element != null && element.needs().isEmpty()) {
        Needs.said(pathway, element, "Whatever " + element.name() + " asks for");
      }
    }
    order();
    this.ids = new ElementIds(pathway);
  }

  /** Those that lead to a destination, each after what it needs; others are told. */
  private void order() {
    Set<String> seen = new LinkedHashSet<>();
    List<String> starts = new ArrayList<>(pathway.destinations());
    pathway.elements().values().stream()
        .filter(element -> element.isAwarded() || !element.carried().id().isEmpty())
        .forEach(element -> starts.add(element.key()));
    for (String start : starts) {
      Deque<String> path = new ArrayDeque<>();
      path.push(start);
      Set<String> open = new LinkedHashSet<>();
      while (!path.isEmpty()) {
        String key = path.peek();
        Element element = pathway.element(key);
        if (element == null || seen.contains(key)) {
          path.pop();
        } else if (open.add(key)) {
          List<String> needed = new ArrayList<>(element.shortcuts());
          element.needs().forEach(need -> needed.addAll(need.keys()));
          for (int i = needed.size() - 1; i >= 0; i--) {
            path.push(needed.get(i));
          }
        } else {
          path.pop();
          seen.add(key);
          if (isExternal(element)) {
            external.add(key);
          } else {
            written.add(element);
            tellOfSignOff(element);
          }
        }
      }
    }
    for (Element element : List.copyOf(pathway.elements().values())) {
      if (!seen.contains(element.key()) && !element.isCondition()) {
        pathway.leaveOut(
            ForeignText.quoted(element.name())
                + " leads to no destination, so there is no rule for it");
      }
    }
  }

  private void tellOfSignOff(Element element) {
    if (element.carried().isRefused()) {
      pathway.leaveOut(
          ForeignText.quoted(element.name())
              + " carries what cannot be conditions of a rule, so it is a sign-off");
    } else if (element.kind() == Element.Kind.OTHER
        && element.isItself()
        && element.carried().when().isEmpty()) {
      pathway.leaveOut(
          ForeignText.quoted(element.name())
              + (element.isCondition()
                  ? " is a condition that rules cannot say, so it is a sign-off"
                  : " has no condition, so it is a sign-off"));
    }
  }

  /** Whether the checks refused what some rules carry, which are sign-offs then. */
  private boolean refuse(PolicyPack pack, boolean isLast, Map<String, Set<String>> silenced) {
    boolean refused = false;
    for (Problem problem : CredentialRules.builder().add(pack).check()) {
      Element element = problem.severity() == Severity.ERROR ? at(problem.span().line()) : null;
      if (element == null) {
        continue;
      }
      boolean isOfEverybody = problem.code().equals(EVERYBODY);
      if (isOfEverybody && element.isAwarded()) {
        refused |= refuseOfEverybody(problem, silenced);
      } else if (isOfEverybody && !element.carried().when().isEmpty()) {
        // A part of a rule may be true of everybody; a credential may not.
        refused |= silenced.computeIfAbsent(element.key(), key -> new TreeSet<>()).add(EVERYBODY);
      } else {
        refused |= refuse(element, problem);
      }
    }
    if (refused && isLast) {
      written.forEach(element -> element.carry(element.carried().withoutAll()));
    }
    return refused;
  }

  private boolean refuse(Element element, Problem problem) {
    Carried carried = element.carried();
    boolean hasConditions = !carried.when().isEmpty();
    if (!hasConditions && carried.annotations().isEmpty()) {
      return false;
    }
    element.carry(hasConditions ? carried.withoutConditions() : carried.withoutAnnotations());
    pathway.leaveOut(
        ForeignText.quoted(element.name())
            + " carries "
            + (hasConditions ? "conditions" : "annotations")
            + " that are not right here: "
            + problem.message());
    return true;
  }

  private boolean refuseOfEverybody(Problem problem, Map<String, Set<String>> silenced) {
    boolean refused = false;
    for (Element part : written) {
      Set<String> codes = silenced.get(part.key());
      if (codes != null && codes.remove(EVERYBODY)) {
        refused |= refuse(part, problem);
      }
    }
    return refused;
  }

  private boolean isExternal(Element element) {
    return element.isExternal() && !pathway.destinations().contains(element.key());
  }

  PathwayImport write() {
    Map<String, Set<String>> silenced = new TreeMap<>();
    PolicyPack plain = pack(silenced);
    for (int round = 1; refuse(plain, round == MOST_ROUNDS, silenced); round++) {
      plain = pack(silenced);
    }
    for (Problem problem : CredentialRules.builder().add(plain).check()) {
      Element element = problem.severity() == Severity.WARNING ? at(problem.span().line()) : null;
      if (element != null) {
        silenced.computeIfAbsent(element.key(), key -> new TreeSet<>()).add(problem.code());
      }
    }
    PolicyPack done = silenced.isEmpty() ? plain : pack(silenced);
    SortedMap<String, String> outside = new TreeMap<>();
    for (String key : external) {
      Element element = pathway.element(key);
      outside.put(
          ids.of(key),
          element == null || element.addresses().isEmpty() ? key : element.addresses().get(0));
    }
    return new StatedPathwayImport(
        done, new Readme(pathway, ids, written, external).text(), outside, pathway.leftOut());
  }

  private PolicyPack pack(Map<String, Set<String>> silenced) {
    StringBuilder text = new StringBuilder("package ");
    text.append(packageName()).append("\n\nimport io.credentialrules.vocabulary.*\n");
    lines.clear();
    int line = 1 + newLines(text);
    for (int i = 0; i < written.size(); i++) {
      Element element = written.get(i);
      lines.add(line);
      RuleText rule =
          new RuleText(pathway, ids, element, silenced.getOrDefault(element.key(), Set.of()));
      boolean isLast = i == written.size() - 1;
      String own = rule.text(isLast ? external : Set.of(), isLast ? zone : null);
      text.append(own);
      line += newLines(own);
    }
    return PolicyPack.of(pack, Map.of(FILE, text.toString()));
  }

  private static int newLines(CharSequence text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }

  private String packageName() {
    String name = pack.replace('-', '_');
    return Character.isDigit(name.charAt(0)) ? "pathway_" + name : name;
  }

  private @Nullable Element at(int line) {
    Element found = null;
    for (int i = 0; i < lines.size() && lines.get(i) <= line; i++) {
      found = written.get(i);
    }
    return found;
  }
}
