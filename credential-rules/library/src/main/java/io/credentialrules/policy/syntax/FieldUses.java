package io.credentialrules.policy.syntax;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields that a rule reads. A variable is of every type that the rule binds it to
 * anywhere, so that no field is missed where alternatives use one name twice.
 */
final class FieldUses {
  private final SetMultimap<String, String> typesByVariable = HashMultimap.create();
  private final TreeSet<FieldUse> found = new TreeSet<>();

  private FieldUses() {}

  /** All uses in all rules, each once, in order. */
  static List<FieldUse> in(List<PolicyRule> rules) {
    // Rules come in the order of their places, so that the uses of one field hardly need sorting.
    Map<String, Map<String, List<FieldUse>>> uses = new TreeMap<>();
    for (PolicyRule rule : rules) {
      FieldUses finder = new FieldUses();
      finder.bind(rule.when());
      finder.read(rule.when());
      for (FieldUse use : finder.found) {
        uses.computeIfAbsent(use.type(), type -> new TreeMap<>())
            .computeIfAbsent(use.field(), field -> new ArrayList<>())
            .add(use);
      }
    }
    List<FieldUse> all = new ArrayList<>();
    for (Map<String, List<FieldUse>> ofType : uses.values()) {
      for (List<FieldUse> ofField : ofType.values()) {
        Collections.sort(ofField);
        all.addAll(new LinkedHashSet<>(ofField));
      }
    }
    return List.copyOf(all);
  }

  private void bind(Condition condition) {
    if (condition instanceof Condition.Pattern pattern) {
      if (pattern.variable() != null) {
        typesByVariable.put(pattern.variable(), pattern.type());
      }
    } else {
      condition.parts().forEach(this::bind);
    }
  }

  private void read(Condition condition) {
    if (condition instanceof Condition.Pattern pattern) {
      pattern.constraints().forEach(constraint -> read(constraint, pattern.type()));
    } else {
      condition.parts().forEach(this::read);
    }
    if (condition instanceof Condition.GroupBy groups) {
      read(groups.key(), null);
    }
    if (condition instanceof Condition.Accumulate accumulate) {
      for (Condition.Aggregate function : accumulate.functions()) {
        if (function.argument() != null) {
          read(function.argument(), null);
        }
      }
      accumulate.constraints().forEach(constraint -> read(constraint, null));
    }
  }

  private void read(Constraint constraint, @Nullable String type) {
    if (constraint instanceof Constraint.Bind bind) {
      read(bind.value(), type);
    } else if (constraint instanceof Constraint.Compare compare) {
      read(compare.left(), type);
      read(compare.right(), type);
    } else if (constraint instanceof Constraint.IsTrue isTrue) {
      read(isTrue.value(), type);
    }
    constraint.parts().forEach(part -> read(part, type));
  }

  private void read(Expression expression, @Nullable String type) {
    if (expression instanceof Expression.Field field) {
      if (type != null) {
        found.add(new FieldUse(type, field.name(), field.span()));
      }
    } else if (expression instanceof Expression.Property property) {
      readProperty(property, type);
    } else {
      expression.parts().forEach(part -> read(part, type));
    }
  }

  private void readProperty(Expression.Property property, @Nullable String type) {
    if (property.target() instanceof Expression.This && type != null) {
      found.add(new FieldUse(type, property.name(), property.nameSpan()));
    } else {
      for (String owner : typesByVariable.get(variable(property.target()))) {
        found.add(new FieldUse(owner, property.name(), property.nameSpan()));
      }
      read(property.target(), type);
    }
  }

  /** Variables can be written without a dollar sign, and then look like fields. */
  private static String variable(Expression expression) {
    if (expression instanceof Expression.Variable variable) {
      return variable.name();
    }
    return expression instanceof Expression.Field field ? field.name() : "";
  }
}
