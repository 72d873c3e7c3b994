package io.credentialrules.examples.campus;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.examples.campus.badge.Award;
import io.credentialrules.examples.campus.badge.Awards;
import io.credentialrules.examples.campus.decision.WaitingReviews;
import io.credentialrules.examples.campus.learner.Learners;
import io.credentialrules.examples.campus.people.Accounts;
import io.credentialrules.examples.campus.people.Person;
import io.credentialrules.examples.campus.people.Role;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may open what: every address, tried as everybody. */
@Tag("once")
@SuppressWarnings("NullAway.Init") // Set before all tests.
class AccessTest {
  private static final String OURS = "io.credentialrules.examples.campus";
  private static final Set<Role> REVIEWERS = EnumSet.of(Role.FACULTY, Role.STAFF);
  private static final Map<Role, String> ACCOUNTS =
      new EnumMap<>(
          Map.of(
              Role.LEARNER, "maria",
              Role.FACULTY, "fay",
              Role.STAFF, "theo",
              Role.REGISTRAR, "ruth",
              Role.EMPLOYER, "eve",
              Role.AUTHOR, "alex"));

  private static Server server;
  private static Map<Role, Visitor> visitors;

  @BeforeAll
  static void start() {
    Server.CLOCK.set(LocalDate.of(2026, 11, 26));
    server =
        Server.start(
            Server.memory(),
            List.of(
                "--campus.packs=campus-first-aid,ums-framework,ums-horticulture",
                "--campus.demo.learners=9"));
    server
        .bean(Accounts.class)
        .add(
            new Person(
                "fay",
                "Fay Nowak",
                Objects.requireNonNull(server.bean(PasswordEncoder.class).encode("campus")),
                null,
                Set.of(Role.FACULTY)));
    visitors = new EnumMap<>(Role.class);
    ACCOUNTS.forEach((role, name) -> visitors.put(role, Visitor.signedIn(server, name)));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Each address of the application, and who may open it; nobody listed means everybody. */
  private static Map<String, Set<Role>> addresses() {
    Map<String, Set<Role>> addresses = new LinkedHashMap<>();
    addresses.put("/login", Set.of());
    addresses.put("/issuer", Set.of());
    addresses.put("/status/{number}", Set.of());
    addresses.put("/badges/{id}", Set.of());
    addresses.put("/badges/{id}/badge.json", Set.of());
    for (String path :
        List.of(
            "/me",
            "/me/notices",
            "/me/pathways/{id}",
            "/me/pathways/{id}/picture",
            "/me/credentials/{id}/plan",
            "/me/evidence",
            "/me/evidence/hours",
            "/me/badges",
            "/me/badges/{id}/share",
            "/me/badges/consent")) {
      addresses.put(path, EnumSet.of(Role.LEARNER));
    }
    for (String path :
        List.of(
            "/reviews",
            "/reviews/{id}",
            "/reviews/{id}/accept",
            "/reviews/{id}/return",
            "/reviews/learners/{learner}",
            "/reviews/learners/{learner}/waive")) {
      addresses.put(path, REVIEWERS);
    }
    for (String path :
        List.of(
            "/actuator/metrics",
            "/actuator/prometheus",
            "/registrar/x",
            "/registrar/decisions",
            "/registrar/decisions/{id}",
            "/registrar/decisions/{id}/audit.json",
            "/registrar/decisions/{id}/replay",
            "/registrar/policies",
            "/registrar/policies/{digest}",
            "/registrar/policies/{digest}/trial",
            "/registrar/policies/{digest}/approve",
            "/registrar/policies/{digest}/in-force")) {
      addresses.put(path, EnumSet.of(Role.REGISTRAR));
    }
    for (String path :
        List.of(
            "/employer",
            "/employer/verify",
            "/employer/badges/{id}",
            "/employer/badges/{id}/verify",
            "/employer/badges/{id}/endorse",
            "/employer/x")) {
      addresses.put(path, EnumSet.of(Role.EMPLOYER));
    }
    for (String path :
        List.of(
            "/author",
            "/author/file",
            "/author/check",
            "/author/coverage",
            "/author/impact",
            "/author/propose",
            "/author/x")) {
      addresses.put(path, EnumSet.of(Role.AUTHOR));
    }
    addresses.put("/h2-console", EnumSet.noneOf(Role.class));
    return addresses;
  }

  @Test
  void each_role_is_tried() {
    assertThat(visitors.keySet()).containsExactlyInAnyOrder(Role.values());
  }

  @Test
  void each_address_opens_for_its_roles_and_for_nobody_else() {
    addresses()
        .forEach(
            (address, roles) -> {
              String path = address.replaceAll("\\{\\w+}", "x");
              boolean isOpen = roles.isEmpty() && !address.equals("/h2-console");
              visitors.forEach(
                  (role, visitor) ->
                      assertThat(visitor.get(path).statusCode() == 403)
                          .as(role + " at " + path)
                          .isEqualTo(!isOpen && !roles.contains(role)));
              HttpResponse<String> stranger = Visitor.anonymous(server).get(path);
              assertThat(
                      stranger.statusCode() == 302
                          && stranger
                              .headers()
                              .firstValue("Location")
                              .orElse("")
                              .endsWith("/login"))
                  .as("a stranger at " + path)
                  .isEqualTo(!isOpen);
            });
  }

  @Test
  void each_address_that_the_application_answers_is_in_the_table() {
    Set<String> answered = new TreeSet<>();
    server
        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (mapping, method) -> {
              if (method.getBeanType().getName().startsWith(OURS)) {
                answered.addAll(mapping.getPatternValues());
              }
            });
    answered.remove("/");
    assertThat(addresses().keySet()).containsAll(answered);
  }

  @Test
  void a_learner_sees_and_changes_nothing_of_another() {
    Visitor maria = Objects.requireNonNull(visitors.get(Role.LEARNER));
    Awards awards = server.bean(Awards.class);
    Award foreign =
        server.bean(Learners.class).all().toList().stream()
            .filter(learner -> !learner.id().equals("l-0001"))
            .flatMap(learner -> awards.of(learner.id()).stream())
            .findFirst()
            .orElseThrow();
    assertThat(
            maria
                .post(
                    "/me/badges", "/me/badges/" + foreign.id() + "/share", Map.of("shared", "true"))
                .statusCode())
        .isEqualTo(404);
    assertThat(awards.shared(foreign.id())).isEmpty();
    assertThat(maria.get("/badges/" + foreign.id()).statusCode()).isEqualTo(404);

    List<Award> own = awards.of("l-0001");
    assertThat(own).isNotEmpty();
    maria.post("/me/badges", "/me/badges/" + own.get(0).id() + "/share", Map.of("shared", "true"));
    HttpResponse<String> page = Visitor.anonymous(server).get("/badges/" + own.get(0).id());
    assertThat(page.statusCode()).isEqualTo(200);
    maria.post("/me/badges", "/me/badges/" + own.get(0).id() + "/share", Map.of("shared", "false"));
    assertThat(Visitor.anonymous(server).get("/badges/" + own.get(0).id()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void anybody_finds_the_key_that_verifies_badges() {
    HttpResponse<String> issuer = Visitor.anonymous(server).get("/issuer");
    assertThat(issuer.statusCode()).isEqualTo(200);
    assertThat(issuer.body())
        .contains("\"publicKeyMultibase\":\"z6Mk", "\"id\":\"http://localhost:8080/issuer#key-1\"");
  }

  @Test
  void a_form_without_its_token_does_nothing() {
    Visitor maria = Objects.requireNonNull(visitors.get(Role.LEARNER));
    long waiting = server.bean(WaitingReviews.class).count(null);
    String facts = server.bean(Learners.class).find("l-0001").orElseThrow().record().toString();
    assertThat(maria.postWithout("/me/evidence", "type=REFLECTION&title=x").statusCode())
        .isEqualTo(403);
    assertThat(server.bean(WaitingReviews.class).count(null)).isEqualTo(waiting);
    assertThat(server.bean(Learners.class).find("l-0001").orElseThrow().record())
        .hasToString(facts);
  }
}
