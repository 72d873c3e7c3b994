package io.credentialrules.json;

import io.credentialrules.Evaluation;
import io.credentialrules.vocabulary.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A fact that counts once, because others equal it.
 *
 * @param times how many equal ones were left out
 */
record LeftOut(Fact fact, int times) {
  static final ObjectForm<LeftOut> FORM =
      ObjectForm.<LeftOut>named("duplicate")
          .with("fact", CommonForms.FACT, LeftOut::fact)
          .with("leftOut", ValueForms.POSITIVE, LeftOut::times)
          .constant("toldApartBy", "id");

  /** Those of an evaluation, in canonical order. */
  static List<LeftOut> of(Evaluation evaluation) {
    Map<Fact, Integer> times = new LinkedHashMap<>();
    evaluation.duplicates().forEach(fact -> times.merge(fact, 1, Integer::sum));
    List<LeftOut> all = new ArrayList<>();
    times.forEach((fact, number) -> all.add(new LeftOut(fact, number)));
    return all;
  }
}
