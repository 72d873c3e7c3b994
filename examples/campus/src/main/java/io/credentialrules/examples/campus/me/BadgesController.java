package io.credentialrules.examples.campus.me;

import io.credentialrules.examples.campus.CampusProperties;
import io.credentialrules.examples.campus.badge.Award;
import io.credentialrules.examples.campus.badge.Awards;
import io.credentialrules.examples.campus.badge.Issuer;
import io.credentialrules.examples.campus.learner.Consent;
import io.credentialrules.examples.campus.learner.Learners;
import io.credentialrules.examples.campus.people.Person;
import io.credentialrules.openbadges.LinkedInProfile;
import java.util.LinkedHashMap;
import java.util.Map;
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

/** The learner's badges: which are shared, and whether employers may find the learner. */
@Controller
@RequestMapping("/me/badges")
class BadgesController {
  private final Awards awards;
  private final Learners learners;
  private final Evidence evidence;
  private final Issuer issuer;
  private final CampusProperties properties;

  BadgesController(
      Awards awards,
      Learners learners,
      Evidence evidence,
      Issuer issuer,
      CampusProperties properties) {
    this.awards = awards;
    this.learners = learners;
    this.evidence = evidence;
    this.issuer = issuer;
    this.properties = properties;
  }

  @GetMapping
  String badges(@AuthenticationPrincipal Person person, Model model) {
    String learner = person.requireLearner();
    Map<Award, String> badges = new LinkedHashMap<>();
    awards.of(learner).forEach(award -> badges.put(award, linkedIn(award)));
    model.addAttribute("badges", badges);
    model.addAttribute(
        "agrees",
        learners.find(learner).orElseThrow().record().facts().stream()
            .anyMatch(Consent.class::isInstance));
    return "me/badges";
  }

  @PostMapping("/{id}/share")
  String share(
      @AuthenticationPrincipal Person person,
      @PathVariable String id,
      @RequestParam boolean shared) {
    if (!awards.share(id, person.requireLearner(), shared)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return "redirect:/me/badges";
  }

  @PostMapping("/consent")
  String consent(@AuthenticationPrincipal Person person, @RequestParam boolean agrees) {
    evidence.agree(person.requireLearner(), person.username(), agrees);
    return "redirect:/me/badges";
  }

  private String linkedIn(Award award) {
    return LinkedInProfile.addLink(
        award.name(),
        issuer.name(),
        award.issuedOn(),
        award.validUntil(),
        properties.address().resolve("/badges/" + award.id()).toString(),
        award.id());
  }
}
