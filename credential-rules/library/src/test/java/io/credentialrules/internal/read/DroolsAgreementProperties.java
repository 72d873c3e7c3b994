package io.credentialrules.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Laws;
import io.credentialrules.internal.fault.Problems;
import io.credentialrules.internal.read.token.Lexer;
import io.credentialrules.internal.read.token.Parentheses;
import io.credentialrules.internal.read.token.Token;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Framework;
import io.credentialrules.policy.syntax.NamedValue;
import io.credentialrules.policy.syntax.PolicyRule;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.GroupByDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.drools.drl.parser.DrlParser;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** What our reader accepts is ordinary DRL, and means there what it means here. */
class DroolsAgreementProperties {

  @Property(seed = Laws.SEED)
  void a_policy_is_ordinary_drl(@ForAll("policies") String text) throws Exception {
    ReadResult ours = Reading.file(text);
    assertThat(ours.problems()).as(text).isEmpty();
    assertAgreement(text, ours);
  }

  @Property(seed = Laws.SEED)
  void a_changed_policy_that_is_accepted_is_ordinary_drl(@ForAll("changed") String text)
      throws Exception {
    ReadResult ours = Reading.file(text);
    if (ours.problems().isEmpty()) {
      assertAgreement(text, ours);
    }
  }

  @Provide
  Arbitrary<String> policies() {
    return PolicyTexts.files();
  }

  @Provide
  Arbitrary<String> changed() {
    return Changes.of(PolicyTexts.files());
  }

  private static void assertAgreement(String text, ReadResult ours) throws Exception {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    PackageDescr theirs = parser.parse(new StringReader(text));
    assertThat(parser.getErrors()).as(text).isEmpty();
    List<PolicyRule> rules = ours.model().rules();
    assertThat(rules)
        .as(text)
        .extracting(rule -> rule.header().name())
        .containsExactlyElementsOf(theirs.getRules().stream().map(RuleDescr::getName).toList());
    assertThat(
            Stream.concat(
                ours.model().values().stream().map(NamedValue::name),
                ours.model().frameworks().stream().map(Framework::name)))
        .as(text)
        .containsExactlyElementsOf(
            theirs.getTypeDeclarations().stream().map(TypeDeclarationDescr::getTypeName).toList());
    for (int i = 0; i < rules.size(); i++) {
      assertThat(shape(rules.get(i).when()))
          .as(text)
          .isEqualTo(shape(theirs.getRules().get(i).getLhs()));
    }
  }

  /** What two readings must have in common: how conditions are joined, and what each is about. */
  private record Shape(String about, List<Shape> parts) {

    static Shape of(String about) {
      return new Shape(about, List.of());
    }

    /** A group of one is that one, and a group in a group of its kind is no group. */
    static Shape group(String word, Stream<Shape> parts) {
      List<Shape> flat =
          parts
              .flatMap(part -> part.about.equals(word) ? part.parts.stream() : Stream.of(part))
              .toList();
      return flat.size() == 1 ? flat.get(0) : new Shape(word, flat);
    }
  }

  private static Shape shape(Condition condition) {
    if (condition instanceof Condition.All all) {
      return Shape.group("and", all.parts().stream().map(DroolsAgreementProperties::shape));
    }
    if (condition instanceof Condition.Any any) {
      return Shape.group("or", any.parts().stream().map(DroolsAgreementProperties::shape));
    }
    if (condition instanceof Condition.Not not) {
      return new Shape("not", List.of(shape(not.part())));
    }
    if (condition instanceof Condition.Exists exists) {
      return new Shape("exists", List.of(shape(exists.part())));
    }
    if (condition instanceof Condition.ForAll forAll) {
      boolean single = forAll.each().span().equals(forAll.fits().get(0).span());
      Stream<Condition.Pattern> each = single ? Stream.of() : Stream.of(forAll.each());
      return new Shape(
          "forall",
          Stream.concat(each, forAll.fits().stream())
              .map(DroolsAgreementProperties::shape)
              .toList());
    }
    if (condition instanceof Condition.Accumulate accumulate) {
      String functions =
          accumulate.functions().stream()
              .map(function -> function.variable() + ":" + function.function())
              .toList()
              .toString();
      return new Shape(
          functions + constraints(accumulate.constraints()), List.of(shape(accumulate.source())));
    }
    if (condition instanceof Condition.GroupBy groups) {
      Shape each = shape(groups.each());
      return new Shape("by " + groups.variable() + each.about, each.parts);
    }
    Condition.Pattern pattern = (Condition.Pattern) condition;
    return Shape.of(pattern.variable() + ":" + pattern.type() + constraints(pattern.constraints()));
  }

  private static Shape shape(BaseDescr theirs) {
    if (theirs instanceof AndDescr and) {
      return Shape.group("and", and.getDescrs().stream().map(DroolsAgreementProperties::shape));
    }
    if (theirs instanceof OrDescr or) {
      return Shape.group("or", or.getDescrs().stream().map(DroolsAgreementProperties::shape));
    }
    if (theirs instanceof NotDescr not) {
      return new Shape("not", List.of(shape(not.getDescrs().get(0))));
    }
    if (theirs instanceof ExistsDescr exists) {
      return new Shape("exists", List.of(shape((BaseDescr) exists.getDescrs().get(0))));
    }
    if (theirs instanceof ForallDescr forall) {
      return new Shape(
          "forall", forall.getDescrs().stream().map(DroolsAgreementProperties::shape).toList());
    }
    PatternDescr pattern = (PatternDescr) theirs;
    if (pattern.getSource() instanceof AccumulateDescr accumulate) {
      String functions =
          accumulate.getFunctions().stream()
              .map(function -> function.getBind() + ":" + function.getFunction())
              .toList()
              .toString();
      String by = accumulate instanceof GroupByDescr groups ? "by " + groups.getGroupingKey() : "";
      return new Shape(
          by + functions + constraints(pattern), List.of(shape(accumulate.getInput())));
    }
    return Shape.of(pattern.getIdentifier() + ":" + pattern.getObjectType() + constraints(pattern));
  }

  private static List<List<String>> constraints(PatternDescr pattern) {
    return pattern.getConstraint().getDescrs().stream()
        .map(constraint -> tokens(((ExprConstraintDescr) constraint).getExpression()))
        .toList();
  }

  /** What is named and compared at once is one constraint there, and two here. */
  private static List<List<String>> constraints(List<Constraint> ours) {
    List<List<String>> constraints = new ArrayList<>();
    SourceSpan named = null;
    for (Constraint constraint : ours) {
      List<String> tokens = tokens(constraint.text());
      if (named != null && named.compareTo(constraint.span()) >= 0) {
        List<String> binding = constraints.remove(constraints.size() - 1);
        int ofValue = binding.size() - 2;
        tokens =
            Stream.concat(binding.stream(), tokens.subList(ofValue, tokens.size()).stream())
                .toList();
      }
      constraints.add(tokens);
      named = constraint instanceof Constraint.Bind bind ? bind.value().span() : null;
    }
    return constraints;
  }

  /** Without the parentheses around the whole. */
  private static List<String> tokens(String text) {
    List<Token> tokens = new Lexer("x", text, 1000, new Problems(1)).tokens();
    Parentheses parentheses = new Parentheses(tokens);
    int first = 0;
    int last = tokens.size() - 2;
    while (tokens.get(first).isSymbol("(") && parentheses.partner(first) == last) {
      first++;
      last--;
    }
    return tokens.subList(first, last + 1).stream().map(Token::text).toList();
  }
}
