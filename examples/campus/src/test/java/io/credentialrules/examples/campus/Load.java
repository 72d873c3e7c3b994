package io.credentialrules.examples.campus;

import io.credentialrules.Credential;
import io.credentialrules.examples.campus.people.Accounts;
import io.credentialrules.examples.campus.people.Person;
import io.credentialrules.examples.campus.people.Role;
import io.credentialrules.spring.PolicyInForce;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Learners, reviewers and registrars who use a server at the same time, over HTTP, and what the
 * server said that it had accepted.
 */
final class Load {
  private static final Pattern ITEM = Pattern.compile("href=\"(/reviews/[0-9a-f-]{36})\"");
  private static final Pattern LEVEL =
      Pattern.compile("name=\"(level\\.[^\"]+)\" value=\"([^\"]+)\"");

  private final Server server;
  private final int rounds;
  private final Map<String, Queue<Long>> nanos = new ConcurrentHashMap<>();

  /** What each learner handed in and the server accepted, by title. */
  final Map<String, String> handedIn = new ConcurrentHashMap<>();

  /** The notes of reviews that the server accepted. */
  final Set<String> reviewed = ConcurrentHashMap.newKeySet();

  private volatile long took;

  Load(Server server, int rounds) {
    this.server = server;
    this.rounds = rounds;
  }

  /** Lets as many learners and reviewers work as there are, each so many rounds. */
  void run(List<String> learners, int reviewers) throws Exception {
    String password = Objects.requireNonNull(server.bean(PasswordEncoder.class).encode("campus"));
    List<Callable<Void>> people = new ArrayList<>();
    for (String learner : learners) {
      String name = "load-" + learner;
      account(name, password, learner, Role.LEARNER);
      Visitor visitor = Visitor.signedIn(server, name);
      people.add(() -> repeat(round -> learn(visitor, learner, round)));
    }
    for (int i = 1; i <= reviewers; i++) {
      String name = "load-reviewer-" + i;
      account(name, password, null, Role.FACULTY);
      Visitor visitor = Visitor.signedIn(server, name);
      Random random = new Random(i);
      people.add(() -> repeat(round -> review(visitor, random, name + "-" + round)));
    }
    Visitor registrar = Visitor.signedIn(server, "ruth");
    people.add(() -> repeat(round -> look(registrar)));
    ExecutorService threads = Executors.newFixedThreadPool(people.size());
    try {
      long begun = System.nanoTime();
      for (Future<Void> done : threads.invokeAll(people)) {
        done.get();
      }
      took = System.nanoTime() - begun;
    } finally {
      threads.shutdownNow();
    }
  }

  /** A row for each kind of request, with requests a second and milliseconds. */
  String table() {
    StringBuilder table =
        new StringBuilder(
            """
            | request | number | a second | median, ms | p99, ms | longest, ms |
            |---|---:|---:|---:|---:|---:|
            """);
    new TreeMap<>(nanos)
        .forEach(
            (kind, all) -> {
              List<Long> sorted = new ArrayList<>(all);
              Collections.sort(sorted);
              table.append(
                  String.format(
                      Locale.ROOT,
                      "| %s | %d | %.1f | %.0f | %.0f | %.0f |%n",
                      kind,
                      sorted.size(),
                      sorted.size() / seconds(),
                      millis(sorted, 50),
                      millis(sorted, 99),
                      millis(sorted, 100)));
            });
    return table.toString();
  }

  /** How long all of it took. */
  double seconds() {
    return took / 1e9;
  }

  /** How many requests were answered. */
  long requests() {
    return nanos.values().stream().mapToLong(Queue::size).sum();
  }

  private interface Round {
    void go(int number);
  }

  private @Nullable Void repeat(Round round) {
    for (int i = 0; i < rounds; i++) {
      round.go(i);
    }
    return null;
  }

  private void learn(Visitor visitor, String learner, int round) {
    ok("learner: pathways", () -> visitor.get("/me"));
    String title = "load-" + learner + "-" + round;
    HttpResponse<String> answer =
        timed(
            "learner: submits",
            () ->
                visitor.send(
                    "/me/evidence", visitor.token(), Map.of("type", "REFLECTION", "title", title)));
    expect(302, answer);
    handedIn.put(title, learner);
    ok("learner: plan", () -> visitor.get("/me/credentials/" + plan(round) + "/plan"));
  }

  private String plan(int round) {
    List<Credential> all = server.bean(PolicyInForce.class).rules().catalogue();
    return all.get(round % all.size()).id();
  }

  private void review(Visitor visitor, Random random, String note) {
    Matcher items = ITEM.matcher(ok("reviewer: queue", () -> visitor.get("/reviews")).body());
    List<String> pages = new ArrayList<>();
    while (items.find()) {
      pages.add(items.group(1));
    }
    if (pages.isEmpty()) {
      return;
    }
    String page = pages.get(random.nextInt(pages.size()));
    HttpResponse<String> item = timed("reviewer: item", () -> visitor.get(page));
    if (item.statusCode() == 409) {
      return; // Somebody else was faster.
    }
    expect(200, item);
    Map<String, String> fields = new TreeMap<>();
    Matcher levels = LEVEL.matcher(item.body());
    while (levels.find()) {
      fields.put(levels.group(1), levels.group(2));
    }
    fields.put("note", note);
    HttpResponse<String> answer =
        timed("reviewer: accepts", () -> visitor.send(page + "/accept", visitor.token(), fields));
    if (answer.statusCode() != 409) {
      expect(302, answer);
      reviewed.add(note);
    }
  }

  private void look(Visitor registrar) {
    ok("registrar: decisions", () -> registrar.get("/registrar/decisions"));
    ok("registrar: a decision", () -> registrar.get("/registrar/decisions/1"));
    expect(
        200,
        timed(
            "registrar: decides again",
            () -> registrar.send("/registrar/decisions/1/replay", registrar.token(), Map.of())));
  }

  private HttpResponse<String> ok(String kind, Supplier<HttpResponse<String>> request) {
    HttpResponse<String> answer = timed(kind, request);
    expect(200, answer);
    return answer;
  }

  private HttpResponse<String> timed(String kind, Supplier<HttpResponse<String>> request) {
    long begun = System.nanoTime();
    HttpResponse<String> answer = request.get();
    nanos
        .computeIfAbsent(kind, own -> new ConcurrentLinkedQueue<>())
        .add(System.nanoTime() - begun);
    return answer;
  }

  private static void expect(int status, HttpResponse<String> answer) {
    if (answer.statusCode() != status) {
      throw new IllegalStateException(answer + ": " + answer.body());
    }
  }

  private static double millis(List<Long> sorted, int percent) {
    return sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1) / 1e6;
  }

  private void account(String name, String password, @Nullable String learner, Role role) {
    server.bean(Accounts.class).add(new Person(name, name, password, learner, Set.of(role)));
  }
}
