package io.credentialrules.examples.campus.people;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page knows: who looks at it, and where it is. */
@ControllerAdvice
class PageModel {

  @ModelAttribute("person")
  @Nullable Person person(@AuthenticationPrincipal @Nullable Person person) {
    return person;
  }

  @ModelAttribute("place")
  String place(HttpServletRequest request) {
    return request.getRequestURI();
  }
}
