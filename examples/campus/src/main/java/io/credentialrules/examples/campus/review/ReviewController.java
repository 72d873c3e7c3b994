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
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.RubricScore;
import io.credentialrules.vocabulary.SubmittedEvidence;
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

  /** Whoever wants to see what comes later reviews what comes first. */
  private static final int LAST_PAGE = 200;

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
  String queue(
      @AuthenticationPrincipal Person person,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    int shown = Math.min(Math.max(page, 1), LAST_PAGE);
    long count = waiting.count(person.learner());
    model.addAttribute("items", waiting.mostDecisive(person.learner(), SHOWN, shown - 1));
    model.addAttribute("count", count);
    model.addAttribute("page", shown);
    model.addAttribute("pages", Math.min(LAST_PAGE, (count + SHOWN - 1) / SHOWN));
    return "reviews/queue";
  }

  @GetMapping("/{id}")
  String item(@AuthenticationPrincipal Person person, @PathVariable String id, Model model) {
    WaitingReviews.Item item = found(person, id);
    StoredLearner learner = learners.find(item.learner()).orElseThrow();
    Fact fact = item.fact() == null ? null : Facts.find(learner.record(), item.fact()).orElse(null);
    model.addAttribute("item", item);
    model.addAttribute(
        "criteria",
        fact instanceof RubricScore score
            ? Rubric.of(policy.rules(), learner.record(), score, item.requirement()).criteria()
            : List.of());
    if (fact instanceof SubmittedEvidence evidence) {
      model.addAttribute("evidence", evidence);
      model.addAttribute("link", link(evidence));
    }
    model.addAttribute("acts", acts.of(item.learner(), 10));
    return "reviews/item";
  }

  /** Where to look at evidence; an address that would do something else than open is none. */
  private static @Nullable String link(SubmittedEvidence evidence) {
    String address = evidence.url();
    return address != null && (address.startsWith("https://") || address.startsWith("http://"))
        ? address
        : null;
  }

  @PostMapping("/{id}/accept")
  String accept(
      @AuthenticationPrincipal Person person,
      @PathVariable String id,
      @RequestParam Map<String, String> fields,
      @RequestParam(defaultValue = "") String note,
      RedirectAttributes after) {
    WaitingReviews.Item item = found(person, id);
    if (note.length() > LONGEST) {
      throw ReviewRefusedException.malformed("A note has at most 1,000 characters.");
    }
    reviewing.accept(person, item, levels(fields), note.strip());
    outbox.deliverTo(item.learner());
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
    outbox.deliverTo(item.learner());
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
    outbox.deliverTo(learner);
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

  /** The levels that were chosen, by criterion. */
  private static Map<String, String> levels(Map<String, String> fields) {
    Map<String, String> levels = new LinkedHashMap<>();
    fields.forEach(
        (field, level) -> {
          if (field.startsWith(Rubric.FIELD) && !level.isEmpty()) {
            levels.put(field.substring(Rubric.FIELD.length()), level);
          }
        });
    return levels;
  }

  private static String stated(String reason) {
    if (reason.isBlank() || reason.length() > LONGEST) {
      throw ReviewRefusedException.malformed("Say why, in at most 1,000 characters.");
    }
    return reason.strip();
  }
}
