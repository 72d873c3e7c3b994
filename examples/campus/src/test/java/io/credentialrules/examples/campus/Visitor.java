package io.credentialrules.examples.campus;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody with a browser, without the browser. */
final class Visitor {
  private static final Pattern TOKEN =
      Pattern.compile("name=\"_csrf\"(?: type=\"hidden\")? value=\"([^\"]+)\"");

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final URI address;
  private @Nullable String token;

  private Visitor(URI address) {
    this.address = address;
  }

  static Visitor anonymous(Server server) {
    return new Visitor(server.address());
  }

  static Visitor signedIn(Server server, String username) {
    Visitor visitor = anonymous(server);
    HttpResponse<String> answer =
        visitor.post("/login", "/login", Map.of("username", username, "password", "campus"));
    if (!answer.headers().firstValue("Location").orElse("").endsWith("/")) {
      throw new IllegalStateException(username + " could not sign in: " + answer);
    }
    return visitor;
  }

  HttpResponse<String> get(String path) {
    HttpResponse<String> answer = send(HttpRequest.newBuilder(address.resolve(path)).GET());
    Matcher found = TOKEN.matcher(answer.body());
    if (found.find()) {
      token = found.group(1);
    }
    return answer;
  }

  /** Sends a form that is on a page, with the token of that page. */
  HttpResponse<String> post(String page, String path, Map<String, String> fields) {
    token = null;
    get(page);
    if (token == null) {
      throw new IllegalStateException("no form on " + page);
    }
    return send(path, token(), fields);
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** The token of this session, which was on the page that was opened last. */
  String token() {
    return Objects.requireNonNull(token, "no page with a form was opened");
  }

  /** Sends a form with a token that is known. */
  HttpResponse<String> send(String path, String known, Map<String, String> fields) {
    return postWithout(path, form(fields) + "&_csrf=" + encoded(known));
  }

  HttpResponse<String> postWithout(String path, String form) {
    return send(
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(
          request.header("Accept", "text/html, */*").build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
