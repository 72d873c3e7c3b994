package io.credentialrules.examples.campus.cost;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Says when to ask again: as a page, or in the part of a page that was asked for. */
@ControllerAdvice
class TooOftenAdvice {

  @ExceptionHandler(TooOftenException.class)
  String tooOften(
      TooOftenException refused,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(refused.seconds()));
    model.addAttribute("seconds", refused.seconds());
    if (request.getHeader("HX-Request") == null) {
      return "too-often";
    }
    // The part stays where it is, so that the next answer finds it.
    response.setHeader("HX-Reswap", "innerHTML");
    return "too-often :: sentence";
  }
}
