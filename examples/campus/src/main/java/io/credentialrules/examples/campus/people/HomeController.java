package io.credentialrules.examples.campus.people;

import io.credentialrules.examples.campus.CampusProperties;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Signing in, and the first page of each role. */
@Controller
class HomeController {
  private final CampusProperties properties;

  HomeController(CampusProperties properties) {
    this.properties = properties;
  }

  @GetMapping("/login")
  String login(Model model) {
    model.addAttribute("hasDemoAccounts", properties.demo().learners() > 0);
    return "login";
  }

  @GetMapping("/")
  String home(@AuthenticationPrincipal Person person) {
    if (person.roles().contains(Role.REGISTRAR)) {
      return "redirect:/registrar/decisions";
    }
    if (person.roles().contains(Role.FACULTY) || person.roles().contains(Role.STAFF)) {
      return "redirect:/reviews";
    }
    if (person.roles().contains(Role.AUTHOR)) {
      return "redirect:/author";
    }
    return person.roles().contains(Role.EMPLOYER) ? "redirect:/employer" : "redirect:/me";
  }
}
