package io.credentialrules.pathways;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credentialrules.CredentialRules;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.PolicyRule;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes rules as components and conditions. A rule that asks for facts has a component for them,
 * which carries the conditions as they are written; everything else is structure that others read.
 */
final class CtdlWriting {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final int LONGEST_ID = 100;
  private static final Map<String, String> COMPONENTS =
      Map.of(
          "TrainingCompletion", "CourseComponent",
          "AssessmentResult", "AssessmentComponent",
          "RubricScore", "AssessmentComponent",
          "WorkExperience", "WorkExperienceComponent",
          "Participation", "CocurricularComponent");

  private final String address;
  private final CredentialRules rules;
  private final LocalDate date;
  private final ObjectNode document = JSON.createObjectNode();
  private final ArrayNode graph = JSON.createArrayNode();
  private final AskedReading reading = new AskedReading(this::node);
  private final Set<String> outside = new LinkedHashSet<>();
  private final Set<String> needed = new LinkedHashSet<>();
  private final Losses losses;
  private final Map<String, List<PolicyRule>> known = new LinkedHashMap<>();
  private final List<String> parts = new ArrayList<>();
  private final Set<String> facts = new LinkedHashSet<>();

  CtdlWriting(String address, CredentialRules rules, LocalDate date) {
    this.address = address;
    this.rules = rules;
    this.date = date;
    this.losses = new Losses(date);
  }

  PathwayExport write(String name) {
    for (PolicyRule rule : rules.policy().rules()) {
      known.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(rule);
    }
    for (Map.Entry<String, List<PolicyRule>> one : known.entrySet()) {
      component(one.getKey(), one.getValue());
    }
    rules.policy().external().forEach(reference -> outside.add(reference.id()));
    for (String credential : outside) {
      if (!known.containsKey(credential)) {
        ObjectNode external = add(node(Vocabulary.EARNED, credential), "CredentialComponent");
        external.put("ceterms:name", credential).put("policy:policyId", credential);
      }
    }
    ObjectNode context = document.putObject("@context");
    context.put("ceterms", "https://purl.org/ctdl/terms/");
    context.put("policy", "urn:credential-rules:ctdl:");
    ObjectNode pathway = JSON.createObjectNode();
    identify(pathway, address + "pathway", "Pathway");
    pathway.put("ceterms:name", name);
    ArrayNode destinations = pathway.putArray("ceterms:hasDestinationComponent");
    for (String id : known.keySet()) {
      if (isCredential(id) && !needed.contains(node(Vocabulary.EARNED, id))) {
        destinations.add(node(Vocabulary.EARNED, id));
      }
    }
    ArrayNode members = pathway.putArray("ceterms:hasPart");
    parts.forEach(members::add);
    document.putArray("@graph").add(pathway).addAll(graph);
    return new StatedExport(document.toPrettyString() + "\n", losses.sentences());
  }

  private boolean isCredential(String id) {
    return known.getOrDefault(id, List.of()).stream().anyMatch(CredentialRule.class::isInstance);
  }

  private String node(String type, String id) {
    if (type.equals(Vocabulary.EARNED)) {
      outside.add(id);
      return address + "component/" + id;
    }
    return address + "requirement/" + id;
  }

  private ObjectNode add(String id, String type) {
    ObjectNode node = graph.addObject();
    identify(node, id, type);
    parts.add(id);
    return node;
  }

  /** A node with its CTID, which is the same whenever it is written. */
  private static void identify(ObjectNode node, String id, String type) {
    node.put("@id", id).put("@type", "ceterms:" + type);
    node.put("ceterms:ctid", "ce-" + UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)));
  }

  private void component(String id, List<PolicyRule> all) {
    List<PolicyRule> inForce =
        all.stream().filter(rule -> rule.header().window().contains(date)).toList();
    losses.add(id, all, inForce, rule -> parts(rule).number());
    String name = PolicyRule.nameOf(all);
    PolicyRule first = inForce.isEmpty() ? all.get(0) : inForce.get(0);
    boolean isCredential = first instanceof CredentialRule;
    String at = node(isCredential ? Vocabulary.EARNED : Vocabulary.MET, id);
    ObjectNode node = add(at, isCredential ? "CredentialComponent" : type(first));
    node.put("ceterms:name", name).put("policy:policyId", id);
    ArrayNode settings = node.putArray("policy:policyAnnotation");
    Settings.of(first, name).forEach(settings::add);
    if (isCredential) {
      proxy(node, id, name, inForce);
    }
    List<ComponentCondition> ways = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (PolicyRule rule : inForce) {
      RuleParts rest = parts(rule);
      boolean isItself = !isCredential && rest.asked().isEmpty() && inForce.size() == 1;
      if (isItself) {
        carry(node, rule, rest);
        return;
      }
      List<ComponentCondition> asked = new ArrayList<>(rest.asked());
      if (!rest.rest().isEmpty()) {
        asked.add(new ComponentCondition.Component(facts(id, rule, rest, ways.size())));
      }
      ways.add(ComponentCondition.Some.all(asked));
      names.add(rule.header().name());
    }
    if (ways.size() == 1) {
      condition(node.putArray("ceterms:hasCondition"), ways.get(0), names.get(0));
    } else if (!ways.isEmpty()) {
      ObjectNode any = node.putArray("ceterms:hasCondition").addObject();
      any.put("@type", "ceterms:ComponentCondition").put("ceterms:name", name);
      any.put("ceterms:requiredNumber", 1);
      ArrayNode nested = any.putArray("ceterms:hasCondition");
      for (int i = 0; i < ways.size(); i++) {
        condition(nested, ways.get(i), names.get(i));
      }
    }
  }

  private RuleParts parts(PolicyRule rule) {
    return RuleParts.of(rule, reading, rules.policy().values(rule.header().pack()), date);
  }

  private static String type(PolicyRule rule) {
    List<Condition> conditions = rule.when().parts();
    return conditions.isEmpty() ? "BasicComponent" : type(conditions.get(0));
  }

  private static String type(@Nullable Condition condition) {
    if (condition instanceof Condition.Accumulate total) {
      return type(total.source());
    }
    return condition instanceof Condition.Pattern pattern
        ? COMPONENTS.getOrDefault(pattern.type(), "BasicComponent")
        : "BasicComponent";
  }

  /** The micro-credential itself, with what it takes in words and in addresses. */
  private void proxy(ObjectNode component, String id, String name, List<PolicyRule> inForce) {
    String at = address + "credential/" + id;
    component.put("ceterms:credentialType", "ceterms:MicroCredential");
    component.put("ceterms:proxyFor", at);
    ObjectNode credential = graph.addObject();
    identify(credential, at, "MicroCredential");
    credential.put("ceterms:name", name);
    credential.putArray("ceterms:codedNotation").add(id);
    ArrayNode profiles = credential.putArray("ceterms:requires");
    for (PolicyRule rule : inForce) {
      ObjectNode profile = profiles.addObject();
      profile.put("@type", "ceterms:ConditionProfile");
      profile.put("ceterms:name", rule.header().name());
      ArrayNode conditions = profile.putArray("ceterms:condition");
      ArrayNode targets = JSON.createArrayNode();
      for (Condition condition : rule.when().parts()) {
        ComponentCondition one = reading.of(condition);
        if (one instanceof ComponentCondition.Component named
            && named.node().startsWith(address + "component/")) {
          targets.add(
              address + "credential/" + named.node().substring((address + "component/").length()));
        } else {
          conditions.add(sentence(condition, one));
        }
      }
      if (!targets.isEmpty()) {
        profile.set("ceterms:targetCredential", targets);
      }
    }
  }

  private String sentence(Condition condition, @Nullable ComponentCondition one) {
    if (one instanceof ComponentCondition.Component named) {
      List<PolicyRule> proven =
          known.get(named.node().substring((address + "requirement/").length()));
      return proven == null ? condition.text() : PolicyRule.nameOf(proven);
    }
    return condition.text();
  }

  /** A component for what a rule asks of facts. */
  private String facts(String id, PolicyRule rule, RuleParts rest, int number) {
    String own = factsId(id, number);
    String at = address + "requirement/" + own;
    ObjectNode node = add(at, type(rest.first()));
    node.put("ceterms:name", rule.header().name()).put("policy:policyId", own);
    node.putArray("policy:policyAnnotation");
    carry(node, rule, rest);
    return at;
  }

  /** An id that no other rule has, as short as one may be. */
  private String factsId(String id, int number) {
    String ending = "-facts" + (number == 0 ? "" : "-" + (number + 1));
    String own = shortened(id, ending);
    for (int again = 1; known.containsKey(own) || !facts.add(own); again++) {
      own = shortened(id, ending + "-x" + (again == 1 ? "" : again));
    }
    return own;
  }

  private static String shortened(String id, String ending) {
    return id.substring(0, Math.min(id.length(), LONGEST_ID - ending.length())) + ending;
  }

  private static void carry(ObjectNode node, PolicyRule rule, RuleParts rest) {
    node.put("ceterms:description", rest.rest());
    node.put("policy:policyWhen", rest.rest());
    ArrayNode annotations = (ArrayNode) node.get("policy:policyAnnotation");
    Settings.scales(rule.header()).forEach(annotations::add);
  }

  /** A condition; components and conditions that are needed together are side by side in it. */
  private void condition(ArrayNode conditions, ComponentCondition asked, @Nullable String name) {
    ComponentCondition.Some some =
        asked instanceof ComponentCondition.Some several
            ? several
            : ComponentCondition.Some.all(List.of(asked));
    if (some.of().size() == 1 && some.of().get(0) instanceof ComponentCondition.Some inner) {
      condition(conditions, inner, name);
      return;
    }
    ObjectNode node = conditions.addObject().put("@type", "ceterms:ComponentCondition");
    if (name != null) {
      node.put("ceterms:name", name);
    }
    boolean isAll = some.number() == some.of().size();
    if (!isAll) {
      node.put("ceterms:requiredNumber", some.number());
    }
    ArrayNode targets = JSON.createArrayNode();
    ArrayNode nested = JSON.createArrayNode();
    for (ComponentCondition part : some.of()) {
      if (part instanceof ComponentCondition.Component component && (isAll || some.isFlat())) {
        targets.add(component.node());
        needed.add(component.node());
      } else {
        condition(nested, part, null);
      }
    }
    if (!targets.isEmpty()) {
      node.set("ceterms:targetComponent", targets);
    }
    if (!nested.isEmpty()) {
      node.set("ceterms:hasCondition", nested);
    }
  }
}
