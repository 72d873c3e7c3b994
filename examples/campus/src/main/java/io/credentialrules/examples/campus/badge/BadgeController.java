package io.credentialrules.examples.campus.badge;

import io.credentialrules.examples.campus.cost.Cost;
import io.credentialrules.examples.campus.cost.Costs;
import io.credentialrules.examples.campus.learner.Learners;
import io.credentialrules.examples.campus.learner.StoredLearner;
import io.credentialrules.openbadges.BadgePage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The badges that learners share, for everybody who has the link. */
@Controller
class BadgeController {
  /** The page of a badge has its style within, and its pictures. */
  private static final String CONTENT =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";

  private final Awards awards;
  private final Learners learners;
  private final Issuer issuer;
  private final Clock clock;

  BadgeController(Awards awards, Learners learners, Issuer issuer, Clock clock) {
    this.awards = awards;
    this.learners = learners;
    this.issuer = issuer;
    this.clock = clock;
  }

  @GetMapping(value = "/badges/{id}", produces = MediaType.TEXT_HTML_VALUE)
  @Costs(Cost.QUESTION)
  ResponseEntity<String> page(@PathVariable String id) {
    Award award = valid(id);
    StoredLearner learner = learners.find(award.learner()).orElseThrow();
    BadgePage page =
        BadgePage.of(award.badge()).withPicture(award.picture()).withHolder(learner.name());
    BadgePage verified =
        issuer
            .verify(award.badge(), learner.badgeHolder())
            .map(found -> page.verified(found, clock.instant()))
            .orElse(page);
    return ResponseEntity.ok()
        .header("Content-Security-Policy", CONTENT)
        .header("Referrer-Policy", "no-referrer")
        .cacheControl(CacheControl.maxAge(1, TimeUnit.MINUTES).cachePrivate())
        .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
        .body(verified.html());
  }

  @GetMapping(value = "/badges/{id}/badge.json", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  String json(@PathVariable String id) {
    return valid(id).badge();
  }

  /** The institution, with the public key by which anybody verifies its badges. */
  @GetMapping(value = "/issuer", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  Map<String, Object> issuer() {
    return issuer.document();
  }

  /** Which badges are revoked: every badge names its place on one of these lists. */
  @GetMapping(value = "/status/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> status(@PathVariable long number) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(1, TimeUnit.MINUTES).cachePublic())
        .contentType(MediaType.APPLICATION_JSON)
        .body(
            issuer
                .statusList(number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
  }

  private Award valid(String id) {
    Award award =
        awards.shared(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (!award.holds()) {
      throw new ResponseStatusException(HttpStatus.GONE);
    }
    return award;
  }
}
