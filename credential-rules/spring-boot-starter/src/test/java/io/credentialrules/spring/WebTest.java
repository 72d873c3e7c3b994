package io.credentialrules.spring;

import static io.credentialrules.spring.Packs.FIRST_AID;
import static io.credentialrules.spring.Packs.TODAY;
import static io.credentialrules.spring.Packs.holding;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.json.EvaluationWriter;
import io.credentialrules.json.JsonLayout;
import io.credentialrules.json.LearnerRecordWriter;
import io.credentialrules.json.PlanWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Records and answers as the bodies of requests and responses. */
final class WebTest {
  @TempDir private Path folder = Path.of("");

  private interface Visit {
    void with(MockMvc browser, PolicyInForce policy) throws Exception;
  }

  private void run(Visit test, String... properties) {
    new WebApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                CredentialRulesAutoConfiguration.class,
                RulesWebAutoConfiguration.class,
                HttpMessageConvertersAutoConfiguration.class,
                DispatcherServletAutoConfiguration.class,
                WebMvcAutoConfiguration.class))
        .withUserConfiguration(DecisionsPage.class)
        .withPropertyValues(
            "credential-rules.packs=" + Packs.write(folder.resolve("aid"), FIRST_AID))
        .withPropertyValues(properties)
        .run(
            context ->
                test.with(
                    MockMvcBuilders.webAppContextSetup(context).build(),
                    context.getBean(PolicyInForce.class)));
  }

  private static MockHttpServletResponse post(MockMvc browser, String page, String body)
      throws Exception {
    MockHttpServletResponse response =
        browser
            .perform(
                MockMvcRequestBuilders.post(page)
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(body))
            .andReturn()
            .getResponse();
    response.setDefaultCharacterEncoding("UTF-8");
    return response;
  }

  private static String json(LearnerRecord record) {
    return LearnerRecordWriter.write(record, JsonLayout.COMPACT);
  }

  @Test
  void a_record_comes_in_and_decisions_and_plans_go_out() {
    run(
        (browser, policy) -> {
          for (int courses = 0; courses <= 1; courses++) {
            LearnerRecord record = holding(courses);
            Evaluation evaluation = policy.evaluate(record, TODAY);
            MockHttpServletResponse decided = post(browser, "/decisions", json(record));
            assertThat(decided.getStatus()).isEqualTo(200);
            assertThat(decided.getContentType()).startsWith("application/json");
            assertThat(decided.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(
                    EvaluationWriter.write(
                        evaluation, EvaluationWriter.Options.ALL.withLayout(JsonLayout.COMPACT)));
            assertThat(
                    post(browser, "/plan", json(record)).getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(PlanWriter.write(evaluation.plan("first-aid"), JsonLayout.COMPACT));
            assertThat(
                    post(browser, "/echo", json(record)).getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(json(record));
          }
        });
  }

  @Test
  void a_record_that_cannot_be_read_is_answered_with_each_problem_at_its_place() {
    run(
        (browser, policy) -> {
          MockHttpServletResponse refused =
              post(
                  browser,
                  "/decisions",
                  """
                  { "learner": { "id": "ada" },
                    "facts": { "HeldCredential": [ { "credential": "course-1", "isuer": "x" } ] } }
                  """);
          assertThat(refused.getStatus()).isEqualTo(400);
          assertThat(refused.getContentAsString(StandardCharsets.UTF_8))
              .contains("the learner record cannot be read")
              .contains("/facts/HeldCredential/0")
              .contains("isuer");
        });
  }

  @Test
  void a_record_beyond_a_limit_is_answered_with_the_name_of_the_limit() {
    run(
        (browser, policy) -> {
          assertThat(post(browser, "/decisions", json(holding(1))).getStatus()).isEqualTo(200);
          MockHttpServletResponse refused = post(browser, "/decisions", json(holding(2)));
          assertThat(refused.getStatus()).isEqualTo(413);
          assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("maxFacts");
        },
        "credential-rules.limits.max-facts=1");
  }
}
