package io.credentialrules.oracle;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.Vetting;
import io.credentialrules.vocabulary.VettingStatus;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes facts of any type: with the values that are wanted, and otherwise with any. */
final class FactWriter {
  private static final List<Instant> INSTANTS =
      List.of(
          World.NOON.toInstant(),
          World.NOON.toInstant().plusSeconds(1),
          World.NOON.toInstant().minusNanos(1),
          World.NOON.toInstant().minusSeconds(86_400L * 400),
          World.NOON.toInstant().plusSeconds(86_400L * 30));

  private final Choices choices;

  FactWriter(Choices choices) {
    this.choices = choices;
  }

  /** A fact of a record type, whose fields are as wanted where a value is given. */
  Fact fact(Class<? extends Record> type, Map<String, @Nullable Object> wanted) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    RecordComponent[] components = type.getRecordComponents();
    for (RecordComponent component : components) {
      values.put(
          component.getName(),
          wanted.containsKey(component.getName())
              ? wanted.get(component.getName())
              : value(component));
    }
    inOrder(values, "endedOn");
    inOrder(values, "completedOn");
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
      return (Fact) constructor.newInstance(values.values().toArray());
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException(type + " of " + values, broken);
    }
  }

  private static void inOrder(Map<String, @Nullable Object> values, String last) {
    if (values.get("startedOn") instanceof LocalDate start
        && values.get(last) instanceof LocalDate end
        && end.isBefore(start)) {
      values.put("startedOn", end);
      values.put(last, start);
    }
  }

  private @Nullable Object value(RecordComponent component) {
    Class<?> type = component.getType();
    boolean mayBeAbsent = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    if (mayBeAbsent && choices.chance(12)) {
      return null;
    }
    if (type == String.class) {
      return text(component.getName());
    }
    if (type == BigDecimal.class) {
      return choices.of(World.AMOUNTS);
    }
    if (type == boolean.class) {
      return choices.chance(50);
    }
    if (type == LocalDate.class) {
      return date();
    }
    if (type == Set.class) {
      return choices.of(Set.of("a"), Set.of(), Set.of("a", "b"), Set.of("$0", "c"));
    }
    return type == Provenance.class
        ? provenance()
        : choices.of(Arrays.asList(type.getEnumConstants()));
  }

  String text(String field) {
    if (field.equals("grade")) {
      return choices.chance(10) ? "W" : choices.of(World.GRADES);
    }
    if (field.equals("level")) {
      return choices.chance(5) ? "OFF_SCALE" : choices.of(World.LEVELS);
    }
    return choices.chance(50) ? choices.of(World.TEXTS) : World.TEXTS.get(0);
  }

  LocalDate date() {
    return choices.of(World.DATES).plusDays(choices.of(0, 0, 0, 1, -1));
  }

  /** Mostly one that counts. */
  Provenance provenance() {
    String id = choices.chance(50) ? choices.of("1", "2", "a") : null;
    if (!choices.chance(30)) {
      return new Provenance(
          id,
          "a",
          FactStatus.COMPLETED,
          Vetting.by("a", choices.of(ReviewerRole.FACULTY, ReviewerRole.SUPERVISOR), null),
          null,
          null);
    }
    Instant from = choices.chance(25) ? choices.of(INSTANTS) : null;
    Instant until = choices.chance(25) ? choices.of(INSTANTS) : null;
    boolean inOrder = from == null || until == null || !until.isBefore(from);
    return new Provenance(
        id,
        choices.chance(30) ? null : choices.of("b", "a"),
        choices.chance(50) ? FactStatus.COMPLETED : choices.of(FactStatus.values()),
        vetting(),
        inOrder ? from : until,
        inOrder ? until : from);
  }

  private Vetting vetting() {
    VettingStatus status =
        choices.of(VettingStatus.VETTED, VettingStatus.UNVETTED, VettingStatus.REJECTED);
    if (status == VettingStatus.UNVETTED) {
      return Vetting.NONE;
    }
    ReviewerRole role = choices.of(ReviewerRole.values());
    return new Vetting(
        choices.chance(30) ? status : VettingStatus.VETTED,
        choices.of("a", "b"),
        role,
        choices.chance(40) ? date() : null);
  }
}
