package io.credentialrules.examples.campus.author;

import io.credentialrules.CredentialRules;
import io.credentialrules.PolicyException;
import io.credentialrules.PolicyPack;
import io.credentialrules.examples.campus.learner.Consent;
import io.credentialrules.examples.campus.people.Person;
import io.credentialrules.examples.campus.policy.Authority;
import io.credentialrules.examples.campus.policy.PolicyStore;
import io.credentialrules.policy.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changing a file of the policy in force, and proposing the policy with it. */
@Controller
@RequestMapping("/author")
class AuthorController {
  private static final int LONGEST = 100_000;
  private static final int LONGEST_TITLE = 200;

  private final PolicyStore policies;
  private final Authority authority;

  AuthorController(PolicyStore policies, Authority authority) {
    this.policies = policies;
    this.authority = authority;
  }

  @GetMapping
  String files(Model model) {
    model.addAttribute("packs", inForce());
    return "author/files";
  }

  @GetMapping("/file")
  String file(@RequestParam String pack, @RequestParam String path, Model model) {
    String text =
        inForce().stream()
            .filter(one -> one.name().equals(pack))
            .map(one -> one.files().get(path))
            .filter(found -> found != null)
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("pack", pack);
    model.addAttribute("path", path);
    model.addAttribute("text", text);
    model.addAttribute("problems", List.of());
    return "author/file";
  }

  /** What is wrong with the policy when the file has this text; asked for while somebody types. */
  @PostMapping("/check")
  String check(
      @RequestParam String pack,
      @RequestParam String path,
      @RequestParam String text,
      Model model) {
    CredentialRules.Builder rules = CredentialRules.builder().register(Consent.class);
    changed(pack, path, text).forEach(rules::add);
    List<Problem> problems = rules.check();
    model.addAttribute("problems", problems.stream().map(Problem::toString).limit(50).toList());
    return "author/problems :: problems";
  }

  @PostMapping("/propose")
  String propose(
      @AuthenticationPrincipal Person person,
      @RequestParam String pack,
      @RequestParam String path,
      @RequestParam String text,
      @RequestParam String title,
      Model model,
      RedirectAttributes after) {
    List<PolicyPack> packs = changed(pack, path, text);
    model.addAttribute("pack", pack);
    model.addAttribute("path", path);
    model.addAttribute("text", text);
    model.addAttribute("title", title);
    if (title.isBlank() || title.strip().length() > LONGEST_TITLE) {
      model.addAttribute(
          "problems", List.of("Say what the change is for, in at most 200 characters."));
      return "author/file";
    }
    try {
      String digest = authority.propose(title.strip(), person.username(), packs);
      after.addFlashAttribute(
          "done", "Proposed, with the digest " + digest + ". A registrar can try it now.");
      return "redirect:/author";
    } catch (PolicyException wrong) {
      model.addAttribute(
          "problems", wrong.problems().stream().map(Problem::toString).limit(50).toList());
      return "author/file";
    }
  }

  private List<PolicyPack> inForce() {
    return policies.packs(policies.digestInForce().orElseThrow());
  }

  private List<PolicyPack> changed(String pack, String path, String text) {
    if (text.length() > LONGEST) {
      throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
    }
    List<PolicyPack> packs = new ArrayList<>();
    boolean isThere = false;
    for (PolicyPack one : inForce()) {
      boolean isIt = one.name().equals(pack) && one.files().containsKey(path);
      isThere |= isIt;
      Map<String, String> files = new TreeMap<>(one.files());
      if (isIt) {
        // Browsers send other line ends than the files have.
        files.put(path, text.replace("\r\n", "\n"));
      }
      packs.add(isIt ? PolicyPack.of(pack, files) : one);
    }
    if (!isThere) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return packs;
  }
}
