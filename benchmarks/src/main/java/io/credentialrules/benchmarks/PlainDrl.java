package io.credentialrules.benchmarks;

import io.credentialrules.CredentialRules;
import io.credentialrules.PolicyPack;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.policy.syntax.Scale;
import io.credentialrules.vocabulary.ReviewerRole;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The packs as plain Drools would have them: the same files, with consequences that insert what a
 * rule proves, words as Java constants, levels listed, different values counted by the size of a
 * set, and guards where null equals null. Nothing else is changed.
 */
final class PlainDrl {
  private final Map<String, List<Edit>> edits = new HashMap<>();

  /** Text that takes the place of a span. */
  private record Edit(SourceSpan span, String text) {}

  private PlainDrl() {}

  /** The text of each file, by its path. */
  static Map<String, String> of(List<PolicyPack> packs) {
    PlainDrl plain = new PlainDrl();
    CredentialRules.compile(packs.toArray(new PolicyPack[0])).policy().rules().forEach(plain::rule);
    Map<String, String> files = new LinkedHashMap<>();
    for (PolicyPack pack : packs) {
      pack.files()
          .forEach(
              (path, text) -> {
                String file = pack.name() + "/" + path;
                files.put(file, edited(text, plain.edits.getOrDefault(file, List.of())));
              });
    }
    return files;
  }

  private static String edited(String text, List<Edit> edits) {
    StringBuilder edited = new StringBuilder(text);
    edits.stream()
        .sorted(Comparator.comparing(Edit::span).reversed())
        .forEach(
            edit -> {
              int from = offset(text, edit.span().line(), edit.span().column());
              int to = offset(text, edit.span().endLine(), edit.span().endColumn());
              edited.replace(from, to, edit.text());
            });
    return edited
        .toString()
        .replaceFirst(
            "import io.credentialrules.vocabulary.\\*",
            "import java.util.Set\nimport io.credentialrules.vocabulary.*\n"
                + "import io.credentialrules.policy.syntax.Earned\n"
                + "import io.credentialrules.policy.syntax.Met\n"
                + "import io.credentialrules.policy.syntax.Today\nimport "
                + Applicant.class.getName());
  }

  private static int offset(String text, int line, int column) {
    int at = 0;
    for (int i = 1; i < line; i++) {
      at = text.indexOf('\n', at) + 1;
    }
    return at + column - 1;
  }

  private void rule(PolicyRule rule) {
    SourceSpan span = rule.header().span();
    SourceSpan end =
        new SourceSpan(
            span.file(), span.endLine(), span.endColumn() - 3, span.endLine(), span.endColumn());
    String proven =
        rule instanceof CredentialRule
            ? "new Earned( \"" + rule.id() + "\", null, null )"
            : "new Met( \"" + rule.id() + "\" )";
    edit(end, "    insert( " + proven + " );\nend");
    condition(rule.when(), rule.header().scale());
  }

  private void edit(SourceSpan span, String text) {
    edits.computeIfAbsent(span.file(), file -> new ArrayList<>()).add(new Edit(span, text));
  }

  private void condition(Condition condition, @Nullable Scale scale) {
    if (condition instanceof Condition.All all) {
      all.parts().forEach(part -> condition(part, scale));
    } else if (condition instanceof Condition.Any any) {
      any.parts().forEach(part -> condition(part, scale));
    } else if (condition instanceof Condition.Not not) {
      condition(not.part(), scale);
    } else if (condition instanceof Condition.Exists exists) {
      condition(exists.part(), scale);
    } else if (condition instanceof Condition.ForAll forAll) {
      condition(forAll.each(), scale);
      forAll.fits().forEach(fit -> condition(fit, scale));
    } else if (condition instanceof Condition.Pattern pattern) {
      pattern(pattern, scale);
    } else if (condition instanceof Condition.Accumulate accumulate) {
      condition(accumulate.source(), scale);
      distinct(accumulate);
    }
  }

  private void pattern(Condition.Pattern pattern, @Nullable Scale scale) {
    VocabularyType type = Vocabulary.standard().type(pattern.type());
    if (type == null) {
      throw new IllegalStateException("no type " + pattern.type());
    }
    if (type.name().equals("Learner")) {
      edit(pattern.typeSpan(), Applicant.class.getSimpleName());
    }
    pattern.constraints().forEach(constraint -> constraint(constraint, type, scale));
  }

  private void constraint(Constraint constraint, VocabularyType type, @Nullable Scale scale) {
    if (constraint instanceof Constraint.Both both) {
      both.parts().forEach(part -> constraint(part, type, scale));
    } else if (constraint instanceof Constraint.Either either) {
      either.parts().forEach(part -> constraint(part, type, scale));
    } else if (constraint instanceof Constraint.Opposite opposite) {
      constraint(opposite.part(), type, scale);
    } else if (constraint instanceof Constraint.Bind bind
        && bind.value() instanceof Expression.Field field
        && field.name().equals("birthDate")) {
      edit(bind.span(), "birthDate != null, " + bind.text());
    } else if (constraint instanceof Constraint.Compare compare
        && compare.left() instanceof Expression.Field left) {
      VocabularyField field = type.field(left.name());
      if (field != null
          && field.kind() == FieldKind.TEXT
          && compare.operator() == Operator.EQUAL
          && compare.right() instanceof Expression.Variable) {
        edit(compare.span(), left.name() + " != null, " + compare.text());
      }
      if (field != null && field.kind() == FieldKind.WORD) {
        word(compare, left, type);
      } else if (field != null && field.kind() == FieldKind.LEVEL && scale != null) {
        level(compare, left, scale);
      }
    }
  }

  private void word(Constraint.Compare compare, Expression.Field field, VocabularyType type) {
    String words = ReviewerRole.class.getSimpleName();
    if (field.name().equals("reviewerRole")) {
      edit(field.span(), "provenance.vetting.role");
    } else {
      for (RecordComponent component : type.record().getRecordComponents()) {
        if (component.getName().equals(field.name())) {
          words = component.getType().getSimpleName();
        }
      }
    }
    List<Expression> values =
        compare.right() instanceof Expression.Listing listing
            ? listing.values()
            : List.of(compare.right());
    for (Expression value : values) {
      if (value instanceof Expression.Text text) {
        edit(text.span(), words + "." + text.value());
      }
    }
  }

  private void level(Constraint.Compare compare, Expression.Field field, Scale scale) {
    if (compare.operator() == Operator.AT_LEAST
        && compare.right() instanceof Expression.Text least) {
      List<String> levels =
          scale.levels().subList(scale.levels().indexOf(least.value()), scale.levels().size());
      edit(compare.span(), field.name() + " in ( \"" + String.join("\", \"", levels) + "\" )");
    }
  }

  /** {@code Set( size >= 5 ) from accumulate( …, collectSet( $area ) )}. */
  private void distinct(Condition.Accumulate accumulate) {
    Condition.Aggregate function = accumulate.functions().get(0);
    if (!function.function().equals("countDistinct")) {
      return;
    }
    if (accumulate.functions().size() != 1
        || accumulate.constraints().size() != 1
        || !(accumulate.constraints().get(0) instanceof Constraint.Compare compare)
        || !(compare.right() instanceof Expression.Number number)) {
      throw new IllegalStateException("not foreseen: " + accumulate.text());
    }
    SourceSpan all = accumulate.span();
    SourceSpan before =
        new SourceSpan(all.file(), all.line(), all.column(), all.line(), all.column());
    edit(
        before,
        "Set( size "
            + compare.operator().symbol()
            + " "
            + number.value().toPlainString()
            + " ) from ");
    SourceSpan source = accumulate.source().span();
    SourceSpan last = compare.span();
    edit(
        new SourceSpan(
            all.file(), source.endLine(), source.endColumn(), last.endLine(), last.endColumn()),
        ", collectSet" + function.text().substring(function.text().indexOf('(')));
    if (accumulate.source() instanceof Condition.Pattern pattern
        && function.argument() instanceof Expression.Variable counted) {
      pattern.constraints().forEach(constraint -> notNull(constraint, counted.name()));
    }
  }

  /** A set of plain Drools counts null as a value. */
  private void notNull(Constraint constraint, String variable) {
    if (constraint instanceof Constraint.Bind bind
        && bind.variable().equals(variable)
        && bind.value() instanceof Expression.Field field) {
      edit(bind.span(), field.name() + " != null, " + bind.text());
    }
  }
}
