package io.credentialrules.cli;

import io.credentialrules.policy.syntax.Condition;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** What a rule asks of each fact of a kind, which is then asked of those in a template. */
final class TemplateEach {
  private final Condition.ForAll all;
  private final TemplateFact kind;
  private final TemplateScope scope;
  private final IntSupplier identities;

  /**
   * Of facts of a kind.
   *
   * @param kind a fact of the type, of which nothing is asked yet
   */
  TemplateEach(
      Condition.ForAll all, TemplateFact kind, TemplateScope scope, IntSupplier identities) {
    this.all = all;
    this.kind = kind;
    this.scope = scope;
    this.identities = identities;
    apply(all.each(), kind);
  }

  void tell(List<TemplateFact> facts) {
    facts.stream().filter(fact -> fact.countsAs(kind)).forEach(this::tell);
  }

  private void tell(TemplateFact fact) {
    scope.bind(all.each(), fact);
    for (Condition.Pattern fit : all.fits()) {
      scope.bind(fit, fact);
      if (apply(fit, new TemplateFact(fact.type(), scope.rule(), false)) == fact) {
        apply(fit, fact);
        fact.isFor(scope.rule());
      }
    }
  }

  /** Returns the fact that the pattern says it is; null where it says none. */
  private @Nullable TemplateFact apply(Condition.Pattern pattern, TemplateFact fact) {
    TemplateConstraints constraints =
        new TemplateConstraints(fact, scope, TemplatePlace.single().nth(), identities);
    pattern.constraints().forEach(constraints::apply);
    return constraints.sameAs();
  }
}
