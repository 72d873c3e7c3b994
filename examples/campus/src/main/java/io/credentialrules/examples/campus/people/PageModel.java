package io.credentialrules.examples.campus.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page knows: who looks at it, where it is, and what time it is there. */
@ControllerAdvice
class PageModel {
  private final Clock clock;

  PageModel(Clock clock) {
    this.clock = clock;
  }

  /** In which days and times are shown. */
  @ModelAttribute("zone")
  ZoneId zone() {
    return clock.getZone();
  }

  @ModelAttribute("person")
  @Nullable Person person(@AuthenticationPrincipal @Nullable Person person) {
    return person;
  }

  @ModelAttribute("place")
  String place(HttpServletRequest request) {
    return request.getRequestURI();
  }
}
