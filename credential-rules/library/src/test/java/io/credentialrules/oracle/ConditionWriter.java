package io.credentialrules.oracle;

import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import java.util.ArrayList;
import java.util.List;

/** Writes the conditions of one rule: every form that the language has. */
final class ConditionWriter {
  private final Choices choices;
  private final ConstraintWriter constraints;
  private final List<String> requirements;
  private final List<String> credentials;
  private final List<String> pathways;

  /** With the ids that stand below the rule, so that the policy has no cycle. */
  ConditionWriter(
      Choices choices, List<String> requirements, List<String> credentials, List<String> pathways) {
    this.choices = choices;
    this.constraints = new ConstraintWriter(choices);
    this.requirements = requirements;
    this.credentials = credentials;
    this.pathways = pathways;
  }

  /** Conditions, one a line; the first asks for a fact where an empty record must not do. */
  List<String> conditions(boolean asksForAFact) {
    Names names = new Names();
    List<String> conditions = new ArrayList<>();
    if (choices.chance(25)) {
      conditions.add("Today( " + names.value(FieldKind.DATE) + " : date )");
    }
    if (asksForAFact) {
      conditions.add(positive(names));
    }
    int count = choices.of(1, 2, 1, 0, 3);
    for (int i = 0; i < count || conditions.isEmpty(); i++) {
      conditions.add(condition(names));
    }
    return conditions;
  }

  /**
   * Conditions that more facts cannot undo: patterns, and totals that must reach something and are
   * compared with nothing else. Requirements and credentials are those that are written alike.
   */
  List<String> lowerBounds() {
    Names names = new Names();
    List<String> conditions = new ArrayList<>();
    if (choices.chance(25)) {
      conditions.add("Today( " + names.value(FieldKind.DATE) + " : date )");
    }
    int count = choices.of(1, 2, 2, 3);
    for (int i = 0; i < count; i++) {
      conditions.add(
          switch (choices.below(8)) {
            case 3 -> requirements.isEmpty() && credentials.isEmpty() ? fact(names) : derived();
            case 4 -> "exists " + constraints.pattern(factType(), names.inner());
            case 5, 6 -> atLeast(names.inner());
            case 7 ->
                "( "
                    + constraints.pattern(factType(), names.inner())
                    + " or "
                    + atLeast(names.inner())
                    + " )";
            default -> constraints.pattern(factType(), names);
          });
    }
    return conditions;
  }

  private String atLeast(Names names) {
    String type = choices.of("WorkExperience", "TrainingCompletion", "Participation");
    String value = names.value(FieldKind.AMOUNT);
    String total = names.value(FieldKind.AMOUNT);
    String filter =
        choices.chance(50)
            ? constraints.simple(constraints.field(ConstraintWriter.type(type)), new Names()) + ", "
            : "";
    return "accumulate( "
        + type
        + "( "
        + filter
        + value
        + " : hours ); "
        + total
        + " : "
        + choices.of("sum", "max", "count", "countDistinct")
        + "( "
        + value
        + " ); "
        + total
        + choices.of(" >= 1", " > 1", " >= 2", " > 0")
        + " )";
  }

  private String positive(Names names) {
    return choices.chance(30) && !(requirements.isEmpty() && credentials.isEmpty())
        ? derived()
        : constraints.pattern(factType(), names);
  }

  private String condition(Names names) {
    boolean hasDerived = !requirements.isEmpty() || !credentials.isEmpty();
    return switch (choices.below(20)) {
      case 6 -> credentials.isEmpty() ? constraints.pattern(anyType(), names) : whenEarned(names);
      case 7, 8 -> hasDerived ? derived() : constraints.pattern(anyType(), names);
      case 9, 10, 11 -> accumulate(names);
      case 12 -> "not " + constraints.pattern(anyType(), names.inner());
      case 13 -> hasDerived ? "not( " + derived() + " )" : "exists " + fact(names);
      case 14 -> "exists " + fact(names);
      case 15 -> forAll(names);
      case 16 -> either(names);
      case 17 -> nested(names);
      case 18 -> today(names);
      case 19 -> hasDerived ? countOfDerived(names) : accumulate(names);
      default -> constraints.pattern(anyType(), names);
    };
  }

  private String fact(Names names) {
    return constraints.pattern(anyType(), names.inner());
  }

  private String factType() {
    return ConstraintWriter.TYPES.get(choices.below(ConstraintWriter.TYPES.size() - 1));
  }

  private String anyType() {
    return choices.of(ConstraintWriter.TYPES);
  }

  /** A requirement that is met, or a credential that is earned. */
  private String derived() {
    if (!credentials.isEmpty() && (requirements.isEmpty() || choices.chance(50))) {
      String id = World.quoted(choices.of(credentials));
      return switch (choices.below(8)) {
        case 5 ->
            "Earned( credential in ( " + id + ", " + World.quoted(choices.of(credentials)) + " ) )";
        case 6 -> pathways.isEmpty() ? earned(id) : byPathway();
        case 7 -> "exists " + earned(id);
        default -> earned(id);
      };
    }
    String id = World.quoted(choices.of(requirements));
    return choices.chance(15)
        ? "Met( requirement in ( " + id + ", " + World.quoted(choices.of(requirements)) + " ) )"
        : "Met( requirement == " + id + " )";
  }

  private static String earned(String id) {
    return "Earned( credential == " + id + " )";
  }

  /**
   * A credential with the dates between which it is earned, for what follows or as they must be.
   */
  private String whenEarned(Names names) {
    Names known = names.inner();
    String id = "credential == " + World.quoted(choices.of(credentials));
    return switch (choices.below(6)) {
      case 0 -> "Earned( " + id + ", " + constraints.date("since", known) + " )";
      case 1 -> "Earned( " + id + ", until == null || " + constraints.date("until", known) + " )";
      case 2 ->
          "Earned( "
              + id
              + ", "
              + names.value(FieldKind.DATE)
              + choices.of(" : until )", " : since )");
      case 3 -> longSince(id, names, "since", choices.of(">=", ">"));
      case 4 -> longSince(id, names, "until", choices.of("<", "<="));
      default -> longSince(id, names, "since", ">=");
    };
  }

  private String longSince(String id, Names names, String field, String operator) {
    String day = names.value(FieldKind.DATE);
    return "Earned( "
        + id
        + ", "
        + day
        + " : "
        + field
        + " )\n  Today( date "
        + operator
        + " "
        + day
        + choices.of(
            ".plusMonths( 3 )",
            ".plusYears( 1 )",
            ".plusDays( 7 )",
            ".minusDays( 1 )",
            ".startOfMonth().plusMonths( 2 )")
        + " )";
  }

  private String byPathway() {
    return "Earned( pathway == "
        + World.quoted(choices.of(pathways))
        + choices.of(" )", ", level >= 1 )", ", level == 2 )");
  }

  private String countOfDerived(Names names) {
    Names inner = names.inner();
    String id = inner.value(FieldKind.TEXT);
    String source;
    boolean many = Math.max(requirements.size(), credentials.size()) > 1;
    if (!pathways.isEmpty() && choices.chance(50)) {
      source =
          "Earned( pathway == "
              + World.quoted(choices.of(pathways))
              + ", "
              + id
              + " : credential )";
    } else if (requirements.size() > credentials.size()) {
      source = "Met( requirement in " + list(requirements) + ", " + id + " : requirement )";
    } else {
      source = "Earned( credential in " + list(credentials) + ", " + id + " : credential )";
    }
    String count = names.value(FieldKind.AMOUNT);
    return "accumulate( "
        + source
        + "; "
        + count
        + " : countDistinct( "
        + id
        + " ); "
        + count
        + choices.of(" >= 1", many ? " >= 2" : " >= 1", " == 0", many ? " < 2" : " < 1")
        + " )";
  }

  private static String list(List<String> ids) {
    return "( " + String.join(", ", ids.stream().map(World::quoted).toList()) + " )";
  }

  private String today(Names names) {
    Names known = names.inner();
    return "Today( " + constraints.date("date", known) + " )";
  }

  private String forAll(Names names) {
    Names inner = names.inner();
    String type = factType();
    if (choices.chance(40)) {
      return "forall( " + constraints.pattern(type, inner) + " )";
    }
    VocabularyType known = ConstraintWriter.type(type);
    String variable = inner.fact(type);
    String first =
        variable + " : " + type + "( " + constraints.simple(constraints.field(known), names) + " )";
    String second =
        choices.chance(50)
            ? constraints.pattern(anyType(), inner)
            : type
                + "( this == "
                + variable
                + ", "
                + constraints.simple(constraints.field(known), names)
                + " )";
    return "forall( " + first + " " + second + " )";
  }

  private String either(Names names) {
    return "( " + alternative(names) + " or " + alternative(names) + " )";
  }

  private String alternative(Names names) {
    Names inner = names.inner();
    return switch (choices.below(6)) {
      case 3 ->
          "( "
              + constraints.pattern(anyType(), inner)
              + " and "
              + constraints.pattern(anyType(), inner)
              + " )";
      case 4 -> requirements.isEmpty() && credentials.isEmpty() ? fact(names) : derived();
      case 5 -> accumulate(inner);
      default -> constraints.pattern(anyType(), inner);
    };
  }

  private String nested(Names names) {
    Names inner = names.inner();
    String first = constraints.pattern(anyType(), inner);
    String second =
        choices.of("", "", "not ", "exists ") + constraints.pattern(anyType(), inner.inner());
    String both = first + choices.of(" and ", " and ", " or ") + second;
    return choices.of("not", "exists") + "( " + both + " )";
  }

  /**
   * What a total asks for beside what it sums up: one pattern, or a combination that is or is not.
   */
  private String beside(Names names) {
    return choices.chance(40)
        ? choices.of("not", "exists") + "( " + both(names.inner()) + " )"
        : choices.of("", "", "not ", "exists ") + constraints.pattern(anyType(), names);
  }

  private String both(Names names) {
    return choices.of("", "", "not ")
        + constraints.pattern(anyType(), names)
        + " and "
        + choices.of("", "not ", "not ", "exists ")
        + constraints.pattern(anyType(), names.inner());
  }

  /** Credits or hours, once for each name, by another amount or a date. */
  private String oncePer(Names names) {
    Names inner = names.inner();
    boolean training = choices.chance(50);
    String value = inner.value(FieldKind.AMOUNT);
    String key = inner.value(FieldKind.TEXT);
    String by = inner.value(FieldKind.DATE);
    String way = choices.of("Best", "Latest", "First");
    String decides =
        way.equals("Best")
            ? training ? choices.of("score", "credits") : "hours"
            : training ? "completedOn" : "heldOn";
    String total = names.value(FieldKind.AMOUNT);
    return "accumulate( "
        + (training ? "TrainingCompletion( " : "Participation( ")
        + value
        + (training ? " : credits, " : " : hours, ")
        + key
        + (training ? choices.of(" : training, ", " : subject, ") : " : activity, ")
        + by
        + " : "
        + decides
        + " ); "
        + total
        + " : "
        + choices.of("sumOf", "averageOf")
        + way
        + "( "
        + String.join(", ", value, key, by)
        + " ); "
        + total
        + constraints.order()
        + constraints.amount()
        + " )";
  }

  /** Credits or hours of which at most so much counts, in all or of each name. */
  private String capped(Names names) {
    Names inner = names.inner();
    String type = choices.of("TrainingCompletion", "Participation", "WorkExperience");
    String value = inner.value(FieldKind.AMOUNT);
    String key = inner.value(FieldKind.TEXT);
    String function =
        choices.of(
            "sumUpTo", "sumOfItemsUpTo", "sumOfGreatest", "averageOfGreatest", "countDistinctUpTo");
    boolean counts = function.endsWith("Greatest") || function.startsWith("count");
    String most = counts ? choices.of("1", "2", "3") : choices.of("1", "2.5", "40", "60", "100");
    String total = names.value(FieldKind.AMOUNT);
    return "accumulate( "
        + type
        + "( "
        + value
        + " : hours, "
        + key
        + (type.equals("Participation")
            ? " : activity"
            : type.equals("WorkExperience") ? " : experience" : " : training")
        + " ); "
        + total
        + " : "
        + function
        + "( "
        + (choices.chance(30) ? value + " * 2" : value)
        + ", "
        + most
        + (choices.chance(40) ? ", " + key : "")
        + " ); "
        + total
        + constraints.order()
        + choices.of(most, "1", constraints.amount())
        + " )";
  }

  /** Something of each week, month, year or name; how many there are, or what it comes to. */
  private String grouped(Names names) {
    Names inner = names.inner();
    String type = choices.of("TrainingCompletion", "Participation");
    boolean training = type.equals("TrainingCompletion");
    String amount = inner.value(FieldKind.AMOUNT);
    String text = inner.value(FieldKind.TEXT);
    String date = inner.value(FieldKind.DATE);
    String group = inner.value(FieldKind.TEXT);
    String each = inner.value(FieldKind.AMOUNT);
    String filter =
        choices.chance(40)
            ? constraints.simple(constraints.field(ConstraintWriter.type(type)), new Names()) + ", "
            : "";
    String total = names.value(FieldKind.AMOUNT);
    return "accumulate( groupby( "
        + type
        + "( "
        + filter
        + amount
        + " : hours, "
        + text
        + (training ? " : training, " : " : activity, ")
        + date
        + (training ? " : completedOn" : " : heldOn")
        + " ); "
        + (choices.chance(70) ? group + " : " : "")
        + choices.of(
            text, date + ".startOfWeek()", date + ".startOfMonth()", date + ".startOfYear()", date)
        + "; "
        + each
        + choices.of(" : sum( ", " : sum( ", " : max( ", " : count( ", " : countDistinct( ")
        + amount
        + " )"
        + (choices.chance(80)
            ? "; " + each + constraints.order() + choices.of("1", "2", "10", "40")
            : "")
        + " ); "
        + total
        + choices.of(
            " : count()",
            " : count()",
            " : sum( " + each + " )",
            " : min( " + each + " )",
            " : sumUpTo( " + each + ", 40 )",
            " : sumOfItemsUpTo( " + each + ", 40 )")
        + "; "
        + total
        + constraints.order()
        + choices.of("1", "2", "3", "40")
        + " )";
  }

  private String accumulate(Names names) {
    if (choices.chance(20)) {
      return grouped(names);
    }
    if (choices.chance(15)) {
      return oncePer(names);
    }
    if (choices.chance(20)) {
      return capped(names);
    }
    Names inner = names.inner();
    String type = anyType();
    VocabularyType known = ConstraintWriter.type(type);
    VocabularyField summed = summed(known);
    String source;
    String argument;
    if (choices.chance(25)) {
      String fact = inner.fact(type);
      source =
          fact + " : " + type + "( " + constraints.simple(constraints.field(known), names) + " )";
      argument = fact + "." + summed.name();
    } else {
      Names own = names.inner();
      argument = inner.value(summed.kind());
      String filter =
          choices.chance(60) ? constraints.simple(constraints.field(known), own) + ", " : "";
      source = type + "( " + filter + argument + " : " + summed.name() + " )";
    }
    if (choices.chance(25)) {
      source += " and " + beside(inner);
    }
    return "accumulate( " + source + "; " + totals(summed, argument, names) + " )";
  }

  private VocabularyField summed(VocabularyType type) {
    List<VocabularyField> amounts =
        type.fields().stream().filter(field -> field.kind() == FieldKind.AMOUNT).toList();
    if (!amounts.isEmpty() && choices.chance(60)) {
      return choices.of(amounts);
    }
    return choices.of(
        type.fields().stream().filter(field -> field.kind() != FieldKind.TEXTS).toList());
  }

  private String totals(VocabularyField summed, String argument, Names names) {
    FieldKind kind = summed.kind();
    List<String> functions = new ArrayList<>();
    List<String> tests = new ArrayList<>();
    int count = choices.of(1, 1, 2);
    for (int i = 0; i < count; i++) {
      Names known = names.inner();
      String function = function(kind);
      String result;
      switch (function) {
        case "collectSet", "collectList" -> {
          result = names.collection(kind);
          tests.add(
              kind == FieldKind.TEXT && choices.chance(50)
                  ? result + choices.of(" contains ", " not contains ") + constraints.text()
                  : result + ".size" + constraints.order() + choices.of("1", "2", "0"));
        }
        case "count", "countDistinct" -> {
          result = names.value(FieldKind.AMOUNT);
          tests.add(result + constraints.order() + choices.of("1", "2", "3"));
        }
        default -> {
          result = names.value(kind);
          if (kind == FieldKind.AMOUNT && choices.chance(25)) {
            argument += choices.of(" * 2", " / 3", " * " + argument, " / " + argument);
          }
          tests.add(
              kind == FieldKind.DATE
                  ? constraints.date(result, known)
                  : constraints.amount(result, known));
        }
      }
      String of = function.equals("count") && choices.chance(50) ? "()" : "( " + argument + " )";
      functions.add(result + " : " + function + of);
    }
    return String.join(", ", functions) + "; " + String.join(", ", tests);
  }

  private String function(FieldKind kind) {
    return switch (kind) {
      case AMOUNT ->
          choices.of(
              "sum", "sum", "count", "countDistinct", "min", "max", "average", "collectList");
      case DATE -> choices.of("count", "countDistinct", "min", "max", "collectSet");
      default -> choices.of("count", "countDistinct", "collectSet", "collectList");
    };
  }
}
