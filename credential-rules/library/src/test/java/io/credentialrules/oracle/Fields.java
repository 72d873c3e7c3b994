package io.credentialrules.oracle;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads the fields of facts as rules see them: words as texts, numbers as exact decimals. */
final class Fields {
  private static final Map<String, Optional<Method>> ACCESSORS = new ConcurrentHashMap<>();

  private final ZonedDateTime asOf;

  Fields(ZonedDateTime asOf) {
    this.asOf = asOf;
  }

  @Nullable Object of(Object fact, String name) {
    if (fact instanceof Learner learner && name.equals("age")) {
      return age(learner.birthDate());
    }
    if (fact instanceof Earning earning) {
      return switch (name) {
        case "since" -> earning.since();
        case "until" -> earning.until();
        default -> of(earning.earned(), name);
      };
    }
    Optional<Method> accessor =
        ACCESSORS.computeIfAbsent(
            fact.getClass().getName() + " " + name, key -> accessor(fact, name));
    if (accessor.isPresent()) {
      try {
        return plain(accessor.get().invoke(fact));
      } catch (ReflectiveOperationException broken) {
        throw new IllegalStateException(name + " of " + fact, broken);
      }
    }
    return ofProvenance(((Fact) fact).provenance(), name);
  }

  private static Optional<Method> accessor(Object fact, String name) {
    return Arrays.stream(fact.getClass().getRecordComponents())
        .filter(component -> component.getName().equals(name))
        .map(RecordComponent::getAccessor)
        .findFirst();
  }

  private @Nullable Object ofProvenance(Provenance provenance, String name) {
    return switch (name) {
      case "id" -> provenance.id();
      case "source" -> provenance.source();
      case "status" -> plain(provenance.status());
      case "reviewer" -> provenance.vetting().reviewer();
      case "reviewerRole" -> plain(provenance.vetting().role());
      case "vettedOn" -> provenance.vetting().on();
      case "validFrom" -> day(provenance.validFrom());
      case "validUntil" -> day(provenance.validUntil());
      default -> throw new IllegalArgumentException("no field `" + name + "`");
    };
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Enum<?> word) {
      return word.name();
    }
    if (value instanceof Number number && !(value instanceof BigDecimal)) {
      return new BigDecimal(number.toString());
    }
    return value;
  }

  private @Nullable LocalDate day(@Nullable Instant instant) {
    return instant == null ? null : instant.atZone(asOf.getZone()).toLocalDate();
  }

  /** Full years since birth; unknown before it. */
  private @Nullable BigDecimal age(@Nullable LocalDate birth) {
    if (birth == null || asOf.toLocalDate().isBefore(birth)) {
      return null;
    }
    int years = asOf.getYear() - birth.getYear();
    int thisYear = asOf.getMonthValue() * 100 + asOf.getDayOfMonth();
    int birthday = birth.getMonthValue() * 100 + birth.getDayOfMonth();
    return BigDecimal.valueOf(thisYear < birthday ? years - 1L : years);
  }
}
