package io.credentialrules.benchmarks;

import com.google.common.util.concurrent.MoreExecutors;
import io.credentialrules.LearnerRecord;
import io.credentialrules.policy.syntax.Earned;
import io.credentialrules.policy.syntax.Met;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.IndustryCertification;
import io.credentialrules.vocabulary.PerformanceFeedback;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.RubricScore;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import io.credentialrules.vocabulary.WorkExperience;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.evrete.KnowledgeService;
import org.evrete.api.ActivationMode;
import org.evrete.api.IntToValue;
import org.evrete.api.Knowledge;
import org.evrete.api.StatelessSession;
import org.evrete.api.TypeResolver;
import org.evrete.api.ValuesPredicate;
import org.evrete.api.builders.LhsBuilder;
import org.evrete.api.builders.RuleSetBuilder;

/**
 * Evrete, as its documentation has it: a knowledge that is compiled once, of a rule for each rule
 * of the catalogue, over typed facts; a stateless session for each learner. It has no totals, so
 * the application adds the hours of each subject up. All work is done on the thread that calls.
 */
final class EvreteRules implements Engine {
  private static final BigDecimal LEAST_HOURS = BigDecimal.valueOf(120);

  private final Knowledge knowledge;

  /** The approved hours of a learner for a subject. */
  record Hours(String subject, BigDecimal total) {}

  /**
   * That a field has a value. Evrete tests equal conditions once, and tells them apart by the
   * predicate alone, so that it must know the field.
   */
  private record Is(Class<?> type, String field, Object value) implements ValuesPredicate {
    @Override
    public boolean test(IntToValue values) {
      return Objects.equals(value, values.get(0));
    }
  }

  /** That a number is at least another. */
  private record AtLeast(Class<?> type, String field, BigDecimal least) implements ValuesPredicate {
    @Override
    public boolean test(IntToValue values) {
      return values.get(0) instanceof BigDecimal number && number.compareTo(least) >= 0;
    }
  }

  private EvreteRules(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  static EvreteRules compile(Catalogue catalogue) {
    KnowledgeService service =
        KnowledgeService.builder().withExecutor(MoreExecutors.newDirectExecutorService()).build();
    RuleSetBuilder<Knowledge> rules =
        service.newKnowledge().configureTypes(EvreteRules::declare).builder();
    for (int i = 0; i < catalogue.pathways(); i++) {
      new Pathway(rules, "p" + i).addRules();
    }
    return new EvreteRules(rules.build());
  }

  /** Fields that are read by a call; those that Evrete finds itself are read by reflection. */
  private static void declare(TypeResolver types) {
    var training = types.declare(TrainingCompletion.class);
    training.declareField("subject", String.class, TrainingCompletion::subject);
    training.declareField("training", String.class, TrainingCompletion::training);
    training.declareField("type", TrainingType.class, TrainingCompletion::type);
    var score = types.declare(RubricScore.class);
    score.declareField("rubric", String.class, RubricScore::rubric);
    score.declareField("criterion", String.class, RubricScore::criterion);
    score.declareField("score", BigDecimal.class, RubricScore::score);
    types
        .declare(IndustryCertification.class)
        .declareField("certification", String.class, IndustryCertification::certification);
    var hours = types.declare(Hours.class);
    hours.declareField("subject", String.class, Hours::subject);
    hours.declareField("total", BigDecimal.class, Hours::total);
    var feedback = types.declare(PerformanceFeedback.class);
    feedback.declareField("subject", String.class, PerformanceFeedback::subject);
    feedback.declareField("providerRole", ReviewerRole.class, PerformanceFeedback::providerRole);
    types.declare(Met.class).declareField("requirement", String.class, Met::requirement);
    types.declare(Earned.class).declareField("credential", String.class, Earned::credential);
  }

  /** The rules of one pathway. */
  private record Pathway(RuleSetBuilder<Knowledge> rules, String id) {
    void addRules() {
      training("intro");
      training("foundation");
      training("practice");
      score("preparation", "preparation", 2);
      score("practice-assessed", "practice", 3);
      score("competency", "competency", 3);
      met(
          "certification",
          when(IndustryCertification.class)
              .where(
                  is(IndustryCertification.class, "certification", id + "-cert"),
                  "$f.certification"));
      met(
          "hours",
          when(Hours.class)
              .where(is(Hours.class, "subject", id), "$f.subject")
              .where(new AtLeast(Hours.class, "total", LEAST_HOURS), "$f.total"));
      met(
          "feedback",
          when(PerformanceFeedback.class)
              .where(is(PerformanceFeedback.class, "subject", id), "$f.subject")
              .where(
                  is(PerformanceFeedback.class, "providerRole", ReviewerRole.HOST),
                  "$f.providerRole"));
      earned(id + "-1", List.of(), List.of("intro", "foundation", "preparation"));
      earned(
          id + "-2", List.of(id + "-1"), List.of("practice", "practice-assessed", "certification"));
      earned(id + "-3", List.of(id + "-2"), List.of("hours", "competency", "feedback"));
      earned(id, List.of(id + "-1", id + "-2", id + "-3"), List.of());
    }

    private LhsBuilder<Knowledge> when(Class<?> type) {
      return rules.newRule().forEach("$f", type);
    }

    private static Is is(Class<?> type, String field, Object value) {
      return new Is(type, field, value);
    }

    private void training(String training) {
      met(
          training,
          when(TrainingCompletion.class)
              .where(is(TrainingCompletion.class, "subject", id), "$f.subject")
              .where(is(TrainingCompletion.class, "training", training), "$f.training")
              .where(is(TrainingCompletion.class, "type", TrainingType.COURSE), "$f.type"));
    }

    private void score(String requirement, String criterion, int least) {
      met(
          requirement,
          when(RubricScore.class)
              .where(is(RubricScore.class, "rubric", id), "$f.rubric")
              .where(is(RubricScore.class, "criterion", criterion), "$f.criterion")
              .where(
                  new AtLeast(RubricScore.class, "score", BigDecimal.valueOf(least)), "$f.score"));
    }

    private void met(String requirement, LhsBuilder<Knowledge> when) {
      Met met = new Met(id + "-" + requirement);
      when.execute(context -> context.insert(met));
    }

    private void earned(String credential, List<String> credentials, List<String> requirements) {
      LhsBuilder<Knowledge> when = rules.newRule().getLhs();
      for (String before : credentials) {
        String name = "$" + before.replace('-', '_');
        when.addFact(name, Earned.class)
            .where(is(Earned.class, "credential", before), name + ".credential");
      }
      for (String requirement : requirements) {
        String name = "$" + requirement.replace('-', '_');
        when.addFact(name, Met.class)
            .where(is(Met.class, "requirement", id + "-" + requirement), name + ".requirement");
      }
      Earned earned = new Earned(credential, null, null);
      when.execute(context -> context.insert(earned));
    }
  }

  @Override
  public Set<String> earned(LearnerRecord record) {
    // By default, the first rule that inserts something ends the turn of all others.
    StatelessSession session = knowledge.newStatelessSession(ActivationMode.CONTINUOUS);
    Map<String, BigDecimal> hours = new HashMap<>();
    for (Fact fact : new LinkedHashSet<>(record.facts())) {
      if (!Counting.counts(fact)) {
        continue;
      }
      if (fact instanceof WorkExperience work) {
        if (work.siteApproved() && work.hours() != null && work.subject() != null) {
          hours.merge(work.subject(), work.hours(), BigDecimal::add);
        }
      } else {
        session.insert(fact);
      }
    }
    hours.forEach((subject, total) -> session.insert(new Hours(subject, total)));
    Set<String> earned = new HashSet<>();
    session.fire(Earned.class, fact -> earned.add(fact.credential()));
    return earned;
  }
}
