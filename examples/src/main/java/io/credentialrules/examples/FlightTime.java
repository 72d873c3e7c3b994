package io.credentialrules.examples;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactType;
import io.credentialrules.vocabulary.Field;
import io.credentialrules.vocabulary.Provenance;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A flight that a student pilot logged: a fact type of the host's own. Policies name it and its
 * fields like those of the vocabulary, and the checks know its words, units and ranges.
 *
 * @param kind who was in command
 * @param aircraft the aircraft's registration
 * @param hours flight time in hours
 * @param landings how many landings
 * @param flownOn when; a flight after the date of evaluation does not count yet
 * @param provenance who signed the log book
 */
@FactType(noun = "flight", plural = "flights")
public record FlightTime(
    Kind kind,
    @Nullable String aircraft,
    @Field(unit = "hours", min = "0", max = "24") BigDecimal hours,
    @Field(unit = "landings", min = "0") int landings,
    @Nullable LocalDate flownOn,
    Provenance provenance)
    implements Fact {

  /** Who was in command. */
  public enum Kind {
    /** The instructor. */
    DUAL,
    /** The student, alone. */
    SOLO
  }

  /** Requires what every flight has. */
  public FlightTime {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(hours, "hours");
    Objects.requireNonNull(provenance, "provenance");
  }

  @Override
  public @Nullable LocalDate occurredOn() {
    return flownOn;
  }
}
