package io.credentialrules.report.internal.words;

import io.credentialrules.Plan.Demand;
import io.credentialrules.Plan.Relation;
import io.credentialrules.Plan.Step;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the fact of a step must be like beside what the condition says, in words. */
final class DemandSentences {
  /** What comes between the name of a field and what is said of it, in any language. */
  private static final Pattern NAMED = Pattern.compile("[\\s\u00a0\u202f]*:[\\s\u00a0\u202f]*");

  private final Messages messages;
  private final Writing writing;
  private final Terms lexicon;
  private final FactSentences facts;

  DemandSentences(Messages messages, Writing writing, Terms lexicon, FactSentences facts) {
    this.messages = messages;
    this.writing = writing;
    this.lexicon = lexicon;
    this.facts = facts;
  }

  /** The demands that the sentence of the condition does not say. */
  static List<Demand> unsaid(Step step) {
    return step.demands().stream().filter(demand -> !demand.isInCondition()).toList();
  }

  /**
   * A step with what else its fact must be like.
   *
   * @param said the step without that
   * @param own the numbers of the steps that are told together as this one
   * @param line the line on which a step is told, from 1
   */
  String with(String said, Step step, List<Integer> own, IntUnaryOperator line) {
    VocabularyType type = facts.type(step.fact());
    List<Demand> demands = unsaid(step);
    List<String> lines = new ArrayList<>();
    for (Demand demand : demands) {
      VocabularyField field = type == null ? null : type.field(demand.field());
      boolean isImplied =
          demand.relation() == Relation.GIVEN
              && demands.stream()
                  .anyMatch(other -> other != demand && other.field().equals(demand.field()));
      Demand most = bound(demands, demand.field(), Relation.AT_MOST);
      Demand least = bound(demands, demand.field(), Relation.AT_LEAST);
      if (type != null && field != null && least != null && most != null) {
        if (demand == least) {
          add(lexicon.label(type, field).one(), between(type, field, least, most), lines);
          continue;
        }
        isImplied |= demand == most;
      }
      if (type != null && field != null && !isImplied) {
        boolean isGiven =
            demands.stream()
                .anyMatch(
                    other ->
                        other.field().equals(demand.field()) && other.relation() == Relation.GIVEN);
        String label = lexicon.label(type, field).one();
        if (isOfOwnAndOthers(demand, own)) {
          add(label, messages.say("demand.ALL", "one", label), lines);
        }
        add(label, said(type, field, demand, isGiven, own, line), lines);
      }
    }
    return lines.isEmpty()
        ? said
        : messages.say("step.demands", "step", said, "demands", writing.clauses(lines));
  }

  /** Adds what is said of a field, after what has just been said of it, which names it once. */
  private static void add(String label, String said, List<String> lines) {
    String before = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    Matcher again = NAMED.matcher(said);
    if (before.startsWith(label)
        && NAMED.matcher(before.substring(label.length())).lookingAt()
        && said.startsWith(label)
        && again.region(label.length(), said.length()).lookingAt()) {
      lines.set(lines.size() - 1, before + ", " + said.substring(again.end()));
    } else {
      lines.add(said);
    }
  }

  /** The one demand of a field with this relation; null where it has none, or several. */
  private static @Nullable Demand bound(List<Demand> demands, String field, Relation relation) {
    List<Demand> found =
        demands.stream()
            .filter(demand -> demand.field().equals(field) && demand.relation() == relation)
            .toList();
    return found.size() == 1 ? found.get(0) : null;
  }

  private String between(VocabularyType type, VocabularyField field, Demand least, Demand most) {
    if (least.values().equals(most.values())) {
      return messages.say(
          "demand.ONE_OF",
          "one",
          lexicon.label(type, field).one(),
          "values",
          said(type, field, least.values().get(0)));
    }
    boolean isDate = least.values().get(0) instanceof LocalDate;
    return messages.say(
        isDate ? "demand.BETWEEN.date" : "demand.BETWEEN",
        "one",
        lexicon.label(type, field).one(),
        "least",
        said(type, field, least.values().get(0)),
        "most",
        said(type, field, most.values().get(0)));
  }

  private String said(
      VocabularyType type,
      VocabularyField field,
      Demand demand,
      boolean isGiven,
      List<Integer> own,
      IntUnaryOperator line) {
    String one = lexicon.label(type, field).one();
    List<String> values = demand.values().stream().map(value -> said(type, field, value)).toList();
    if (!values.isEmpty() && demand.values().get(0) instanceof Boolean truth) {
      return lexicon.truth(type, field, truth);
    }
    boolean isDate = !values.isEmpty() && demand.values().get(0) instanceof LocalDate;
    String key =
        switch (demand.relation()) {
          case AT_LEAST, AT_MOST -> "demand." + demand.relation() + (isDate ? ".date" : "");
          case EXACTLY -> "demand.EXACTLY" + (values.isEmpty() ? ".none" : "");
          case NONE_OF -> isGiven ? "demand.OTHER" : "demand.NONE_OF";
          case DIFFERENT -> own.containsAll(demand.steps()) ? "demand.ALL" : "demand.DIFFERENT";
          default -> "demand." + demand.relation();
        };
    List<String> steps =
        demand.steps().stream()
            .filter(step -> !isOfOwnAndOthers(demand, own) || !own.contains(step))
            .map(step -> Integer.toString(line.applyAsInt(step)))
            .distinct()
            .toList();
    return messages.say(
        key,
        "one",
        one,
        "values",
        joined(demand, values),
        "n",
        steps.size(),
        "steps",
        writing.and(steps));
  }

  private String joined(Demand demand, List<String> values) {
    if (demand.relation() == Relation.EXCLUDES) {
      return writing.nor(values);
    }
    return isOfAll(demand) ? writing.and(values) : writing.or(values);
  }

  /** Whether a fact differs from those that are told with it, and from others. */
  private static boolean isOfOwnAndOthers(Demand demand, List<Integer> own) {
    return demand.relation() == Relation.DIFFERENT
        && demand.steps().stream().anyMatch(own::contains)
        && !own.containsAll(demand.steps());
  }

  private static boolean isOfAll(Demand demand) {
    return demand.relation() == Relation.EXACTLY || demand.relation() == Relation.INCLUDES;
  }

  private String said(VocabularyType type, VocabularyField field, Object value) {
    return value instanceof Boolean
        ? lexicon.truth(type, field, value.equals(true))
        : facts.said(type, field, value);
  }
}
