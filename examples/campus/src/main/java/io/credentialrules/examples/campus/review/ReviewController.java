package io.credentialrules.examples.campus.review;

import io.credentialrules.Evaluation;
import io.credentialrules.RequirementResult;
import io.credentialrules.examples.campus.decision.Outbox;
import io.credentialrules.examples.campus.decision.WaitingReviews;
import io.credentialrules.examples.campus.learner.Acts;
import io.credentialrules.examples.campus.learner.Facts;
import io.credentialrules.examples.campus.learner.Learners;
import io.credentialrules.examples.campus.learner.StoredLearner;
import io.credentialrules.examples.campus.people.Person;
import io.credentialrules.report.Sentences;
import io.credentialrules.spring.PolicyInForce;
import io.credentialrules.vocabulary.RubricScore;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of reviewers. */
@Controller
@RequestMapping("/reviews")
class ReviewController {
  private static final int SHOWN = 50;
  private static final int LONGEST = 1000;

  private final WaitingReviews waiting;
  private final Reviewing reviewing;
  private final Learners learners;
  private final PolicyInForce policy;
  private final Acts acts;
  private final Outbox outbox;
  private final Clock clock;

  ReviewController(
      WaitingReviews waiting,
      Reviewing reviewing,
      Learners learners,
      PolicyInForce policy,
      Acts acts,
      Outbox outbox,
      Clock clock) {
    this.waiting = waiting;
    this.reviewing = reviewing;
    this.learners = learners;
    this.policy = policy;
    this.acts = acts;
    this.outbox = outbox;
    this.clock = clock;
  }

  @GetMapping
  String queue(@AuthenticationPrincipal Person person, Model model) {
    model.addAttribute("items", waiting.mostDecisive(person.learner(), SHOWN));
    model.addAttribute("count", waiting.count());
    return "reviews/queue";
  }

  @GetMapping("/{id}")
  String item(@AuthenticationPrincipal Person person, @PathVariable String id, Model model) {
    WaitingReviews.Item item = found(person, id);
    StoredLearner learner = learners.find(item.learner()).orElseThrow();
    boolean isScore =
        item.fact() != null
            && Facts.find(learner.record(), item.fact()).orElse(null) instanceof RubricScore;
    model.addAttribute("item", item);
    model.addAttribute(
        "levels", isScore ? RubricLevels.of(policy.rules(), item.requirement()) : List.of());
    model.addAttribute("acts", acts.of(item.learner(), 10));
    return "reviews/item";
  }

  @PostMapping("/{id}/accept")
  String accept(
      @AuthenticationPrincipal Person person,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String level,
      @RequestParam(defaultValue = "") String note,
      RedirectAttributes after) {
    WaitingReviews.Item item = found(person, id);
    if (note.length() > LONGEST) {
      throw ReviewRefusedException.malformed("A note has at most 1,000 characters.");
    }
    reviewing.accept(person, item, level, note.strip());
    outbox.deliverAll();
    after.addFlashAttribute("done", "Accepted: " + item.what());
    return "redirect:/reviews";
  }

  @PostMapping("/{id}/return")
  String giveBack(
      @AuthenticationPrincipal Person person,
      @PathVariable String id,
      @RequestParam String reason,
      RedirectAttributes after) {
    WaitingReviews.Item item = found(person, id);
    reviewing.giveBack(person, item, stated(reason));
    outbox.deliverAll();
    after.addFlashAttribute("done", "Returned: " + item.what());
    return "redirect:/reviews";
  }

  @GetMapping("/learners/{learner}")
  String learner(
      @AuthenticationPrincipal Person person, @PathVariable String learner, Model model) {
    Reviewing.refuseOwn(person, learner);
    StoredLearner stored =
        learners.find(learner).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("learner", stored);
    model.addAttribute("open", open(stored));
    model.addAttribute("acts", acts.of(learner, 20));
    return "reviews/learner";
  }

  @PostMapping("/learners/{learner}/waive")
  String waive(
      @AuthenticationPrincipal Person person,
      @PathVariable String learner,
      @RequestParam String requirement,
      @RequestParam String reason,
      RedirectAttributes after) {
    Reviewing.refuseOwn(person, learner);
    StoredLearner stored =
        learners.find(learner).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    String name = open(stored).get(requirement);
    if (name == null) {
      throw ReviewRefusedException.late();
    }
    reviewing.waive(person, learner, requirement, name, stated(reason));
    outbox.deliverAll();
    after.addFlashAttribute("done", "Waived: " + name);
    return "redirect:/reviews/learners/" + learner;
  }

  @ExceptionHandler(ReviewRefusedException.class)
  String refused(ReviewRefusedException refused, Model model, HttpServletResponse response) {
    response.setStatus(refused.status().value());
    model.addAttribute("sentence", String.valueOf(refused.getMessage()));
    return "refused";
  }

  /** The requirements that are not met, by id, of the credentials that the learner works on. */
  private Map<String, String> open(StoredLearner learner) {
    Evaluation evaluation = policy.evaluate(learner.record(), LocalDate.now(clock));
    Sentences sentences = Sentences.of(evaluation, Locale.US);
    Map<String, String> open = new LinkedHashMap<>();
    evaluation.decisions().stream()
        .flatMap(decision -> decision.requirements().stream())
        .filter(requirement -> requirement.kind() == RequirementResult.Kind.REQUIREMENT)
        .filter(requirement -> !requirement.isSatisfied())
        .forEach(
            requirement -> open.putIfAbsent(requirement.id(), sentences.requirement(requirement)));
    return open;
  }

  private WaitingReviews.Item found(Person person, String id) {
    WaitingReviews.Item item = waiting.find(id).orElseThrow(ReviewRefusedException::late);
    Reviewing.refuseOwn(person, item.learner());
    return item;
  }

  private static String stated(String reason) {
    if (reason.isBlank() || reason.length() > LONGEST) {
      throw ReviewRefusedException.malformed("Say why, in at most 1,000 characters.");
    }
    return reason.strip();
  }
}
