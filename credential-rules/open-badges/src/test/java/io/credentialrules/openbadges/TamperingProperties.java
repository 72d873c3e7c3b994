package io.credentialrules.openbadges;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.openbadges.Verification.Outcome;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A sample of what {@link TamperingTest} tries in a long build. */
final class TamperingProperties {
  private static final List<SignedFixture> FILES = SignedFixture.all();

  @Property(tries = 60)
  void a_change_of_any_member_of_a_signed_file_is_noticed(
      @ForAll("files") SignedFixture file,
      @ForAll("numbers") int number,
      @ForAll Tampering.Change change) {
    int part = number % file.parts().size();
    JsonObject whole = file.parts().get(part);
    JsonObject changed = Tampering.changed(whole, number % Tampering.count(whole), change);
    assertThat(file.isNoticed(file.with(part, changed))).as("%s", changed).isTrue();
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
  Arbitrary<SignedFixture> files() {
    return Arbitraries.of(FILES);
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
