package io.credentialrules.openbadges;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.openbadges.Verification.Kind;
import io.credentialrules.openbadges.Verification.Outcome;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever changes one member of a signed file is noticed, whichever it is and however; or the badge
 * still says the same, as when one of two equal statements is left out.
 */
@Tag("once")
final class TamperingTest {
  private static final String LIST = "ob30/bit-string-list/testlist";
  private static final String LISTED = "ob30/bit-string-list/credential-status-revoked.json";

  static List<SignedFixture> signed() {
    return SignedFixture.all();
  }

  /** Those whose issuer shows no key anywhere are not here: nobody can verify them. */
  @Test
  void these_files_are_signed() {
    assertThat(signed())
        .extracting(SignedFixture::name)
        .containsExactly(
            "clr20/simple.json",
            "clr20/simple.jwt",
            "clr20/simple_v1.json",
            "ob20/simple-not-revoked.jwt",
            "ob20/simple-revoked.jwt",
            "ob20/simple.jwt",
            "ob30/bit-string-list/credential-status-revoked.json",
            "ob30/credential-status-revoked.json",
            "ob30/endorsement-valid.json",
            "ob30/simple-context-alias.json",
            "ob30/simple-context-version.json",
            "ob30/simple-did-key-method.json",
            "ob30/simple-did-web-method.json",
            "ob30/simple-eddsa-2022.json",
            "ob30/simple-err-expired.json",
            "ob30/simple-err-issued.json",
            "ob30/simple-json.png",
            "ob30/simple-json.svg",
            "ob30/simple-jwt.png",
            "ob30/simple-jwt.svg",
            "ob30/simple-jwt_v1.svg",
            "ob30/simple-multiple-proofs.json",
            "ob30/simple.json",
            "ob30/simple_v1.json");
  }

  /** So that a change is noticed for what it says, and not because the file was written anew. */
  @ParameterizedTest
  @MethodSource("signed")
  void a_file_that_is_put_together_again_is_as_good_as_before(SignedFixture fixture) {
    assertThat(fixture.isAsGood(Fixtures.bytes(fixture.name()))).isTrue();
    if (!fixture.isJwt()) {
      assertThat(fixture.isAsGood(fixture.with(0, fixture.parts().get(0)))).isTrue();
    }
  }

  /** The badge of the list is revoked, and no change of the signed list makes it valid. */
  @Test
  void a_change_of_any_member_of_a_signed_status_list_revokes_the_badge_or_is_noticed() {
    JsonObject list = Tampering.json(LIST);
    assertThat(status(list)).isEqualTo(Outcome.INVALID);
    for (int member = 0; member < Tampering.count(list); member++) {
      for (Tampering.Change change : Tampering.Change.values()) {
        JsonObject changed = Tampering.changed(list, member, change);
        assertThat(status(changed)).as("%s", changed).isNotEqualTo(Outcome.VALID);
      }
    }
  }

  private static Outcome status(JsonObject list) {
    return Fixtures.reader(LISTED)
        .documents(address -> Optional.of(list.toString().getBytes(StandardCharsets.UTF_8)))
        .build()
        .read(LISTED, Fixtures.bytes(LISTED), Fixtures.HOLDER, Fixtures.TODAY)
        .credentials()
        .get(0)
        .verification()
        .check(Kind.STATUS)
        .outcome();
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("signed")
  void a_change_of_any_member_of_a_signed_file_is_noticed(SignedFixture fixture) {
    for (int part = 0; part < fixture.parts().size(); part++) {
      JsonObject whole = fixture.parts().get(part);
      for (int member = 0; member < Tampering.count(whole); member++) {
        for (Tampering.Change change : Tampering.Change.values()) {
          JsonObject changed = Tampering.changed(whole, member, change);
          assertThat(fixture.isNoticed(fixture.with(part, changed)))
              .as("%s of member %s: %s", change, member, changed)
              .isTrue();
        }
      }
    }
  }
}
