package io.credentialrules.oracle;

import io.credentialrules.LearnerRecord;
import io.credentialrules.policy.syntax.PolicyModel;
import io.credentialrules.vocabulary.Fact;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;

/** Generated learners for whatever policy they are asked for. */
record Learners(List<Integer> decisions) {
  private static final int DECISIONS = 2_500;
  private static final int EACH = Integer.getInteger("credentialrules.tries", 200) > 1_000 ? 10 : 3;

  /** A learner and when the record is weighed. */
  record Case(LearnerRecord record, ZonedDateTime asOf) {
    @Override
    public String toString() {
      StringBuilder text = new StringBuilder("as of " + asOf + ", policy of ");
      text.append(record.policyDate()).append("\n").append(plain(record.learner()));
      record.facts().forEach(fact -> text.append("\n").append(plain(fact)));
      record.waivers().forEach(waiver -> text.append("\n").append(waiver));
      return text.toString();
    }
  }

  /** Without what is absent or usual. */
  private static String plain(Fact fact) {
    return fact.toString()
        .replaceAll("\\w+=(null|a), ", "")
        .replace(", validFrom=null, validUntil=null", "")
        .replace(
            "status=COMPLETED, vetting=Vetting[status=VETTED, role=FACULTY, on=null]", "vetted");
  }

  static Arbitrary<Learners> any() {
    return Choices.numbers(DECISIONS).map(Learners::new);
  }

  /** A few learners who come near what a policy asks for, each at two instants. */
  List<Case> of(PolicyModel model) {
    Choices choices = new Choices(decisions);
    LearnerWriter writer = new LearnerWriter(model);
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      LearnerRecord record = writer.learner(choices);
      cases.add(new Case(record, choices.of(World.INSTANTS)));
      cases.add(new Case(record, choices.of(World.INSTANTS)));
    }
    return cases;
  }

  @Override
  public String toString() {
    return decisions.size() + " decisions";
  }
}
