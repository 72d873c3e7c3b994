package io.credentialrules.examples.campus.employer;

import io.credentialrules.examples.campus.badge.Award;
import io.credentialrules.examples.campus.badge.Awards;
import io.credentialrules.examples.campus.badge.Issuer;
import io.credentialrules.examples.campus.cost.Cost;
import io.credentialrules.examples.campus.cost.Costs;
import io.credentialrules.examples.campus.learner.Learners;
import io.credentialrules.examples.campus.people.Person;
import io.credentialrules.openbadges.Verification;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of employers: find skills, open a badge, verify, endorse, commit to an interview. */
@Controller
@RequestMapping("/employer")
class EmployerController {
  private static final int SHOWN = 50;
  private static final int LONGEST = 500;
  private static final int LONGEST_BADGE = 200_000;

  private final FoundSkills skills;
  private final Endorsing endorsing;
  private final Awards awards;
  private final Learners learners;
  private final Issuer issuer;

  EmployerController(
      FoundSkills skills, Endorsing endorsing, Awards awards, Learners learners, Issuer issuer) {
    this.skills = skills;
    this.endorsing = endorsing;
    this.awards = awards;
    this.learners = learners;
    this.issuer = issuer;
  }

  @GetMapping
  String search(@RequestParam(defaultValue = "") String q, Model model) {
    String words = q.length() > 100 ? q.substring(0, 100) : q;
    model.addAttribute("q", words);
    List<FoundSkills.Found> found = skills.search(words, SHOWN + 1);
    model.addAttribute("found", found.stream().limit(SHOWN).toList());
    model.addAttribute("hasMore", found.size() > SHOWN);
    return "employer/skills";
  }

  @GetMapping("/badges/{id}")
  String badge(@PathVariable String id, Model model) {
    model.addAttribute("badge", found(id));
    return "employer/badge";
  }

  /** Verifies the badge as anybody can who has the public key. */
  @PostMapping("/badges/{id}/verify")
  @Costs(Cost.QUESTION)
  String verify(@PathVariable String id, Model model) {
    Award award =
        skills
            .findEnded(id)
            .flatMap(found -> awards.shared(found.id()))
            .orElseThrow(EmployerController::missing);
    String holder = learners.find(award.learner()).orElseThrow().badgeHolder();
    List<Verification.Check> checks =
        issuer.verify(award.badge(), holder).map(Verification::checks).orElse(List.of());
    model.addAttribute("checks", checks.stream().map(EmployerController::line).toList());
    return "employer/checks :: checks";
  }

  /** Verifies a badge of which the employer has a copy. */
  @PostMapping("/verify")
  @Costs(Cost.QUESTION)
  String verifyCopy(@RequestParam String badge, Model model) {
    if (badge.length() > LONGEST_BADGE) {
      throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
    }
    model.addAttribute(
        "checks", issuer.verifyCopy(badge).stream().map(EmployerController::line).toList());
    return "employer/checks :: checks";
  }

  @PostMapping("/badges/{id}/endorse")
  String endorse(
      @AuthenticationPrincipal Person person,
      @PathVariable String id,
      @RequestParam boolean interview,
      @RequestParam(defaultValue = "") String why,
      RedirectAttributes after) {
    found(id);
    if (why.length() > LONGEST) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    endorsing.endorse(person, awards.shared(id).orElseThrow(), interview, why.strip());
    after.addFlashAttribute(
        "done", interview ? "The learner knows that you will interview them." : "Endorsed.");
    return "redirect:/employer/badges/" + id;
  }

  /**
   * A check as a page shows it.
   *
   * @param what what was checked
   * @param outcome what was found
   * @param style the outcome as a class of the style sheet
   * @param reason why
   */
  record Line(String what, String outcome, String style, String reason) {}

  private static Line line(Verification.Check check) {
    return new Line(
        words(check.kind().name()),
        words(check.outcome().name()),
        switch (check.outcome()) {
          case VALID -> "met";
          case NOT_CHECKED -> "pending-review";
          case INVALID -> "bad";
        },
        check.reason());
  }

  private static String words(String name) {
    String lower = name.toLowerCase(Locale.ROOT).replace('_', ' ');
    return lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
  }

  private FoundSkills.Found found(String id) {
    return skills.find(id).orElseThrow(EmployerController::missing);
  }

  private static ResponseStatusException missing() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
