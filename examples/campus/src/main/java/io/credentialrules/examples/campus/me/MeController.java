package io.credentialrules.examples.campus.me;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.Plan;
import io.credentialrules.examples.campus.cost.Cost;
import io.credentialrules.examples.campus.cost.Costs;
import io.credentialrules.examples.campus.learner.Learners;
import io.credentialrules.examples.campus.learner.Notices;
import io.credentialrules.examples.campus.learner.StoredLearner;
import io.credentialrules.examples.campus.people.Person;
import io.credentialrules.report.CredentialGraph;
import io.credentialrules.report.Sentences;
import io.credentialrules.spring.PolicyInForce;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** Where a learner is: pathways, what is missing, and the plan. Whose it is, the session says. */
@Controller
@RequestMapping("/me")
class MeController {
  private static final int NEWEST = 5;
  private static final int ON_A_PAGE = 40;

  private final Learners learners;
  private final Notices notices;
  private final PolicyInForce policy;
  private final Clock clock;

  MeController(Learners learners, Notices notices, PolicyInForce policy, Clock clock) {
    this.learners = learners;
    this.notices = notices;
    this.policy = policy;
    this.clock = clock;
  }

  @GetMapping
  String pathways(@AuthenticationPrincipal Person person, Model model) {
    List<Standing.Pathway> pathways = Standing.of(evaluation(person));
    model.addAttribute("begun", pathways.stream().filter(Standing.Pathway::begun).toList());
    model.addAttribute("others", pathways.stream().filter(pathway -> !pathway.begun()).toList());
    List<Notices.Notice> latest = notices.latest(person.requireLearner(), NEWEST + 1);
    model.addAttribute("notices", latest.stream().limit(NEWEST).toList());
    model.addAttribute("hasMore", latest.size() > NEWEST);
    return "me/pathways";
  }

  @GetMapping("/notices")
  String notices(
      @AuthenticationPrincipal Person person,
      @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
      Model model) {
    List<Notices.Notice> page = notices.before(person.requireLearner(), before, ON_A_PAGE);
    model.addAttribute("notices", page);
    model.addAttribute("older", page.size() < ON_A_PAGE ? 0 : page.get(page.size() - 1).id());
    return "me/notices";
  }

  @GetMapping("/pathways/{id}")
  String pathway(@AuthenticationPrincipal Person person, @PathVariable String id, Model model) {
    model.addAttribute(
        "pathway",
        Standing.of(evaluation(person)).stream()
            .filter(pathway -> pathway.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    return "me/pathway";
  }

  @GetMapping(value = "/pathways/{id}/picture", produces = "image/svg+xml")
  @ResponseBody
  @Costs(Cost.QUESTION)
  String picture(
      @AuthenticationPrincipal Person person,
      @PathVariable String id,
      @RequestParam(defaultValue = "false") boolean narrow) {
    Evaluation evaluation = evaluation(person);
    CredentialRules rules = evaluation.rules();
    List<String> own =
        rules.catalogue().stream()
            .filter(credential -> Standing.pathway(credential).equals(id))
            .map(Credential::id)
            .toList();
    if (own.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    CredentialGraph graph = CredentialGraph.of(rules, Locale.US).only(own).with(evaluation);
    return (narrow ? graph.narrow() : graph).svg();
  }

  @GetMapping("/credentials/{id}/plan")
  @Costs(Cost.QUESTION)
  String plan(@AuthenticationPrincipal Person person, @PathVariable String id, Model model) {
    Evaluation evaluation = evaluation(person);
    if (evaluation.rules().catalogue().stream().noneMatch(one -> one.id().equals(id))) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    Plan plan = evaluation.plan(id);
    Sentences sentences = Sentences.of(evaluation, Locale.US);
    model.addAttribute("credential", plan.credential());
    model.addAttribute("reachable", !(plan instanceof Plan.Unreachable));
    model.addAttribute("steps", PlanStep.of(plan, sentences));
    return "me/plan :: plan";
  }

  private Evaluation evaluation(Person person) {
    StoredLearner learner = learners.find(person.requireLearner()).orElseThrow();
    return policy.evaluate(learner.record(), LocalDate.now(clock));
  }
}
