package io.credentialrules.benchmarks;

import io.credentialrules.LearnerRecord;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kie.api.io.Resource;
import org.kie.api.io.ResourceType;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/**
 * Kie DMN, as its documentation has it: a model for each pathway, with a decision in FEEL for each
 * requirement and each credential, compiled once. For each learner all decisions of all models are
 * evaluated.
 */
final class DmnModels implements Engine {
  private final DMNRuntime runtime;
  private final List<DMNModel> models;

  private DmnModels(DMNRuntime runtime) {
    this.runtime = runtime;
    this.models = List.copyOf(runtime.getModels());
  }

  static DmnModels compile(Catalogue catalogue) {
    List<Resource> models = new ArrayList<>();
    for (int i = 0; i < catalogue.pathways(); i++) {
      Resource model = ResourceFactory.newReaderResource(new StringReader(model("p" + i)));
      model.setSourcePath("p" + i + ".dmn");
      model.setResourceType(ResourceType.DMN);
      models.add(model);
    }
    DMNRuntime runtime =
        DMNRuntimeBuilder.fromDefaults()
            .buildConfiguration()
            .fromResources(models)
            .getOrElseThrow(IllegalStateException::new);
    for (DMNModel model : runtime.getModels()) {
      if (model.hasErrors()) {
        throw new IllegalStateException(model.getMessages(DMNMessage.Severity.ERROR).toString());
      }
    }
    return new DmnModels(runtime);
  }

  @Override
  public Set<String> earned(LearnerRecord record) {
    DMNContext context = runtime.newContext();
    FactMaps.of(record, number -> number).forEach(context::set);
    Set<String> earned = new HashSet<>();
    for (DMNModel model : models) {
      DMNResult result = runtime.evaluateAll(model, context);
      if (result.hasErrors()) {
        throw new IllegalStateException(result.getMessages(DMNMessage.Severity.ERROR).toString());
      }
      for (int level = 1; level <= 3; level++) {
        if (isTrue(result, "level" + level)) {
          earned.add(model.getName() + "-" + level);
        }
      }
      if (isTrue(result, "macro")) {
        earned.add(model.getName());
      }
    }
    return earned;
  }

  private static boolean isTrue(DMNResult result, String decision) {
    return Boolean.TRUE.equals(result.getDecisionResultByName(decision).getResult());
  }

  private static String model(String pathway) {
    StringBuilder model = new StringBuilder();
    for (String facts : FactMaps.NAMES) {
      model.append(INPUT.replace("NAME", facts));
    }
    model.append(training("intro", "intro"));
    model.append(training("foundation", "foundation"));
    model.append(training("practice", "practice"));
    model.append(score("preparation", "preparation", 2));
    model.append(score("practiceAssessed", "practice", 3));
    model.append(score("competency", "competency", 3));
    model.append(
        requirement(
            "certification",
            "certifications",
            "some f in certifications satisfies f.certification = \"PATHWAY-cert\""));
    model.append(
        requirement(
            "hours",
            "work",
            "sum(append(for f in work[subject = \"PATHWAY\" and siteApproved] return f.hours, 0)) >= 120"));
    model.append(
        requirement(
            "hasFeedback",
            "feedback",
            "some f in feedback satisfies f.subject = \"PATHWAY\" and f.providerRole = \"HOST\""));
    model.append(credential("level1", "intro", "foundation", "preparation"));
    model.append(credential("level2", "level1", "practice", "practiceAssessed", "certification"));
    model.append(credential("level3", "level2", "hours", "competency", "hasFeedback"));
    model.append(credential("macro", "level1", "level2", "level3"));
    return MODEL.replace("DECISIONS", model).replace("PATHWAY", pathway);
  }

  private static String training(String name, String training) {
    return requirement(
        name,
        "trainings",
        "some f in trainings satisfies f.subject = \"PATHWAY\" and f.training = \""
            + training
            + "\" and f.type = \"COURSE\"");
  }

  private static String score(String name, String criterion, int least) {
    return requirement(
        name,
        "scores",
        "some f in scores satisfies f.rubric = \"PATHWAY\" and f.criterion = \""
            + criterion
            + "\" and f.score >= "
            + least);
  }

  private static String requirement(String name, String facts, String feel) {
    return decision(name, INPUT_NEEDED.replace("NAME", facts), feel);
  }

  private static String credential(String name, String... decisions) {
    StringBuilder needed = new StringBuilder();
    for (String decision : decisions) {
      needed.append(DECISION_NEEDED.replace("NAME", decision));
    }
    return decision(name, needed.toString(), String.join(" and ", decisions));
  }

  private static String decision(String name, String needed, String feel) {
    return DECISION
        .replace("NAME", name)
        .replace("NEEDED", needed)
        .replace("FEEL", feel.replace("<", "&lt;").replace(">", "&gt;"));
  }

  private static final String MODEL =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
          id="PATHWAY" name="PATHWAY" namespace="urn:catalogue:PATHWAY">
      DECISIONS</definitions>
      """;

  private static final String INPUT =
      """
      <inputData id="NAME" name="NAME"><variable name="NAME"/></inputData>
      """;

  private static final String DECISION =
      """
      <decision id="NAME" name="NAME">
        <variable name="NAME" typeRef="boolean"/>
        NEEDED
        <literalExpression><text>FEEL</text></literalExpression>
      </decision>
      """;

  private static final String INPUT_NEEDED =
      "<informationRequirement><requiredInput href=\"#NAME\"/></informationRequirement>";

  private static final String DECISION_NEEDED =
      "<informationRequirement><requiredDecision href=\"#NAME\"/></informationRequirement>";
}
