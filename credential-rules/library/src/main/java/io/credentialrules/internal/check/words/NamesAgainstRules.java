package io.credentialrules.internal.check.words;

import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.internal.check.WholeNumbers;
import io.credentialrules.internal.check.Work;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.resolve.Findings;
import io.credentialrules.internal.resolve.Warnings;
import io.credentialrules.policy.Window;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.RuleHeader;
import io.credentialrules.policy.syntax.StatedName;
import org.jspecify.annotations.Nullable;

/**
 * Compares the name of each rule, its description and the name of what it proves with what the rule
 * says.
 */
public final class NamesAgainstRules {
  private final Program program;
  private final WholeNumbers wholeNumbers;
  private final Work work;
  private final Findings findings;
  private final PackIds ids;

  /** With what the comparison may cost: the words of a name by what its rule asks for. */
  public NamesAgainstRules(Program program, Work work, Findings findings) {
    this.program = program;
    this.wholeNumbers = new WholeNumbers(program.vocabulary());
    this.work = work;
    this.findings = findings;
    this.ids = new PackIds(program, work);
  }

  /** Warns of each contradiction at its place. */
  public void check() {
    for (Requirement requirement : program.requirements()) {
      if (requirement.kind() == Kind.REQUIREMENT) {
        for (Proof proof : requirement.proofs()) {
          RuleContent content = new RuleContent(wholeNumbers::contains);
          content.add(proof);
          compare(proof.header(), content, null, requirement.proofs().size() == 1);
        }
        called(requirement);
      }
    }
    for (Award award : program.credentials()) {
      for (Way way : award.ways()) {
        compare(way.rule().header(), content(way), way.rule(), award.ways().size() == 1);
      }
      CredentialRule rule = award.ways().size() == 1 ? award.ways().get(0).rule() : null;
      if (rule != null && rule.header().called() != null) {
        called(rule.header(), content(award.ways().get(0)), rule);
      }
    }
  }

  /** What {@code @name} says of a requirement, it says of all of its rules together. */
  private void called(Requirement requirement) {
    for (Proof proof : requirement.proofs()) {
      if (proof.header().called() != null) {
        RuleContent content = new RuleContent(wholeNumbers::contains);
        requirement.proofs().forEach(content::add);
        called(proof.header(), content, null);
        return;
      }
    }
  }

  private void called(RuleHeader header, RuleContent content, @Nullable CredentialRule rule) {
    StatedName called = header.called();
    if (called != null) {
      SaidText name = new SaidText(called.text(), called.span(), "name");
      compare(header, name, new Wording(called.text()), content, rule);
    }
  }

  /** What a rule of a credential says itself, and not in rules of requirements. */
  private RuleContent content(Way way) {
    RuleContent content = new RuleContent(wholeNumbers::contains);
    for (int number : way.requires()) {
      Requirement requirement = program.requirements().get(number);
      if (requirement.kind() == Kind.REQUIREMENT || requirement.kind() == Kind.PREREQUISITE) {
        content.refers();
        content.chosen().refers(requirement);
      } else {
        requirement.proofs().forEach(content::add);
      }
    }
    return content;
  }

  private void compare(
      RuleHeader header, RuleContent content, @Nullable CredentialRule rule, boolean isOnly) {
    SaidText name = new SaidText(header.name(), header.nameSpan(), "name");
    Wording wording = new Wording(header.name());
    compare(header, name, wording, content, rule);
    choices(header, name, wording, content, isOnly);
    StatedName described = header.described();
    if (described != null) {
      // A description may tell of other levels, and of what was valid for how long once.
      SaidText description = new SaidText(described.text(), described.span(), "description");
      compare(header, description, new Wording(described.text()), content, null);
    }
  }

  private void choices(
      RuleHeader header, SaidText name, Wording wording, RuleContent content, boolean isOnly) {
    SaidChoices choices =
        new SaidChoices(
            name,
            wording,
            content,
            ids,
            (span, fault) -> Warnings.warn(findings, header, span, fault));
    if (work.spend(choices.cost())) {
      choices.check(isOnly);
    }
  }

  private void compare(
      RuleHeader header,
      SaidText text,
      Wording wording,
      RuleContent content,
      @Nullable CredentialRule rule) {
    long cost =
        (1L + wording.size()) * (1 + content.asked().size() + content.orders().days().size());
    if (!work.spend(cost + SaidOrders.cost(wording, content))) {
      return;
    }
    Contradictions contradictions = (span, fault) -> Warnings.warn(findings, header, span, fault);
    new SaidAmounts(text, wording, content, rule, contradictions).check();
    new SaidInWords(text, wording, content, rule, contradictions).check();
    boolean isOfDays = !content.orders().days().isEmpty();
    if (isOfDays && text.where().equals("name") && header.window().equals(Window.ALWAYS)) {
      // Of versions, a day in the name is rather that on which the rule comes into force.
      new SaidDates(text, content, contradictions).check();
    }
    if (!content.words().grades().isEmpty()) {
      new SaidGrades(text, content, contradictions).check();
    }
    new SaidFacts(text, wording, content, rule, contradictions).check();
  }
}
