package io.credentialrules.oracle;

import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Learner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Writes patterns with constraints of every kind on fields of every kind. */
final class ConstraintWriter {
  static final List<String> TYPES =
      List.of(
          "WorkExperience",
          "AssessmentResult",
          "TrainingCompletion",
          "SubmittedEvidence",
          "RubricScore",
          "Participation",
          "PerformanceFeedback",
          "IndustryCertification",
          "Endorsement",
          "Enrolment",
          "SignOff",
          "HeldCredential",
          "Learner");

  private final Choices choices;

  ConstraintWriter(Choices choices) {
    this.choices = choices;
  }

  static VocabularyType type(String name) {
    return Objects.requireNonNull(Vocabulary.standard().type(name), name);
  }

  /** A pattern of a type; what it names can be used behind it. */
  String pattern(String typeName, Names names) {
    VocabularyType type = type(typeName);
    List<String> constraints = new ArrayList<>();
    Set<VocabularyField> used = new HashSet<>();
    Names known = names.inner();
    List<String> others = known.of(typeName);
    String variable = choices.chance(30) ? names.fact(typeName) + " : " : "";
    if (!others.isEmpty() && choices.chance(40)) {
      constraints.add("this " + choices.of("!=", "==", "!=") + " " + choices.of(others));
    }
    int count = choices.of(1, 2, 1, 3, 0);
    for (int i = 0; i < count; i++) {
      VocabularyField field = field(type);
      if (used.add(field)) {
        constraints.add(constraint(field, known));
      }
    }
    int bound = choices.of(0, 1, 0, 1, 2);
    for (int i = 0; i < bound; i++) {
      VocabularyField field = field(type);
      if (field.kind() != FieldKind.TEXTS) {
        // Of two scales, none would order a grade and what it is compared with by name.
        FieldKind kind = field.offScale() ? FieldKind.TEXT : field.kind();
        constraints.add(names.value(kind) + " : " + field.name());
      }
    }
    return variable + typeName + "( " + String.join(", ", constraints) + " )" + including(type);
  }

  private String including(VocabularyType type) {
    if (type.isDerived() || type.record() == Learner.class || !choices.chance(8)) {
      return "";
    }
    return choices.of(
        " @including( \"in-progress\" )",
        " @including( \"expired\" )",
        " @including( \"planned\" )",
        " @including( \"in-progress\", \"planned\" )",
        " @including( \"expired\", \"in-progress\" )");
  }

  /** One of the fields that the type has itself, now and then one that every fact has. */
  VocabularyField field(VocabularyType type) {
    List<VocabularyField> own = type.fields().stream().filter(f -> !f.ofProvenance()).toList();
    List<VocabularyField> every = type.fields().stream().filter(f -> f.ofProvenance()).toList();
    return choices.of(!every.isEmpty() && choices.chance(12) ? every : own);
  }

  private String constraint(VocabularyField field, Names names) {
    return switch (choices.below(20)) {
      case 18 -> "( " + simple(field, names) + " || " + simple(field, names) + " )";
      case 19 -> "!( " + simple(field, names) + " )";
      case 17 -> "( " + simple(field, names) + " && " + field.name() + " != null )";
      default -> simple(field, names);
    };
  }

  /** A constraint on a field, or on another value of its kind. */
  String simple(VocabularyField field, Names names) {
    String name = field.name();
    if (!field.required() && choices.chance(4)) {
      return name + choices.of(" != null", " == null");
    }
    return switch (field.kind()) {
      case TEXT -> text(name, names);
      case WORD -> word(field, names);
      case LEVEL -> field.offScale() ? grade(name, names) : level(name, names);
      case AMOUNT -> amount(name, names);
      case TRUTH -> truth(name, names);
      case DATE -> date(name, names);
      case TEXTS -> texts(name);
    };
  }

  private String text(String name, Names names) {
    List<String> variables = names.of(FieldKind.TEXT);
    if (!variables.isEmpty() && choices.chance(50)) {
      return name + choices.of(" == ", " == ", " != ", " contains ") + choices.of(variables);
    }
    List<String> collections = names.collections(FieldKind.TEXT);
    if (!collections.isEmpty() && choices.chance(50)) {
      return name + choices.of(" memberOf ", " not memberOf ") + choices.of(collections);
    }
    return switch (choices.below(8)) {
      case 5 -> name + choices.of(" in ", " not in ") + "( " + text() + ", " + text() + " )";
      case 6 -> name + choices.of(" matches ", " not matches ") + expression();
      case 7 -> name + choices.of(" contains ", " not contains ") + text();
      case 4 -> name + " != " + text();
      default -> name + " == " + text();
    };
  }

  String text() {
    return World.quoted(choices.chance(50) ? choices.of(World.TEXTS) : World.TEXTS.get(0));
  }

  private String expression() {
    return World.quoted(choices.of(World.EXPRESSIONS));
  }

  private String word(VocabularyField field, Names names) {
    String name = field.name();
    List<String> words = field.words();
    String word = World.quoted(choices.of(words));
    List<String> variables = names.of(FieldKind.WORD);
    if (!variables.isEmpty() && choices.chance(20)) {
      return name + choices.of(" == ", " != ") + choices.of(variables);
    }
    return switch (choices.below(5)) {
      case 3 -> name + choices.of(" in ", " not in ") + "( " + word + ", " + quotedOf(words) + " )";
      case 4 -> name + " != " + word;
      default -> name + " == " + word;
    };
  }

  private String quotedOf(List<String> words) {
    return World.quoted(choices.of(words));
  }

  private String level(String name, Names names) {
    List<String> variables = names.of(FieldKind.LEVEL);
    if (!variables.isEmpty() && choices.chance(40)) {
      return name + choices.of(" >= ", " > ", " == ", " < ") + choices.of(variables);
    }
    String level = World.quoted(choices.of(World.LEVELS));
    return choices.chance(15)
        ? name + " in ( " + level + ", " + quotedOf(World.LEVELS) + " )"
        : name + choices.of(" >= ", " > ", " == ", " <= ", " < ", " != ") + level;
  }

  private String grade(String name, Names names) {
    List<String> variables = names.of(FieldKind.TEXT);
    if (!variables.isEmpty() && choices.chance(20)) {
      return name + choices.of(" == ", " != ") + choices.of(variables);
    }
    String grade = quotedOf(World.GRADES);
    return choices.chance(25)
        ? name + choices.of(" == ", " != ") + choices.of("\"W\"", grade)
        : name + choices.of(" >= ", " > ", " <= ", " < ") + grade;
  }

  String amount(String name, Names names) {
    List<String> variables = names.of(FieldKind.AMOUNT);
    if (!variables.isEmpty() && choices.chance(35)) {
      return name + order() + choices.of(variables);
    }
    return switch (choices.below(10)) {
      case 8, 9 -> calculated(name, names) + order() + calculated(amount(), names);
      case 6 -> amount() + choices.of(" <= ", " < ", " == ") + name;
      case 7 -> name + choices.of(" in ", " not in ") + "( " + amount() + ", " + amount() + " )";
      default -> name + order() + amount();
    };
  }

  /** A value with others of its kind; divided by a value too, which may be zero. */
  private String calculated(String value, Names names) {
    List<String> variables = names.of(FieldKind.AMOUNT);
    String other = variables.isEmpty() ? choices.of("2", "0.5") : choices.of(variables);
    return choices.of(
        value + " * 2",
        "2 * " + value + " + " + choices.of("1", "0.5"),
        "( " + value + " - 1 ) * " + other,
        "3 * " + value + " / " + other,
        value + " / 3");
  }

  String order() {
    return choices.of(" >= ", " >= ", " > ", " <= ", " < ", " == ", " != ");
  }

  String amount() {
    return choices.of(World.AMOUNTS).toPlainString();
  }

  private String truth(String name, Names names) {
    List<String> variables = names.of(FieldKind.TRUTH);
    if (!variables.isEmpty() && choices.chance(30)) {
      return name + choices.of(" == ", " != ") + choices.of(variables);
    }
    return choices.of(name, "!" + name, name + " == true", name + " != true", name + " == false");
  }

  String date(String name, Names names) {
    List<String> variables = names.of(FieldKind.DATE);
    if (!variables.isEmpty() && choices.chance(70)) {
      return name + order() + shifted(choices.of(variables));
    }
    return choices.chance(15)
        ? shifted(name) + order() + date()
        : name + choices.of(" >= ", " <= ", " > ", " < ", " == ", " != ") + date();
  }

  private String shifted(String date) {
    return switch (choices.below(13)) {
      case 1 -> date + ".minusYears( 1 )";
      case 2 -> date + ".plusYears( 1 )";
      case 3 -> date + ".minusMonths( 1 )";
      case 4 -> date + ".plusMonths( 3 )";
      case 5 -> date + ".minusDays( 7 )";
      case 6 -> date + ".plusDays( 1 )";
      case 7 -> date + ".minusWeeks( 1 )";
      case 8 -> date + ".plusWeeks( 1 ).minusDays( 1 )";
      case 9 -> date + ".startOfYear()";
      case 10 -> date + ".startOfMonth().plusMonths( 1 )";
      case 11 -> date + ".minusMonths( 1 ).startOfMonth()";
      case 12 -> date + ".plusMonths( 6 ).startOfYear().minusYears( 1 )";
      default -> date;
    };
  }

  private String date() {
    return World.quoted(choices.of(World.DATES).toString());
  }

  private String texts(String name) {
    return switch (choices.below(5)) {
      case 2 -> text() + choices.of(" memberOf ", " not memberOf ") + name;
      case 3 -> name + ".size" + choices.of("()", "") + order() + choices.of("1", "0", "2");
      case 4 -> name + " not contains " + text();
      default -> name + " contains " + text();
    };
  }
}
