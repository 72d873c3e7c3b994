package io.credentialrules.examples.campus.registrar;

import io.credentialrules.examples.campus.cost.Cost;
import io.credentialrules.examples.campus.cost.Costs;
import io.credentialrules.examples.campus.people.Person;
import io.credentialrules.examples.campus.policy.Authority;
import io.credentialrules.examples.campus.policy.ImpactTable;
import io.credentialrules.examples.campus.policy.NotAllowedException;
import io.credentialrules.examples.campus.policy.PolicyActs;
import io.credentialrules.examples.campus.policy.PolicyChanges;
import io.credentialrules.examples.campus.policy.PolicyStore;
import io.credentialrules.examples.campus.policy.Refusals;
import io.credentialrules.examples.campus.policy.TrialRun;
import io.credentialrules.examples.campus.policy.Trials;
import io.credentialrules.spring.PolicyInForce;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The policies: what was proposed, what it would do, who approved it, and what is in force. */
@Controller
@RequestMapping("/registrar/policies")
class PolicyController {
  private final PolicyStore policies;
  private final PolicyInForce inForce;
  private final PolicyActs acts;
  private final Trials trials;
  private final TrialRun run;
  private final Authority authority;
  private final Refusals refusals;

  PolicyController(
      PolicyStore policies,
      PolicyInForce inForce,
      PolicyActs acts,
      Trials trials,
      TrialRun run,
      Authority authority,
      Refusals refusals) {
    this.policies = policies;
    this.inForce = inForce;
    this.acts = acts;
    this.trials = trials;
    this.run = run;
    this.authority = authority;
    this.refusals = refusals;
  }

  @GetMapping
  String all(Model model) {
    model.addAttribute("policies", policies.latest(30));
    model.addAttribute("inForce", inForce.rules().digest());
    model.addAttribute("warnings", inForce.rules().warnings().size());
    model.addAttribute("refused", refusals.latest().orElse(null));
    return "registrar/policies";
  }

  @GetMapping("/{digest}")
  String policy(@AuthenticationPrincipal Person person, @PathVariable String digest, Model model) {
    PolicyStore.Row row = found(digest);
    trial(digest, model);
    if (model.getAttribute("trial") != null) {
      authority.see(digest, person.username());
    }
    model.addAttribute("policy", row);
    model.addAttribute("isInForce", digest.equals(against()));
    model.addAttribute(
        "changes", PolicyChanges.between(policies.packs(against()), policies.packs(digest)));
    model.addAttribute("acts", acts.of(digest));
    model.addAttribute(
        "whyNotApprove", authority.whyNotApprove(digest, person.username()).orElse(null));
    model.addAttribute("whyNotInForce", authority.whyNotInForce(digest).orElse(null));
    return "registrar/policy";
  }

  /** The part of the page that is asked for again while the trial runs. */
  @GetMapping("/{digest}/trial")
  String trialPart(@PathVariable String digest, Model model, HttpServletResponse response) {
    model.addAttribute("policy", found(digest));
    trial(digest, model);
    if (model.getAttribute("trial") != null) {
      response.setHeader("HX-Refresh", "true");
    }
    return "registrar/trial :: trial";
  }

  @PostMapping("/{digest}/trial")
  @Costs(Cost.STUDY)
  String begin(@AuthenticationPrincipal Person person, @PathVariable String digest) {
    found(digest);
    run.begin(digest, person.username());
    return "redirect:/registrar/policies/" + digest;
  }

  @PostMapping("/{digest}/approve")
  String approve(
      @AuthenticationPrincipal Person person,
      @PathVariable String digest,
      RedirectAttributes after) {
    found(digest);
    authority.approve(digest, person.username());
    after.addFlashAttribute("done", "Approved.");
    return "redirect:/registrar/policies/" + digest;
  }

  @PostMapping("/{digest}/in-force")
  @Costs(Cost.STUDY)
  String putInForce(
      @AuthenticationPrincipal Person person,
      @PathVariable String digest,
      RedirectAttributes after) {
    found(digest);
    authority.putInForce(digest, person.username());
    after.addFlashAttribute("done", "In force. All learners are decided anew.");
    return "redirect:/registrar/policies/" + digest;
  }

  @ExceptionHandler(NotAllowedException.class)
  String notAllowed(NotAllowedException why, Model model, HttpServletResponse response) {
    response.setStatus(HttpStatus.CONFLICT.value());
    model.addAttribute("sentence", String.valueOf(why.getMessage()));
    return "refused";
  }

  private void trial(String digest, Model model) {
    String against = against();
    run.progress(digest)
        .ifPresentOrElse(
            progress -> model.addAttribute("progress", progress),
            () ->
                trials
                    .find(digest, against)
                    .ifPresent(
                        trial -> {
                          Map<String, Integer> sizes = trials.groups(digest, against);
                          model.addAttribute("trial", trial);
                          model.addAttribute("groups", ImpactTable.groups(sizes));
                          model.addAttribute(
                              "rows", ImpactTable.of(sizes, trials.effects(digest, against)));
                        }));
  }

  private String against() {
    return policies.digestInForce().orElseThrow();
  }

  private PolicyStore.Row found(String digest) {
    return policies
        .find(digest)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
