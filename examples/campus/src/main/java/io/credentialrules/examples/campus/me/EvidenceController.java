package io.credentialrules.examples.campus.me;

import io.credentialrules.examples.campus.decision.Outbox;
import io.credentialrules.examples.campus.learner.Learners;
import io.credentialrules.examples.campus.people.Person;
import io.credentialrules.spring.PolicyInForce;
import io.credentialrules.vocabulary.EvidenceType;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Handing in evidence, and what became of it. */
@Controller
@RequestMapping("/me")
class EvidenceController {
  private static final int LONGEST = 1000;

  private final Evidence evidence;
  private final Learners learners;
  private final PolicyInForce policy;
  private final Outbox outbox;
  private final Clock clock;

  EvidenceController(
      Evidence evidence, Learners learners, PolicyInForce policy, Outbox outbox, Clock clock) {
    this.evidence = evidence;
    this.learners = learners;
    this.policy = policy;
    this.outbox = outbox;
    this.clock = clock;
  }

  @GetMapping("/evidence")
  String evidence(
      @AuthenticationPrincipal Person person,
      @RequestParam(defaultValue = "") String type,
      @RequestParam(defaultValue = "") String topic,
      @RequestParam(defaultValue = "") String work,
      Model model) {
    LocalDate today = LocalDate.now(clock);
    model.addAttribute(
        "entries",
        Evidence.of(
            policy.evaluate(learners.find(person.requireLearner()).orElseThrow().record(), today)));
    model.addAttribute("types", EvidenceType.values());
    model.addAttribute("works", WorkExperienceType.values());
    model.addAttribute("today", today);
    // A step of a plan fills in what it says.
    model.addAttribute("type", type);
    model.addAttribute("topic", topic);
    model.addAttribute("work", work);
    return "me/evidence";
  }

  @PostMapping("/evidence")
  String submit(
      @AuthenticationPrincipal Person person,
      @RequestParam EvidenceType type,
      @RequestParam String title,
      @RequestParam(defaultValue = "") String topic,
      @RequestParam(defaultValue = "") String url,
      @RequestParam(defaultValue = "") String why,
      RedirectAttributes after) {
    String link = given(url);
    if (link != null && !link.startsWith("https://") && !link.startsWith("http://")) {
      throw new IllegalArgumentException("a link begins with https://");
    }
    String named = given(title);
    if (named == null) {
      throw new IllegalArgumentException("evidence has a title");
    }
    evidence.submit(
        person.requireLearner(), person.username(), type, given(topic), named, link, given(why));
    outbox.deliverTo(person.requireLearner());
    after.addFlashAttribute("done", "Submitted. Somebody will review it.");
    return "redirect:/me/evidence";
  }

  @PostMapping("/evidence/hours")
  String submitHours(
      @AuthenticationPrincipal Person person,
      @RequestParam WorkExperienceType type,
      @RequestParam String site,
      @RequestParam BigDecimal hours,
      @RequestParam LocalDate startedOn,
      @RequestParam LocalDate endedOn,
      RedirectAttributes after) {
    String where = given(site);
    if (where == null) {
      throw new IllegalArgumentException("hours have a place");
    }
    evidence.submitHours(
        person.requireLearner(), person.username(), type, where, hours, startedOn, endedOn);
    outbox.deliverTo(person.requireLearner());
    after.addFlashAttribute("done", "Submitted. Somebody will review it.");
    return "redirect:/me/evidence";
  }

  @ExceptionHandler(IllegalArgumentException.class)
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  String malformed(IllegalArgumentException malformed, Model model) {
    model.addAttribute("sentence", "This could not be submitted: " + malformed.getMessage() + ".");
    return "refused";
  }

  private static @Nullable String given(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("a text has at most " + LONGEST + " characters");
    }
    return text.isBlank() ? null : text.strip();
  }
}
