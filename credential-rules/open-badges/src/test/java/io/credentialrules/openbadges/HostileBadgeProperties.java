package io.credentialrules.openbadges;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is read is read or refused with a place; nothing else is thrown. */
final class HostileBadgeProperties {
  private static final List<String> JSON =
      Fixtures.badges().stream()
          .filter(name -> name.endsWith(".json") && !name.contains("redirected"))
          .toList();

  @Property
  void a_badge_with_any_value_in_place_of_any_other_is_read_or_refused(
      @ForAll("badges") String name,
      @ForAll("numbers") int number,
      @ForAll("values") String value) {
    JsonValue badge = json(Fixtures.text(name));
    int[] left = {number % count(badge)};
    JsonValue changed = replaced(badge, left, json(value));
    assertReadOrRefused(name, changed.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Property
  void a_file_with_any_byte_changed_or_cut_off_is_read_or_refused(
      @ForAll("files") String name,
      @ForAll("numbers") int number,
      @ForAll byte other,
      @ForAll boolean cut) {
    byte[] bytes = Fixtures.bytes(name);
    int index = number % bytes.length;
    if (cut) {
      bytes = Arrays.copyOf(bytes, index);
    } else {
      bytes[index] = other;
    }
    assertReadOrRefused(name, bytes);
  }

  @Property
  void any_bytes_are_read_or_refused(@ForAll byte[] bytes) {
    assertReadOrRefused("x", bytes);
  }

  private static void assertReadOrRefused(String name, byte[] badge) {
    BadgeImport read = Fixtures.read(name, badge);
    if (read.credentials().isEmpty()) {
      assertThat(read.problems()).isNotEmpty();
    }
    assertThat(read.problems())
        .allSatisfy(
            problem -> {
              assertThat(problem.message()).isNotBlank().doesNotContain("java.", "Exception");
              assertThat(problem.line()).isPositive();
              assertThat(problem.column()).isPositive();
            });
  }

  private static JsonValue json(String text) {
    JsonObject wrapped =
        JsonReading.read("x", "{\"v\": " + text + "}", BadgeLimits.DEFAULT).root().object();
    return Objects.requireNonNull(wrapped.get("v"));
  }

  private static int count(JsonValue value) {
    if (value instanceof JsonObject object) {
      return 1 + object.values().stream().mapToInt(HostileBadgeProperties::count).sum();
    }
    return value instanceof JsonArray array
        ? 1 + array.stream().mapToInt(HostileBadgeProperties::count).sum()
        : 1;
  }

  private static JsonValue replaced(JsonValue value, int[] left, JsonValue other) {
    if (left[0]-- == 0) {
      return other;
    }
    if (value instanceof JsonObject object) {
      JsonObjectBuilder members = JsonReading.PROVIDER.createObjectBuilder();
      object.forEach((name, member) -> members.add(name, replaced(member, left, other)));
      return members.build();
    }
    if (value instanceof JsonArray array) {
      JsonArrayBuilder elements = JsonReading.PROVIDER.createArrayBuilder();
      array.forEach(element -> elements.add(replaced(element, left, other)));
      return elements.build();
    }
    return value;
  }

  @Provide
  Arbitrary<String> badges() {
    return Arbitraries.of(JSON);
  }

  @Provide
  Arbitrary<String> files() {
    return Arbitraries.of(Fixtures.badges());
  }

  @Provide
  Arbitrary<Integer> numbers() {
    return Arbitraries.integers().between(0, 1_000_000);
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.of(
        "null",
        "true",
        "0",
        "-1.5",
        "\"\"",
        "\" \"",
        "\"x\"",
        "\"2024-13-45T00:00:00Z\"",
        "\"+999999999-12-31T23:59:59Z\"",
        "\"-999999999-01-01T00:00:00Z\"",
        "\"https://example.com/\\u0000\"",
        "\"eyJhIjoxfQ.e30.AA\"",
        "[]",
        "{}",
        "[null]",
        "[[]]",
        "[{}]",
        "[1, \"x\", null, {}]",
        "{\"id\": 1}",
        "{\"id\": \"urn:x:1\", \"type\": [1]}",
        "{\"type\": \"Profile\", \"id\": \"urn:x:1\", \"name\": {}}",
        "{\"@value\": \"x\"}",
        "{\"@id\": \"_:b0\"}");
  }
}
