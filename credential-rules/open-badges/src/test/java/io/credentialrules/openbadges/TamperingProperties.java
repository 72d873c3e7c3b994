package io.credentialrules.openbadges;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.openbadges.Verification.Outcome;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** As {@link TamperingTest}, for what is too large to try everything. */
final class TamperingProperties {

  @Property(tries = 40)
  void a_change_of_any_member_of_a_signed_record_is_noticed(
      @ForAll("records") String name,
      @ForAll("numbers") int number,
      @ForAll Tampering.Change change) {
    JsonObject record = Tampering.json(name);
    JsonObject changed = Tampering.changed(record, number % Tampering.count(record), change);
    assertThat(Tampering.isNoticed(record, changed)).as("%s", changed).isTrue();
  }

  @Property
  void a_change_of_any_character_of_a_jwt_is_noticed(
      @ForAll("numbers") int number, @ForAll("characters") char other) {
    String token = Fixtures.text("ob20/simple.jwt").strip();
    int index = number % token.length();
    // The last character of each part has bits that base64url does not use.
    boolean last = index + 1 == token.length() || token.charAt(index + 1) == '.';
    if (token.charAt(index) == other || last) {
      return;
    }
    String changed = token.substring(0, index) + other + token.substring(index + 1);
    BadgeImport read = Fixtures.read("ob20/simple.jwt", changed.getBytes(StandardCharsets.UTF_8));
    assertThat(read.credentials())
        .noneMatch(credential -> credential.verification().outcome() == Outcome.VALID);
  }

  @Provide
  Arbitrary<String> records() {
    return Arbitraries.of("clr20/simple.json", "clr20/simple_v1.json");
  }

  @Provide
  Arbitrary<Integer> numbers() {
    return Arbitraries.integers().between(0, 100_000);
  }

  @Provide
  Arbitrary<Character> characters() {
    return Arbitraries.chars().alpha().numeric();
  }
}
