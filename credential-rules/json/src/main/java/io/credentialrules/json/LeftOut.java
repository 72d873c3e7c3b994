package io.credentialrules.json;

import io.credentialrules.Evaluation;
import io.credentialrules.internal.work.OrderedKey;
import io.credentialrules.vocabulary.Fact;
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
    Map<OrderedKey, LeftOut> all = new LinkedHashMap<>();
    for (Fact fact : evaluation.duplicates()) {
      all.merge(
          new OrderedKey(fact),
          new LeftOut(fact, 1),
          (before, once) -> new LeftOut(before.fact(), before.times() + 1));
    }
    return List.copyOf(all.values());
  }
}
