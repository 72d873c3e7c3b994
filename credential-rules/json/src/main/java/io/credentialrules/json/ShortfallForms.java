package io.credentialrules.json;

import static io.credentialrules.json.CommonForms.FACT;
import static io.credentialrules.json.CommonForms.PLACE;
import static io.credentialrules.json.ValueForms.AMOUNT;
import static io.credentialrules.json.ValueForms.DATE;
import static io.credentialrules.json.ValueForms.NAME;
import static io.credentialrules.json.ValueForms.TEXT;
import static io.credentialrules.json.ValueForms.word;

import io.credentialrules.NotCounted;
import io.credentialrules.Shortfall;
import org.jspecify.annotations.Nullable;

/** The form of shortfalls, each with its {@code kind}. */
final class ShortfallForms {
  private static final ObjectForm<Shortfall.Miss> MISS =
      ObjectForm.<Shortfall.Miss>named("miss")
          .with("constraint", TEXT, Shortfall.Miss::constraint)
          .with("place", PLACE, Shortfall.Miss::place)
          .optional("has", TEXT, miss -> unlessEmpty(miss.has()))
          .optional("measure", CommonForms.MEASURE, Shortfall.Miss::measure);

  static final ObjectForm<Shortfall.NearFact> NEAR_FACT =
      ObjectForm.<Shortfall.NearFact>named("nearFact")
          .with("fact", FACT, Shortfall.NearFact::fact)
          .listed("misses", MISS, Shortfall.NearFact::misses);

  private static final ObjectForm<Shortfall.Cap> CAP =
      ObjectForm.<Shortfall.Cap>named("cap")
          .with("function", TEXT, Shortfall.Cap::function)
          .with("place", PLACE, Shortfall.Cap::place)
          .with("has", AMOUNT, Shortfall.Cap::has)
          .with("counts", AMOUNT, Shortfall.Cap::counts)
          .with("unit", NAME, Shortfall.Cap::unit);

  private static final ObjectForm<Shortfall.Group> GROUP =
      ObjectForm.<Shortfall.Group>named("group")
          .with("key", TEXT, Shortfall.Group::key)
          .listed("misses", MISS, Shortfall.Group::misses)
          .optional(
              "nearest",
              ValueForms.list(NEAR_FACT),
              group -> group.nearest().isEmpty() ? null : group.nearest());

  static final ChoiceForm<Shortfall> SHORTFALL =
      ChoiceForm.<Shortfall>named("shortfall")
          .or(
              Shortfall.MissingFact.class,
              ShortfallForms.<Shortfall.MissingFact>kind("MISSING_FACT")
                  .with(FactWriting.FACT_TYPE, TEXT, Shortfall.MissingFact::factType)
                  .listed("nearest", NEAR_FACT, Shortfall.MissingFact::nearest))
          .or(
              Shortfall.Amount.class,
              ShortfallForms.<Shortfall.Amount>kind("AMOUNT")
                  .with("measure", CommonForms.MEASURE, Shortfall.Amount::measure)
                  .listed("counted", FACT, Shortfall.Amount::counted)
                  .optional(
                      "caps",
                      ValueForms.list(CAP),
                      amount -> amount.caps().isEmpty() ? null : amount.caps())
                  .optional(
                      "groups",
                      ValueForms.list(GROUP),
                      amount -> amount.groups().isEmpty() ? null : amount.groups()))
          .or(
              Shortfall.Total.class,
              ShortfallForms.<Shortfall.Total>kind("TOTAL")
                  .listed("counted", FACT, Shortfall.Total::counted))
          .or(
              Shortfall.MissingCredential.class,
              ShortfallForms.<Shortfall.MissingCredential>kind("MISSING_CREDENTIAL")
                  .listed("credentials", TEXT, Shortfall.MissingCredential::credentials))
          .or(
              Shortfall.OtherTime.class,
              ShortfallForms.<Shortfall.OtherTime>kind("OTHER_TIME")
                  .with("credential", TEXT, Shortfall.OtherTime::credential)
                  .optional("since", DATE, Shortfall.OtherTime::since)
                  .optional("until", DATE, Shortfall.OtherTime::until))
          .or(
              Shortfall.MissingRequirement.class,
              ShortfallForms.<Shortfall.MissingRequirement>kind("MISSING_REQUIREMENT")
                  .listed("requirements", TEXT, Shortfall.MissingRequirement::requirements))
          .or(
              Shortfall.Excluded.class,
              ShortfallForms.<Shortfall.Excluded>kind("EXCLUDED")
                  .listed("facts", FACT, Shortfall.Excluded::facts))
          .or(
              Shortfall.Withdrawn.class,
              ShortfallForms.<Shortfall.Withdrawn>kind("WITHDRAWN")
                  .with("held", FACT, withdrawn -> withdrawn.held().fact())
                  .with(
                      "reason",
                      word(NotCounted.Reason.class),
                      withdrawn -> withdrawn.held().reason()))
          .or(
              Shortfall.InUse.class,
              ShortfallForms.<Shortfall.InUse>kind("IN_USE")
                  .listed("facts", FACT, Shortfall.InUse::facts)
                  .listed("requirements", TEXT, Shortfall.InUse::requirements))
          .or(
              Shortfall.Lapsed.class,
              ShortfallForms.<Shortfall.Lapsed>kind("LAPSED")
                  .with("achieved", DATE, Shortfall.Lapsed::achieved)
                  .with("until", DATE, Shortfall.Lapsed::until)
                  .listed("notRenewed", TEXT, Shortfall.Lapsed::notRenewed));

  private ShortfallForms() {}

  private static <S extends Shortfall> ObjectForm<S> kind(String kind) {
    return ObjectForm.<S>inPlace()
        .constant("kind", kind)
        .with("condition", TEXT, Shortfall::condition)
        .with("place", PLACE, Shortfall::place);
  }

  private static @Nullable String unlessEmpty(String text) {
    return text.isEmpty() ? null : text;
  }
}
