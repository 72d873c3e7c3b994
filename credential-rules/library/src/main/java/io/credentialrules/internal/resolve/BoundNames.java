package io.credentialrules.internal.resolve;

import io.credentialrules.policy.PolicyWalk;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the names that conditions give, each with the place where it is first given. */
public final class BoundNames implements PolicyWalk {
  private final Map<String, SourceSpan> places = new LinkedHashMap<>();

  private BoundNames() {}

  /** The names that a condition gives, with their places. */
  public static Map<String, SourceSpan> in(Condition condition) {
    BoundNames names = new BoundNames();
    names.condition(condition);
    return names.places;
  }

  @Override
  public void condition(Condition condition) {
    if (condition instanceof Condition.Pattern pattern) {
      bound(pattern.variable(), pattern.span());
    } else if (condition instanceof Condition.Accumulate accumulate) {
      accumulate.functions().forEach(function -> bound(function.variable(), function.span()));
    }
    PolicyWalk.super.condition(condition);
  }

  @Override
  public void constraint(Constraint constraint, Condition.@Nullable Pattern pattern) {
    if (constraint instanceof Constraint.Bind bind) {
      bound(bind.variable(), bind.span());
    }
    PolicyWalk.super.constraint(constraint, pattern);
  }

  private void bound(@Nullable String name, SourceSpan place) {
    if (name != null) {
      places.putIfAbsent(name, place);
    }
  }
}
