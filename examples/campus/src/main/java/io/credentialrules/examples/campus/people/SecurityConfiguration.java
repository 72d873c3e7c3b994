package io.credentialrules.examples.campus.people;

import io.credentialrules.examples.campus.cost.Budgets;
import io.credentialrules.examples.campus.cost.SignInBudget;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/** Who may open what. What is not listed is refused; forms carry a CSRF token. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  private static final String CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  @Bean
  SecurityFilterChain pages(HttpSecurity http, Budgets budgets) throws Exception {
    http.authorizeHttpRequests(
        requests ->
            requests
                .requestMatchers("/login", "/error", "/campus.css", "/campus.js", "/webjars/**")
                .permitAll()
                .requestMatchers("/badges/**", "/issuer", "/status/*", "/actuator/health")
                .permitAll()
                .requestMatchers("/")
                .authenticated()
                .requestMatchers("/me/**")
                .hasRole(Role.LEARNER.name())
                .requestMatchers("/reviews/**")
                .hasAnyRole(Role.FACULTY.name(), Role.STAFF.name())
                .requestMatchers("/registrar/**", "/actuator/**")
                .hasRole(Role.REGISTRAR.name())
                .requestMatchers("/employer/**")
                .hasRole(Role.EMPLOYER.name())
                .requestMatchers("/author/**")
                .hasRole(Role.AUTHOR.name())
                .anyRequest()
                .denyAll());
    http.addFilterBefore(new SignInBudget(budgets), UsernamePasswordAuthenticationFilter.class);
    http.formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/", true));
    http.logout(logout -> logout.logoutSuccessUrl("/login?goodbye"));
    http.headers(
        headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT)));
    return http.build();
  }

  @Bean
  PasswordEncoder passwords() {
    return new BCryptPasswordEncoder();
  }
}
