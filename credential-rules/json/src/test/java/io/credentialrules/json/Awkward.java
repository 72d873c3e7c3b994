package io.credentialrules.json;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactType;
import io.credentialrules.vocabulary.Field;
import io.credentialrules.vocabulary.Provenance;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A fact type of a host whose accessors do what a test tells them.
 *
 * @param subject the name of what to do, in {@link #GIVES}
 */
@FactType(noun = "awkward fact", plural = "awkward facts")
public record Awkward(
    String subject,
    @Field(unit = "points") @Nullable BigDecimal points,
    Set<String> marks,
    Provenance provenance)
    implements Fact {

  /** What the accessors do, by thread, so that tests do not disturb each other. */
  static final ThreadLocal<@Nullable Supplier<@Nullable String>> GIVES = new ThreadLocal<>();

  static Awkward with(String points, Set<String> marks) {
    return new Awkward("s", new BigDecimal(points), marks, Provenance.UNVETTED);
  }

  @Override
  public String subject() {
    Supplier<@Nullable String> gives = GIVES.get();
    return gives == null ? subject : gives.get();
  }

  @Override
  public @Nullable LocalDate occurredOn() {
    return null;
  }
}
