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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser, without the browser. */
final class Visitor {
  private static final Pattern TOKEN =
      Pattern.compile("name=\"_csrf\"(?: type=\"hidden\")? value=\"([^\"]+)\"");

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final URI address;

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
    return send(HttpRequest.newBuilder(address.resolve(path)).GET());
  }

  /** Sends a form that is on a page, with the token of that page. */
  HttpResponse<String> post(String page, String path, Map<String, String> fields) {
    Matcher token = TOKEN.matcher(get(page).body());
    if (!token.find()) {
      throw new IllegalStateException("no form on " + page);
    }
    String form =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return postWithout(path, form + "&_csrf=" + encoded(token.group(1)));
  }

  HttpResponse<String> postWithout(String path, String form) {
    return send(
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
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
