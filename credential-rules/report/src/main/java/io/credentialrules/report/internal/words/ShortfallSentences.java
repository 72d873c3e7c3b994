package io.credentialrules.report.internal.words;

import com.google.common.collect.Streams;
import io.credentialrules.Measure;
import io.credentialrules.Shortfall;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a requirement lacks, in words. */
public final class ShortfallSentences {
  private final Messages messages;
  private final Writing writing;
  private final Terms lexicon;
  private final ConditionSentences conditions;
  private final TotalSentences totals;
  private final MeasurePhrases measures;
  private final FactSentences facts;
  private final PolicyIndex policy;

  ShortfallSentences(
      Messages messages,
      Writing writing,
      Terms lexicon,
      ConditionSentences conditions,
      TotalSentences totals,
      FactSentences facts,
      PolicyIndex policy) {
    this.messages = messages;
    this.writing = writing;
    this.lexicon = lexicon;
    this.conditions = conditions;
    this.totals = totals;
    this.measures = new MeasurePhrases(messages, writing, lexicon);
    this.facts = facts;
    this.policy = policy;
  }

  /** One shortfall, as the middle of a sentence. */
  public String of(Shortfall shortfall) {
    if (shortfall instanceof Shortfall.Amount amount) {
      return amount(amount);
    }
    if (shortfall instanceof Shortfall.MissingFact missing) {
      return fact(missing);
    }
    if (shortfall instanceof Shortfall.MissingCredential missing) {
      return named("short.credential", missing.credentials());
    }
    if (shortfall instanceof Shortfall.OtherTime other) {
      return otherTime(other);
    }
    if (shortfall instanceof Shortfall.MissingRequirement missing) {
      return named("short.requirement", missing.requirements());
    }
    if (shortfall instanceof Shortfall.Lapsed lapsed) {
      return lapsed(lapsed);
    }
    if (shortfall instanceof Shortfall.Withdrawn withdrawn) {
      return messages.say(
          "short.withdrawn",
          "fact",
          facts.of(withdrawn.held().fact()),
          "reason",
          facts.reason(withdrawn.held()));
    }
    if (shortfall instanceof Shortfall.InUse inUse) {
      return messages.say(
          "short.in-use",
          "names",
          writing.or(called(inUse.requirements(), inUse.requirementNames())));
    }
    if (shortfall instanceof Shortfall.Excluded excluded) {
      return excluded(excluded);
    }
    return total(shortfall.place());
  }

  private String otherTime(Shortfall.OtherTime other) {
    PolicyIndex.PlacedCondition placed = policy.condition(other.place());
    LocalDate since = other.since();
    LocalDate until = other.until();
    String kind = (since == null ? "" : "-since") + (until == null ? "" : "-until");
    String has =
        messages.say(
            "short.earned" + kind,
            "name",
            writing.quote(policy.name(other.credential())),
            "since",
            since == null ? "" : writing.date(since),
            "until",
            until == null ? "" : writing.date(until));
    return placed == null
        ? has
        : messages.say(
            "short.other-time", "has", has, "c", conditions.of(placed.condition(), placed.scope()));
  }

  private String lapsed(Shortfall.Lapsed lapsed) {
    String when =
        messages.say(
            "short.lapsed",
            "achieved",
            writing.date(lapsed.achieved()),
            "until",
            writing.date(lapsed.until()));
    List<String> names = called(lapsed.notRenewed(), lapsed.notRenewedNames());
    if (names.isEmpty()) {
      return when;
    }
    return policy.isRenewedByAnyPart(lapsed.place())
        ? messages.say("short.lapsed-any", "when", when, "names", writing.or(names))
        : messages.say("short.lapsed-again", "when", when, "names", writing.and(names));
  }

  private List<String> called(List<String> ids, List<String> names) {
    return Streams.zip(ids.stream(), names.stream(), conditions::called)
        .map(writing::quote)
        .toList();
  }

  private String named(String key, List<String> ids) {
    return ids.isEmpty()
        ? messages.say("short.nothing-fits")
        : messages.say(
            key, "names", writing.or(ids.stream().map(policy::name).map(writing::quote).toList()));
  }

  private String fact(Shortfall.MissingFact missing) {
    PolicyIndex.PlacedCondition placed = policy.condition(missing.place());
    boolean isAlwaysThere = missing.factType().matches("Learner|Today");
    return messages.say(
        isAlwaysThere ? "short.needed" : "short.missing",
        "a",
        placed == null
            ? Terms.split(missing.factType())
            : conditions.of(placed.condition(), placed.scope()));
  }

  private String excluded(Shortfall.Excluded excluded) {
    PolicyIndex.PlacedCondition placed = policy.condition(excluded.place());
    if (placed == null) {
      return messages.say("short.excluded-unknown");
    }
    String key = placed.condition() instanceof Condition.ForAll ? "short.each" : "short.excluded";
    return messages.say(key, "c", conditions.of(placed.condition(), placed.scope()));
  }

  private String total(SourceSpan place) {
    PolicyIndex.PlacedConstraint placed = policy.constraint(place);
    if (placed == null || placed.accumulate() == null) {
      return messages.say("short.total-unknown");
    }
    return messages.say("short.total", "c", asked(placed, placed.accumulate()));
  }

  private String asked(PolicyIndex.PlacedConstraint placed, Condition.Accumulate accumulate) {
    return totals.of(
        placed.constraint(),
        accumulate,
        one -> conditions.things(one, placed.scope()),
        placed.scope());
  }

  private String amount(Shortfall.Amount shortfall) {
    String said = uncapped(shortfall);
    for (Shortfall.Cap cap : shortfall.caps()) {
      said =
          messages.say(
              "short.capped",
              "short",
              said,
              "has",
              lexicon.amount(cap.has(), cap.unit()),
              "counts",
              lexicon.amount(cap.counts(), cap.unit()),
              "n",
              cap.counts());
    }
    PolicyIndex.PlacedConstraint placed = policy.constraint(shortfall.place());
    Condition.Accumulate accumulate = placed == null ? null : placed.accumulate();
    if (!shortfall.groups().isEmpty()
        && accumulate != null
        && accumulate.source() instanceof Condition.GroupBy groups) {
      boolean counted = GroupSentences.areCounted(shortfall.groups());
      said =
          messages.say(
              counted ? "short.groups-counted" : "short.groups",
              "short",
              said,
              "groups",
              totals.groups().named(shortfall.groups(), groups, this));
    }
    return said;
  }

  private String uncapped(Shortfall.Amount shortfall) {
    Measure measure = shortfall.measure();
    PolicyIndex.PlacedConstraint placed = policy.constraint(shortfall.place());
    Condition.Accumulate accumulate = placed == null ? null : placed.accumulate();
    if (placed == null || accumulate == null) {
      return measured("short.amount", measure, "", null);
    }
    Noun things = conditions.things(accumulate, placed.scope());
    Constraint constraint = placed.constraint();
    Condition.Aggregate function = Summed.function(constraint, accumulate);
    if (accumulate.source() instanceof Condition.GroupBy
        || TotalSentences.isOfTwo(constraint, placed.scope())) {
      return measured("short.compared", measure, asked(placed, accumulate), null);
    }
    VocabularyType of = Summed.typeOf(function, placed.scope());
    BigDecimal more = more(measure);
    if (function != null
        && more != null
        && function.function().matches("sum|sumUpTo|sumOfItemsUpTo|sumOfGreatest")) {
      return still("short.sum", measure, more, things, null);
    }
    if (function != null && more != null && function.function().equals("count")) {
      return messages.say(
          "short.count",
          "n",
          more,
          "more",
          lexicon.count(more, things, true),
          "amount",
          lexicon.count(more, things, false),
          "has",
          measures.has(measure, null),
          "needs",
          measures.needs(measure, null));
    }
    if (function != null && more != null && function.function().startsWith("countDistinct")) {
      return still("short.distinct", measure, more, things, of);
    }
    return measured("short.value", measure, asked(placed, accumulate), of);
  }

  private String still(
      String key, Measure measure, BigDecimal more, Noun things, @Nullable VocabularyType of) {
    return messages.say(
        key,
        "n",
        more,
        "more",
        lexicon.more(more, measure.unit(), of),
        "amount",
        lexicon.exactAmount(more, measure.unit(), of),
        "of",
        things.of(),
        "many",
        things.many(),
        "has",
        measures.has(measure, of),
        "needs",
        measures.needs(measure, of));
  }

  /** How much is still to come; null where that is not what decides. */
  private static @Nullable BigDecimal more(Measure measure) {
    if (measure.has() == null || measure.operator() != Operator.AT_LEAST) {
      return null;
    }
    BigDecimal more = measure.needs().subtract(measure.has());
    return more.signum() > 0 ? more : null;
  }

  private String measured(String key, Measure measure, String asked, @Nullable VocabularyType of) {
    return messages.say(
        measure.has() == null ? key + "-none" : key,
        "has",
        measures.has(measure, of),
        "needs",
        measures.needs(measure, of),
        "c",
        asked);
  }

  /** How amounts are said that are compared. */
  MeasurePhrases measures() {
    return measures;
  }

  /** What there is and what is asked for. */
  public String measure(Measure measure) {
    VocabularyType of = policy.counted(measure.unit());
    return messages.say(
        measure.has() == null ? "measure.none" : "measure.has",
        "has",
        measures.has(measure, of),
        "needs",
        measures.needs(measure, of));
  }
}
