package io.credentialrules.examples.campus.author;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LimitExceededException;
import io.credentialrules.PolicyException;
import io.credentialrules.examples.campus.cost.Cost;
import io.credentialrules.examples.campus.cost.Costs;
import io.credentialrules.examples.campus.people.Person;
import io.credentialrules.examples.campus.policy.Authority;
import io.credentialrules.examples.campus.policy.SampleImpact;
import io.credentialrules.testkit.Scenario;
import java.util.List;
import java.util.Optional;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Changing a file of the policy in force, with what is wrong with it and what it does beside it,
 * and proposing the policy with it.
 */
@Controller
@RequestMapping("/author")
class AuthorController {
  private static final int LONGEST_TITLE = 200;

  private final Workbench workbench;
  private final SampleLearners samples;
  private final Covered covered;
  private final SampleImpact impact;
  private final Authority authority;

  AuthorController(
      Workbench workbench,
      SampleLearners samples,
      Covered covered,
      SampleImpact impact,
      Authority authority) {
    this.workbench = workbench;
    this.samples = samples;
    this.covered = covered;
    this.impact = impact;
    this.authority = authority;
  }

  @GetMapping
  String files(Model model) {
    model.addAttribute("packs", workbench.packs());
    return "author/files";
  }

  @GetMapping("/file")
  String file(@RequestParam String pack, @RequestParam String path, Model model) {
    String text = workbench.text(pack, path).orElseThrow(AuthorController::missing);
    show(model, workbench.draft(pack, path, text), "");
    return "author/file";
  }

  /**
   * What is wrong with the policy when the file has this text, and what it decides about a sample
   * learner; asked for while somebody types.
   */
  @PostMapping("/check")
  @Costs(Cost.QUESTION)
  String check(
      @RequestParam String pack,
      @RequestParam String path,
      @RequestParam String text,
      @RequestParam(defaultValue = "") String story,
      Model model) {
    Workbench.Draft draft = draft(pack, path, text);
    Workbench.Checked checked = checked(draft);
    model.addAttribute("problems", Remark.of(checked.problems(), draft));
    CredentialRules rules = checked.rules();
    model.addAttribute("hasErrors", rules == null);
    if (rules != null) {
      decide(rules, samples.find(pack, story), pack, model);
    }
    return "author/answer :: answer";
  }

  /** What the pack's scenarios decide of the text. */
  @PostMapping("/coverage")
  @Costs(Cost.STUDY)
  String coverage(
      @RequestParam String pack,
      @RequestParam String path,
      @RequestParam String text,
      Model model) {
    Workbench.Draft draft = draft(pack, path, text);
    Workbench.Checked checked = checked(draft);
    model.addAttribute("hasErrors", checked.rules() == null);
    if (checked.rules() != null) {
      model.addAttribute("found", covered.of(draft, checked.packs()));
    }
    return "author/coverage :: coverage";
  }

  /** What the text would change for some learners, by group. */
  @PostMapping("/impact")
  @Costs(Cost.STUDY)
  String impact(
      @RequestParam String pack,
      @RequestParam String path,
      @RequestParam String text,
      Model model) {
    CredentialRules rules = checked(draft(pack, path, text)).rules();
    model.addAttribute("hasErrors", rules == null);
    if (rules != null) {
      model.addAttribute("found", impact.of(rules));
    }
    return "author/impact :: impact";
  }

  @PostMapping("/propose")
  @Costs(Cost.STUDY)
  String propose(
      @AuthenticationPrincipal Person person,
      @RequestParam String pack,
      @RequestParam String path,
      @RequestParam String text,
      @RequestParam String title,
      Model model,
      RedirectAttributes after) {
    Workbench.Draft draft = draft(pack, path, text);
    Workbench.Checked checked = checked(draft);
    if (title.isBlank() || title.strip().length() > LONGEST_TITLE) {
      model.addAttribute("refused", "Say what the change is for, in at most 200 characters.");
    } else if (checked.rules() == null) {
      model.addAttribute("refused", "The text has errors, so it was not proposed.");
    } else {
      String digest = authority.propose(title.strip(), person.username(), checked.packs());
      after.addFlashAttribute(
          "done", "Proposed, with the digest " + digest + ". A registrar can try it now.");
      return "redirect:/author";
    }
    show(model, draft, title);
    model.addAttribute("problems", Remark.of(checked.problems(), draft));
    return "author/file";
  }

  /** A question that costs more than the limits allow, in the part of the page that asked it. */
  @ExceptionHandler(LimitExceededException.class)
  String tooDear(LimitExceededException limit, Model model) {
    model.addAttribute("sentence", String.valueOf(limit.getMessage()));
    return "author/problems :: sentence";
  }

  /** Packs of which some need others that are not there. */
  @ExceptionHandler(PolicyException.class)
  String incomplete(PolicyException wrong, Model model) {
    model.addAttribute("sentence", String.valueOf(wrong.getMessage()));
    return "author/problems :: sentence";
  }

  private void show(Model model, Workbench.Draft draft, String title) {
    model.addAttribute("pack", draft.pack());
    model.addAttribute("path", draft.path());
    model.addAttribute("text", draft.text());
    model.addAttribute("purpose", title);
    model.addAttribute("samples", samples.of(draft.pack()));
    model.addAttribute("problems", List.of());
  }

  private void decide(CredentialRules rules, Optional<Scenario> sample, String pack, Model model) {
    @Nullable Evaluation evaluation =
        sample.map(scenario -> rules.evaluate(scenario.record(), scenario.asOf())).orElse(null);
    if (evaluation != null) {
      model.addAttribute("decided", SampleLearners.decided(sample.orElseThrow(), evaluation));
    }
    SampleLearners.picture(rules, pack, evaluation)
        .ifPresent(picture -> model.addAttribute("picture", picture));
  }

  private Workbench.Draft draft(String pack, String path, String text) {
    if (text.length() > Workbench.LONGEST) {
      throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
    }
    return workbench.draft(pack, path, text);
  }

  private Workbench.Checked checked(Workbench.Draft draft) {
    return workbench.check(draft).orElseThrow(AuthorController::missing);
  }

  private static ResponseStatusException missing() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
