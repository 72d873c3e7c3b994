package io.credentialrules.policy;

import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes the classes of the package {@code internal.fault} from the register: a method for each
 * sentence, with its arguments as parameters. An argument between backticks is a text that is
 * quoted; any other is shown as it is.
 */
final class FaultSource {
  /** The class for each category, and what its faults are about. */
  static final ImmutableMap<String, String> CLASSES =
      ImmutableMap.<String, String>builder()
          .put("Files and folders", "FileFaults")
          .put("Characters, texts and numbers", "TextFaults")
          .put("Rules and annotations", "RuleFaults")
          .put("Conditions", "ConditionFaults")
          .put("Constraints", "ConstraintFaults")
          .put("DRL statements and attributes that a policy cannot contain", "StatementFaults")
          .put("DRL and Java expressions that a policy cannot contain", "RefusedFaults")
          .put("Names", "NameFaults")
          .put("Values and dates", "ValueFaults")
          .put("The policy as a whole", "PolicyFaults")
          .put("What was probably not meant", "MeaningFaults")
          .put("Names of rules", "WordingFaults")
          .put("Named values", "NamedValueFaults")
          .put("Frameworks", "FrameworkFaults")
          .put("Limits", "LimitFaults")
          .buildOrThrow();

  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\w+)}");

  private FaultSource() {}

  /** The source of each class, by its name. */
  static Map<String, String> all() {
    Map<String, String> sources = new LinkedHashMap<>();
    Map<String, List<Check>> byCategory =
        Check.all().stream()
            .collect(
                Collectors.groupingBy(Check::category, LinkedHashMap::new, Collectors.toList()));
    byCategory.forEach(
        (category, checks) -> {
          String name = Objects.requireNonNull(CLASSES.get(category), category);
          sources.put(name, source(name, category, checks));
        });
    return sources;
  }

  private static String source(String name, String category, List<Check> checks) {
    StringBuilder source = new StringBuilder();
    source.append("package io.credentialrules.internal.fault;\n\n");
    String methods = checks.stream().map(FaultSource::methods).collect(Collectors.joining());
    for (String imported : List.of("error", "plain", "quoted", "warning")) {
      if (methods.contains(imported + "(")) {
        source.append(
            "import static io.credentialrules.internal.fault.Fault.%s;\n".formatted(imported));
      }
    }
    return source
            .append("\n/**\n * Faults of the category \"%s\".\n".formatted(category))
            .append(
                " * Written from the register of checks by {@code -Dchecks.write=true}; do not edit.\n */\n")
            .append("public final class %s {\n\n  private %s() {}\n".formatted(name, name))
            .append(methods)
        + "}\n";
  }

  private static String methods(Check check) {
    StringBuilder methods = new StringBuilder();
    check
        .sentences()
        .forEach(
            (name, lines) -> {
              Map<String, String> types = new LinkedHashMap<>();
              List<String> texts = new ArrayList<>();
              texts.add(expression(lines.get(0), types));
              texts.add(lines.size() < 2 ? "\"\"" : expression(lines.get(1), types));
              methods
                  .append("\n  public static Fault ")
                  .append(method(check.code(), name))
                  .append(
                      types.entrySet().stream()
                          .map(type -> type.getValue() + " " + type.getKey())
                          .collect(Collectors.joining(", ", "(", ") {\n")))
                  .append("    return ")
                  .append(check.severity().name().toLowerCase(Locale.ROOT))
                  .append(
                      "(\"%s\", %s, %s);\n  }\n"
                          .formatted(check.code(), texts.get(0), texts.get(1)));
            });
    return methods.toString();
  }

  static String method(String code, String name) {
    return CaseFormat.LOWER_HYPHEN.to(
        CaseFormat.LOWER_CAMEL, name.isEmpty() ? code : code + "-" + name);
  }

  /** The text as Java, and the types of its arguments. */
  private static String expression(String text, Map<String, String> types) {
    List<String> parts = new ArrayList<>();
    Matcher argument = ARGUMENT.matcher(text);
    int end = 0;
    while (argument.find()) {
      addLiteral(text.substring(end, argument.start()), parts);
      boolean quoted =
          text.substring(0, argument.start()).chars().filter(c -> c == '`').count() % 2 == 1;
      types.merge(argument.group(1), quoted ? "String" : "Object", (one, other) -> "String");
      parts.add((quoted ? "quoted(" : "plain(") + argument.group(1) + ")");
      end = argument.end();
    }
    addLiteral(text.substring(end), parts);
    return String.join(" + ", parts);
  }

  private static void addLiteral(String text, List<String> parts) {
    if (!text.isEmpty()) {
      parts.add("\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    }
  }
}
