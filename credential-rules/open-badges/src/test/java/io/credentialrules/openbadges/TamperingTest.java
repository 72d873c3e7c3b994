package io.credentialrules.openbadges;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever changes one member of a signed badge is noticed, whichever it is and however; or the
 * badge still says the same, as when one of two equal statements is left out.
 */
@Tag("once")
final class TamperingTest {

  static Stream<String> signed() {
    return Fixtures.badges().stream()
        .filter(name -> name.endsWith(".json") && name.startsWith("ob30/"))
        .filter(
            name ->
                !Fixtures.read(name).credentials().isEmpty()
                    && Tampering.isGenuine(Fixtures.bytes(name)));
  }

  @ParameterizedTest
  @MethodSource("signed")
  void a_change_of_any_member_of_a_signed_badge_is_noticed(String name) {
    JsonObject badge = Tampering.json(name);
    int members = Tampering.count(badge);
    assertThat(members).isGreaterThan(15);
    for (int member = 0; member < members; member++) {
      for (Tampering.Change change : Tampering.Change.values()) {
        JsonObject changed = Tampering.changed(badge, member, change);
        assertThat(Tampering.isNoticed(badge, changed))
            .as("%s of member %s: %s", change, member, changed)
            .isTrue();
      }
    }
  }
}
