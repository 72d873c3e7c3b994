package io.credentialrules.spring;

import io.credentialrules.Difference;
import io.credentialrules.Evaluation;
import io.credentialrules.Impact;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Plan;
import io.credentialrules.json.DifferenceWriter;
import io.credentialrules.json.EvaluationWriter;
import io.credentialrules.json.JsonLayout;
import io.credentialrules.json.PlanWriter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;

/** Records and answers as the bodies of requests and responses, where the application has any. */
@AutoConfiguration(after = CredentialRulesAutoConfiguration.class)
@ConditionalOnClass({HttpMessageConverter.class, ProblemDetail.class})
@ConditionalOnBean(PolicyInForce.class)
public final class RulesWebAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean(parameterizedContainer = HttpMessageConverter.class)
  HttpMessageConverter<LearnerRecord> learnerRecordConverter(PolicyInForce policy) {
    return new LearnerRecordConverter(policy);
  }

  @Bean
  @ConditionalOnMissingBean(parameterizedContainer = HttpMessageConverter.class)
  HttpMessageConverter<Evaluation> evaluationConverter(EvaluationWriter.Options options) {
    return new AnswerConverter<>(
        Evaluation.class, evaluation -> EvaluationWriter.write(evaluation, options));
  }

  @Bean
  @ConditionalOnMissingBean(parameterizedContainer = HttpMessageConverter.class)
  HttpMessageConverter<Plan> planConverter() {
    return new AnswerConverter<>(Plan.class, plan -> PlanWriter.write(plan, JsonLayout.COMPACT));
  }

  @Bean
  @ConditionalOnMissingBean(parameterizedContainer = HttpMessageConverter.class)
  HttpMessageConverter<Difference> differenceConverter() {
    return new AnswerConverter<>(
        Difference.class, difference -> DifferenceWriter.write(difference, JsonLayout.COMPACT));
  }

  @Bean
  @ConditionalOnMissingBean(parameterizedContainer = HttpMessageConverter.class)
  HttpMessageConverter<Impact> impactConverter() {
    return new AnswerConverter<>(
        Impact.class, impact -> DifferenceWriter.write(impact, JsonLayout.COMPACT));
  }

  /** What evaluations say in responses: all decisions, in as few characters as they take. */
  @Bean
  @ConditionalOnMissingBean
  EvaluationWriter.Options evaluationOptions() {
    return EvaluationWriter.Options.ALL.withLayout(JsonLayout.COMPACT);
  }

  @Bean
  @ConditionalOnMissingBean
  RecordProblems recordProblems() {
    return new RecordProblems();
  }
}
