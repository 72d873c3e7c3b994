package io.credentialrules.json;

import static io.credentialrules.json.ValueForms.AMOUNT;
import static io.credentialrules.json.ValueForms.DATE;
import static io.credentialrules.json.ValueForms.NAME;
import static io.credentialrules.json.ValueForms.POSITIVE;
import static io.credentialrules.json.ValueForms.TEXT;
import static io.credentialrules.json.ValueForms.form;
import static io.credentialrules.json.ValueForms.word;

import io.credentialrules.Credential;
import io.credentialrules.DateConflict;
import io.credentialrules.Measure;
import io.credentialrules.NotCounted;
import io.credentialrules.Upcoming;
import io.credentialrules.Waiver;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.ReviewerRole;
import java.util.stream.Stream;

/** The forms of facts, places, amounts and whatever else occurs in several documents. */
final class CommonForms {
  /** A fact by its number: each is written once, in {@link #FACTS}. */
  static final Form<Fact> FACT =
      form(
          (fact, out) -> out.number(out.numberOf(fact)),
          definitions ->
              definitions.reference(
                  "factNumber",
                  () ->
                      Schema.of(
                          "description",
                          "The place of a fact in `facts`, from 0.",
                          "type",
                          "integer",
                          "minimum",
                          0)));

  /** All facts that have a number, in its order; the last member of a document. */
  static final Form<Object> FACTS =
      form(
          (document, out) -> {
            out.startList();
            for (Fact fact : out.numbered()) {
              FactWriting.writeTyped(fact, out);
            }
            out.endList();
          },
          definitions -> Schema.list(definitions.fact()));

  static final ObjectForm<SourceSpan> PLACE =
      ObjectForm.<SourceSpan>named("place")
          .with("file", TEXT, SourceSpan::file)
          .with("line", POSITIVE, SourceSpan::line)
          .with("column", POSITIVE, SourceSpan::column)
          .with("endLine", POSITIVE, SourceSpan::endLine)
          .with("endColumn", POSITIVE, SourceSpan::endColumn);

  static final ObjectForm<Waiver> WAIVER =
      ObjectForm.<Waiver>named("waiver")
          .with("requirement", NAME, Waiver::requirement)
          .with("by", NAME, Waiver::by)
          .with("role", word(ReviewerRole.class), Waiver::role)
          .with("why", NAME, Waiver::why)
          .with("on", DATE, Waiver::on);

  static final ObjectForm<Credential> CREDENTIAL =
      ObjectForm.<Credential>named("credential")
          .with("id", NAME, Credential::id)
          .with("name", TEXT, Credential::name)
          .optional("pathway", TEXT, Credential::pathway)
          .optional("level", POSITIVE, Credential::level)
          .with("pack", TEXT, Credential::pack);

  private static final Form<Operator> OPERATOR =
      form(
          (operator, out) -> out.text(operator.symbol()),
          definitions ->
              Schema.of(
                  "enum",
                  Stream.of(
                          Operator.EQUAL,
                          Operator.NOT_EQUAL,
                          Operator.LESS,
                          Operator.AT_MOST,
                          Operator.MORE,
                          Operator.AT_LEAST)
                      .map(Operator::symbol)
                      .toList()));

  static final ObjectForm<Measure> MEASURE =
      ObjectForm.<Measure>named("measure")
          .optional("has", AMOUNT, Measure::has)
          .with("operator", OPERATOR, Measure::operator)
          .with("needs", AMOUNT, Measure::needs)
          .with("unit", NAME, Measure::unit);

  static final ObjectForm<NotCounted> NOT_COUNTED =
      ObjectForm.<NotCounted>named("notCounted")
          .with("fact", FACT, NotCounted::fact)
          .with("reason", word(NotCounted.Reason.class), NotCounted::reason);

  static final ObjectForm<DateConflict> DATE_CONFLICT =
      ObjectForm.<DateConflict>named("dateConflict")
          .with("fact", FACT, DateConflict::fact)
          .with("kind", word(DateConflict.Kind.class), DateConflict::kind)
          .with("happened", DATE, DateConflict::happened)
          .with("other", DATE, DateConflict::other);

  static final ObjectForm<Upcoming> UPCOMING =
      ObjectForm.<Upcoming>named("nextChange")
          .with("on", DATE, Upcoming::on)
          .with("earned", ValueForms.list(TEXT), Upcoming::earned)
          .with("lost", ValueForms.list(TEXT), Upcoming::lost);

  private CommonForms() {}
}
