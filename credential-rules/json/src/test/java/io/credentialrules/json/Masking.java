package io.credentialrules.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credentialrules.Evaluation;
import io.credentialrules.json.Redaction.Action;
import io.credentialrules.json.Redaction.Treatment;
import java.util.ArrayList;
import java.util.List;

/** Takes out of an evaluation everything that a redaction replaced. */
final class Masking {
  private static final JsonMapper JSON = new JsonMapper();

  private final List<Treatment> replaced;

  Masking(List<Treatment> treatments) {
    this.replaced =
        treatments.stream().filter(treatment -> treatment.action() != Action.KEPT).toList();
  }

  String mask(Evaluation evaluation) throws JsonProcessingException {
    ObjectNode document = (ObjectNode) JSON.readTree(EvaluationWriter.write(evaluation));
    document.remove("learner");
    mask(document);
    return document.toPrettyString();
  }

  private void mask(JsonNode node) {
    if (node instanceof ObjectNode object) {
      String type =
          object.has("factType")
              ? object.path("factType").asText()
              : object.has("requirement") && object.has("why") ? "Waiver" : "";
      for (Treatment treatment : replaced) {
        if (treatment.type().equals(type)) {
          object.remove(treatment.field());
          if (treatment.field().equals("reviewer")
              && object.get("vetting") instanceof ObjectNode vetting) {
            vetting.remove("reviewer");
          }
        }
      }
    }
    List<JsonNode> children = new ArrayList<>();
    node.elements().forEachRemaining(children::add);
    children.forEach(this::mask);
  }
}
