package io.credentialrules.json;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactType;
import io.credentialrules.vocabulary.Field;
import io.credentialrules.vocabulary.Provenance;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A fact type of a host, with a component of every Java type that a fact type can have. */
@FactType(noun = "visit", plural = "visits")
public record Visit(
    Purpose purpose,
    String place,
    @Nullable String guide,
    @Field(unit = "minutes", min = "0", max = "1440") int minutes,
    @Field(unit = "steps") @Nullable Long steps,
    @Field(unit = "points", min = "-5", max = "5") @Nullable Integer rating,
    boolean guided,
    @Nullable Boolean repeated,
    List<String> stops,
    @Nullable Set<String> languages,
    @Nullable LocalDate madeOn,
    Provenance provenance)
    implements Fact {

  /** Why one goes. */
  public enum Purpose {
    STUDY,
    PLEASURE
  }

  /** Checks what concerns two fields. */
  public Visit {
    stops = List.copyOf(stops);
    languages = languages == null ? null : Set.copyOf(languages);
    if (guided && guide == null) {
      throw new IllegalArgumentException("`guided` is true, and no `guide` is named");
    }
  }

  @Override
  public @Nullable LocalDate occurredOn() {
    return madeOn;
  }
}
