package io.credentialrules.pathways;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules of one element. */
final class RuleText {
  private final Pathway pathway;
  private final ElementIds ids;
  private final Element element;
  private final Set<String> silenced;
  private int totals;

  RuleText(Pathway pathway, ElementIds ids, Element element, Set<String> silenced) {
    this.pathway = pathway;
    this.ids = ids;
    this.element = element;
    this.silenced = silenced;
  }

  /** The rule, and one more where other badges do as well. */
  String text(Set<String> external, @Nullable ZoneId zone) {
    List<String> conditions = new ArrayList<>();
    if (element.isItself()) {
      conditions.add(itself());
    }
    element.needs().forEach(need -> conditions.addAll(conditions(need)));
    String first = rule(ids.name(element.key()), conditions, external, zone);
    if (element.shortcuts().isEmpty()) {
      return first;
    }
    List<String> other =
        conditions(new SomeOf(1, element.shortcuts().stream().distinct().toList()));
    return first + rule(ids.name(element.key()) + ", by another badge", other, Set.of(), null);
  }

  private String rule(
      String name, List<String> conditions, Set<String> external, @Nullable ZoneId zone) {
    StringBuilder text =
        new StringBuilder("\nrule ").append(ForeignText.text(name)).append("\n    ");
    if (isCredential(element)) {
      text.append("@credential( ").append(ForeignText.text(ids.of(element.key()))).append(" )");
    } else {
      text.append("@requirement( ").append(ForeignText.text(ids.of(element.key()))).append(" )");
    }
    if (!element.shortcuts().isEmpty() && !element.carried().has("name")) {
      text.append("\n    @name( ").append(ForeignText.text(element.name())).append(" )");
    }
    if (!element.carried().has("source")) {
      text.append("\n    @source( ").append(ForeignText.text(source())).append(" )");
    }
    element.carried().annotations().forEach(one -> text.append("\n    ").append(one));
    if (!external.isEmpty()) {
      text.append("\n    @external( ").append(list(external)).append(" )");
    }
    if (zone != null) {
      text.append("\n    @zone( ").append(ForeignText.text(zone.getId())).append(" )");
    }
    for (String code : silenced) {
      text.append("\n    @silence( ").append(ForeignText.text(code));
      text.append(", \"as it was published\" )");
    }
    text.append("\nwhen\n");
    conditions.forEach(condition -> text.append("    ").append(condition).append('\n'));
    return text.append("then\nend\n").toString();
  }

  private String source() {
    List<String> parts = new ArrayList<>();
    parts.add(pathway.name().isEmpty() ? pathway.source() : pathway.name());
    for (String address : element.addresses()) {
      if (address.matches("https?://[^\\s\"<>]{1,200}")) {
        parts.add(address);
        break;
      }
    }
    return String.join(", ", parts);
  }

  /** Whether it is earned, and not met. */
  private boolean isCredential(Element one) {
    return one.kind() == Element.Kind.CREDENTIAL || pathway.destinations().contains(one.key());
  }

  private String itself() {
    if (!element.carried().when().isEmpty()) {
      return element.carried().when();
    }
    if (element.carried().isRefused()) {
      return signed();
    }
    String name =
        ForeignText.text(element.code().isEmpty() ? ids.of(element.key()) : element.code());
    return switch (element.kind()) {
      case TRAINING -> "TrainingCompletion( training == " + name + " )";
      case ASSESSMENT -> "AssessmentResult( assessment == " + name + ", passed )";
      case AGE -> "Learner( age >= " + element.code() + " )";
      case CREDENTIAL, OTHER -> signed();
    };
  }

  private String signed() {
    return "SignOff( subject == " + ForeignText.text(ids.of(element.key())) + " )";
  }

  private List<String> conditions(SomeOf need) {
    List<String> earned = new ArrayList<>();
    List<String> met = new ArrayList<>();
    for (String key : need.keys()) {
      Element needed = pathway.element(key);
      (needed != null && isCredential(needed) ? earned : met).add(key);
    }
    if (need.isAll()) {
      List<String> all = new ArrayList<>();
      for (String key : need.keys()) {
        all.add(
            earned.contains(key)
                ? "Earned( credential == " + ForeignText.text(ids.of(key)) + " )"
                : "Met( requirement == " + ForeignText.text(ids.of(key)) + " )");
      }
      return all;
    }
    return some(need.number(), earned, met);
  }

  /** So many of credentials and requirements together. */
  private List<String> some(int number, List<String> earned, List<String> met) {
    if (number == 1 && met.isEmpty()) {
      return List.of("Earned( credential in ( " + list(earned) + " ) )");
    }
    if (number == 1 && earned.isEmpty()) {
      return List.of("Met( requirement in ( " + list(met) + " ) )");
    }
    int total = ++totals;
    List<String> parts = new ArrayList<>();
    List<String> sums = new ArrayList<>();
    if (!earned.isEmpty()) {
      parts.add(total("Earned( credential in ( " + list(earned) + " ), $c", total, "credential"));
      sums.add("$earned" + total);
    }
    if (!met.isEmpty()) {
      parts.add(total("Met( requirement in ( " + list(met) + " ), $r", total, "requirement"));
      sums.add("$met" + total);
    }
    String compared = String.join(" + ", sums) + " >= " + number;
    List<String> conditions = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      boolean isLast = i == parts.size() - 1;
      conditions.add(parts.get(i) + (isLast ? ";\n                " + compared : "") + " )");
    }
    return conditions;
  }

  private static String total(String pattern, int total, String field) {
    String kind = field.equals("credential") ? "$earned" : "$met";
    String value = field.equals("credential") ? "$c" : "$r";
    return "accumulate( "
        + pattern
        + total
        + " : "
        + field
        + " );\n                "
        + kind
        + total
        + " : countDistinct( "
        + value
        + total
        + " )";
  }

  private String list(Iterable<String> keys) {
    List<String> texts = new ArrayList<>();
    keys.forEach(key -> texts.add(ForeignText.text(ids.of(key))));
    return texts.stream().collect(Collectors.joining(",\n                "));
  }
}
