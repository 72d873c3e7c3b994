package io.credentialrules.examples.campus.registrar;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.Outcome;
import io.credentialrules.PolicyException;
import io.credentialrules.examples.campus.cost.Cost;
import io.credentialrules.examples.campus.cost.Costs;
import io.credentialrules.examples.campus.decision.DecisionRows;
import io.credentialrules.examples.campus.policy.PolicyStore;
import io.credentialrules.json.AuditRecord;
import io.credentialrules.json.Replay;
import java.util.Collection;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** Every decision with its audit record, which can be decided anew. */
@Controller
@RequestMapping("/registrar/decisions")
class DecisionController {
  private static final int SHOWN = 40;
  private static final int LONGEST_NAME = 100;

  private final DecisionRows decisions;
  private final PolicyStore policies;

  DecisionController(DecisionRows decisions, PolicyStore policies) {
    this.decisions = decisions;
    this.policies = policies;
  }

  @GetMapping
  String latest(
      @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
      @RequestParam(defaultValue = "") String learner,
      Model model) {
    String name = learner.strip();
    name = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    List<DecisionRows.Row> rows =
        name.isEmpty() ? decisions.before(before, SHOWN) : decisions.before(before, name, SHOWN);
    model.addAttribute("learner", name);
    model.addAttribute("rows", rows);
    model.addAttribute("older", rows.size() < SHOWN ? 0 : rows.get(rows.size() - 1).id());
    return "registrar/decisions";
  }

  @GetMapping("/{id}")
  @Costs(Cost.QUESTION)
  String decision(@PathVariable long id, Model model) {
    DecisionRows.Row row = found(id);
    Collection<String> earned = Outcome.parse(row.outcome()).newlyEarned();
    model.addAttribute("row", row);
    try {
      model.addAttribute("earned", earned.isEmpty() ? earned : names(row.policyDigest(), earned));
    } catch (PolicyException refused) {
      // What an earlier version compiled, this one may refuse.
      model.addAttribute("earned", earned);
      model.addAttribute("refused", true);
    }
    return "registrar/decision";
  }

  private List<String> names(String digest, Collection<String> ids) {
    return policies.rules(digest).catalogue().stream()
        .filter(credential -> ids.contains(credential.id()))
        .map(Credential::name)
        .toList();
  }

  @GetMapping(value = "/{id}/audit.json", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  String audit(@PathVariable long id) {
    found(id);
    return decisions.audit(id);
  }

  /** Decides anew by the policy of then, and says whether the answer is the same to the byte. */
  @PostMapping("/{id}/replay")
  @Costs(Cost.QUESTION)
  String replay(@PathVariable long id, Model model) {
    DecisionRows.Row row = found(id);
    CredentialRules rules;
    try {
      rules = policies.rules(row.policyDigest());
    } catch (PolicyException refused) {
      model.addAttribute("refused", true);
      return "registrar/replay :: replay";
    }
    AuditRecord audit = AuditRecord.read("decision " + id, decisions.audit(id), rules.vocabulary());
    Replay replay = audit.replay(rules);
    model.addAttribute("confirmed", replay.isConfirmed());
    model.addAttribute("sealed", audit.digest().equals(row.auditDigest()));
    model.addAttribute(
        "findings", replay.findings().stream().map(Replay.Finding::message).toList());
    return "registrar/replay :: replay";
  }

  private DecisionRows.Row found(long id) {
    return decisions.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
