package io.credentialrules.spring;

import static io.credentialrules.spring.Packs.TODAY;

import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Plan;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A page of an application, as {@code docs/spring-boot.md} shows it. */
@RestController
class DecisionsPage {
  private final PolicyInForce policy;

  DecisionsPage(PolicyInForce policy) {
    this.policy = policy;
  }

  @PostMapping("/decisions")
  Evaluation decide(@RequestBody LearnerRecord record) {
    return policy.evaluate(record, TODAY);
  }

  @PostMapping("/plan")
  Plan plan(@RequestBody LearnerRecord record) {
    return policy.evaluate(record, TODAY).plan("first-aid");
  }

  @PostMapping("/echo")
  LearnerRecord echo(@RequestBody LearnerRecord record) {
    return record;
  }
}
