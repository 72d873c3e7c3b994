package io.credentialrules.kafka;

import com.google.common.base.Splitter;
import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LimitExceededException;
import io.credentialrules.Outcome;
import io.credentialrules.Upcoming;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What is known and was decided of the learners of one partition. A message changes what is known
 * and is decided on at once. A learner of whom time alone changes something is also in a second
 * store, under the day of that change, so that a look at the clock costs what changes, and not all
 * learners. Outcomes of another policy become due at the first looks. Emitted is the difference
 * from the outcome that is kept; both are committed together, so that neither is there without the
 * other.
 */
final class Ledger {
  static final String LEARNERS = "learners";
  static final String DUE = "due";

  /** So that a look at the clock does not keep Kafka waiting; the others follow at the next. */
  static final int MOST_AT_ONCE = 500;

  /** How many learners a look asks by which policy they were decided on. */
  static final int MOST_ASKED = 2_000;

  private final CredentialRules rules;
  private final ZoneId zone;
  private final ProcessorContext<String, OutgoingMessage> context;
  private final LongSupplier milliseconds;
  private final KeyValueStore<String, LearnerState> learners;
  private final KeyValueStore<String, String> due;
  private final RecordMessages messages;

  /** From which learner on to ask for another policy; null when all were asked since the start. */
  private @Nullable String unasked = "";

  Ledger(
      CredentialRules rules,
      ZoneId zone,
      ProcessorContext<String, OutgoingMessage> context,
      LongSupplier milliseconds) {
    this.rules = rules;
    this.zone = zone;
    this.context = context;
    this.milliseconds = milliseconds;
    this.learners = context.getStateStore(LEARNERS);
    this.due = context.getStateStore(DUE);
    this.messages = new RecordMessages(rules, zone);
  }

  /** Takes a message that {@link Addressed} has written. */
  void take(Record<String, String> message) {
    List<String> parts = Splitter.on('\n').limit(2).splitToList(message.value());
    FactKey key = FactKey.parse(parts.get(0));
    @Nullable String value = parts.size() == 2 ? parts.get(1) : null;
    LearnerState state = state(key.learner()).with(key.toString(), value);
    RuntimeException wrong = value == null ? null : problem(key, value, state);
    if (wrong == null) {
      settle(key.learner(), state, message.timestamp());
    } else {
      report(key.toString(), wrong, message.timestamp());
    }
  }

  /** What is wrong with a message with which that would be known of its learner. */
  private @Nullable RuntimeException problem(FactKey key, String value, LearnerState state) {
    try {
      messages.read(key, value);
    } catch (CancellationException stopped) {
      throw stopped;
    } catch (RuntimeException wrong) {
      return wrong;
    }
    int size = state.size();
    return size <= LearnerState.MOST_BYTES
        ? null
        : new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "with this message, what is kept of the learner would have %,d bytes, and it has at"
                    + " most %,d",
                size,
                LearnerState.MOST_BYTES));
  }

  /** Decides again about whom time has changed something. */
  void look() {
    LocalDate today = Instant.ofEpochMilli(milliseconds.getAsLong()).atZone(zone).toLocalDate();
    markThoseOfAnotherPolicy(today);
    List<String> now = new ArrayList<>();
    try (KeyValueIterator<String, String> days = due.range("", today.plusDays(1) + "/")) {
      while (days.hasNext() && now.size() < MOST_AT_ONCE) {
        now.add(days.next().value);
      }
    }
    for (String learner : now) {
      settle(learner, state(learner), milliseconds.getAsLong());
    }
  }

  /** Makes learners due whose outcome is of another policy, some at each look. */
  private void markThoseOfAnotherPolicy(LocalDate today) {
    if (unasked == null) {
      return;
    }
    List<String> others = new ArrayList<>();
    try (KeyValueIterator<String, LearnerState> all = learners.range(unasked, null)) {
      unasked = null;
      for (int asked = 1; all.hasNext(); asked++) {
        KeyValue<String, LearnerState> each = all.next();
        if (asked > MOST_ASKED) {
          unasked = each.key;
          break;
        }
        Outcome before = outcome(each.value);
        if (before == null || !before.policyDigest().equals(rules.digest())) {
          others.add(each.key);
        }
      }
    }
    for (String learner : others) {
      LearnerState state = state(learner);
      keep(learner, state, state.outcome(), today);
    }
  }

  private LearnerState state(String learner) {
    LearnerState state = learners.get(learner);
    return state == null ? LearnerState.EMPTY : state;
  }

  private static @Nullable Outcome outcome(LearnerState state) {
    return state.outcome().isEmpty() ? null : Outcome.parse(state.outcome());
  }

  private void settle(String learner, LearnerState state, long timestamp) {
    Outcome before = outcome(state);
    ZonedDateTime asOf = asOf(before);
    SortedMap<String, String> known = state.messages();
    if (known.isEmpty()) {
      keep(learner, state, "", null);
      List<String> lost = before == null ? List.of() : earned(before);
      emit(learner, asOf, List.of(), lost, List.of(), timestamp);
      return;
    }
    Decided decided;
    try {
      Evaluation evaluation = rules.evaluate(messages.together(learner, known), asOf);
      decided = new Decided(evaluation.outcome(), next(evaluation), evaluation.earned());
    } catch (CancellationException stopped) {
      throw stopped;
    } catch (RuntimeException failure) {
      // What is known is kept; the decision is tried again with the next message, or tomorrow.
      keep(learner, state, state.outcome(), asOf.toLocalDate().plusDays(1));
      report(FactKey.of(learner).toString(), failure, timestamp);
      return;
    }
    Outcome after = decided.outcome();
    keep(learner, state, after.toString(), decided.next());
    emit(
        learner,
        asOf,
        before == null ? decided.earned() : after.gainedSince(before),
        before == null ? List.of() : after.lostSince(before),
        decided.earned(),
        timestamp);
  }

  /** What an evaluation said; what Kafka does with it afterwards is no fault of the learner. */
  private record Decided(Outcome outcome, @Nullable LocalDate next, List<String> earned) {}

  /** The next day on which time alone changes something; tomorrow where finding it is too dear. */
  private static @Nullable LocalDate next(Evaluation evaluation) {
    try {
      Upcoming next = evaluation.nextChange();
      return next == null ? null : next.on();
    } catch (LimitExceededException exceeded) {
      return evaluation.asOf().toLocalDate().plusDays(1);
    }
  }

  /** The clock, but later than the last decision, so that no two changes have the same instant. */
  private ZonedDateTime asOf(@Nullable Outcome before) {
    ZonedDateTime now = Instant.ofEpochMilli(milliseconds.getAsLong()).atZone(zone);
    return before == null || now.isAfter(before.asOf())
        ? now
        : before.asOf().withZoneSameInstant(zone).plusNanos(1);
  }

  private static List<String> earned(Outcome outcome) {
    List<String> all = new ArrayList<>(outcome.newlyEarned());
    all.addAll(outcome.held());
    return all;
  }

  private void keep(String learner, LearnerState state, String outcome, @Nullable LocalDate day) {
    if (!state.due().isEmpty()) {
      due.delete(state.due() + "/" + learner);
    }
    // Years of five digits would be out of order, and are as good as never.
    boolean isDue = day != null && day.getYear() <= 9999;
    String on = isDue ? String.valueOf(day) : "";
    if (isDue) {
      due.put(on + "/" + learner, learner);
    }
    if (state.messages().isEmpty()) {
      learners.delete(learner);
    } else {
      learners.put(learner, new LearnerState(state.messages(), outcome, on));
    }
  }

  private void emit(
      String learner,
      ZonedDateTime asOf,
      List<String> gained,
      List<String> lost,
      List<String> earned,
      long timestamp) {
    if (!gained.isEmpty() || !lost.isEmpty()) {
      OutgoingMessage change = OutgoingMessage.change(asOf, rules.digest(), gained, lost, earned);
      context.forward(new Record<>(learner, change, timestamp));
    }
  }

  private void report(String key, RuntimeException wrong, long timestamp) {
    context.forward(new Record<>(key, OutgoingMessage.problem(key, wrong), timestamp));
  }
}
