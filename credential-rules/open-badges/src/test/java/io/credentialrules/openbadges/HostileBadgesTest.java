package io.credentialrules.openbadges;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.openbadges.Verification.Check;
import io.credentialrules.openbadges.Verification.Kind;
import io.credentialrules.openbadges.Verification.Outcome;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Badges made to cost, to reach out or to confuse end in a limit or a refusal. */
@Timeout(300)
final class HostileBadgesTest {
  private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  @Test
  void json_nested_without_end_ends_at_the_limit() {
    assertRefused("[".repeat(1_000_000), "is nested deeper than 50");
    assertRefused("{\"a\":".repeat(100_000), "is nested deeper than 50");
  }

  @Test
  void json_of_endlessly_many_values_ends_at_the_limit() {
    assertRefused("[" + "1,".repeat(200_000) + "1]", "has more than 100000 values");
  }

  @Test
  void a_number_that_nobody_reads_exactly_is_refused_and_its_neighbour_is_not() {
    assertRefused(
        "[79.99999999999999999]", "is `79.99999999999999999`, which programs do not read exactly");
    assertRefused("[1e400000000]", "is `1e400000000`, which programs do not read exactly");
    assertRefused("[" + "9".repeat(41) + "]", "is a number of more than 40 characters");
    assertThat(JsonReading.read("x", "[79.99]", BadgeLimits.DEFAULT).root().isObject()).isFalse();
  }

  @Test
  void a_name_that_is_there_twice_is_refused() {
    assertRefused("{\"id\": \"a\", \"id\": \"b\"}", "is there twice");
  }

  @Test
  void half_a_character_and_bytes_that_are_no_text_are_refused() {
    assertRefused("{\"id\": \"\\ud800\"}", "has half of a character");
    assertThat(Fixtures.read("x", new byte[] {'{', (byte) 0xff, '}'}).problems().get(0).message())
        .isEqualTo("is not UTF-8");
  }

  /** What is imported is written as a record, and has to be read again. */
  @Test
  void a_year_of_more_than_four_digits_is_no_date_and_the_last_of_four_is_one() {
    for (String year : new String[] {"+10000", "+999999999", "-0001"}) {
      assertThat(problemsOfDate(year + "-12-31T23:59:59Z"))
          .singleElement()
          .asString()
          .contains("is not a date with time and offset");
    }
    assertThat(problemsOfDate("9999-12-31T23:59:59-12:00")).isEmpty();
    assertThat(problemsOfDate("0000-01-01T00:00:00+14:00")).isEmpty();
  }

  private static List<String> problemsOfDate(String date) {
    Document read = JsonReading.read("x", "{\"at\":\"" + date + "\"}", BadgeLimits.DEFAULT);
    read.root().instant("at");
    return read.problems().stream().map(Object::toString).toList();
  }

  @Test
  void nothing_and_something_after_the_end_are_no_json() {
    assertRefused("", "is not JSON");
    assertRefused("{} {}", "is not JSON");
  }

  @Test
  void a_context_elsewhere_is_not_fetched_and_the_proof_not_checked() {
    String badge =
        Fixtures.text("ob30/simple.json")
            .replace(
                "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\"",
                "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\", \"file:///etc/passwd\"");
    assertThat(proof(badge))
        .isEqualTo(
            StatedCheck.notChecked(Kind.PROOF, "the context `file:///etc/passwd` is not known"));
  }

  @Test
  void a_context_within_the_badge_is_not_trusted() {
    String badge =
        Fixtures.text("ob30/simple.json")
            .replace(
                "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\"",
                "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\", {\"level\": \"https://schema.org/name\"}");
    assertThat(proof(badge))
        .isEqualTo(
            StatedCheck.notChecked(Kind.PROOF, "a context within it could rename its members"));
  }

  @Test
  @Timeout(300)
  void thousands_of_objects_that_are_alike_end_at_the_limit_of_steps() {
    String alike = "{\"type\": [\"Evidence\"], \"narrative\": \"alike\"},";
    assertEndsAtSteps(alike.repeat(5_000), 1_000_000);
    assertEndsAtSteps(alike.repeat(30), 60);
    assertThat(proof(withEvidence(alike.repeat(500))).reason())
        .isEqualTo("its proof is not that of the issuer for what it says");
  }

  @Test
  @Timeout(300)
  void thousands_of_objects_that_are_one_end_at_the_limit_of_steps() {
    StringBuilder one = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      one.append("{\"id\": \"urn:one\", \"type\": [\"Evidence\"], \"narrative\": \"")
          .append(i)
          .append("\"},");
    }
    assertEndsAtSteps(one.toString(), 1_000_000);
  }

  private static void assertEndsAtSteps(String evidence, int steps) {
    Check check =
        Fixtures.reader("x")
            .limits(limits(100_000, steps, 16_000_000))
            .build()
            .read(
                "x",
                withEvidence(evidence).getBytes(StandardCharsets.UTF_8),
                Fixtures.HOLDER,
                Fixtures.TODAY)
            .credentials()
            .get(0)
            .verification()
            .check(Kind.PROOF);
    assertThat(check)
        .isEqualTo(
            StatedCheck.invalid(
                Kind.PROOF, "it takes more than " + steps + " steps to canonicalise"));
  }

  private static String withEvidence(String evidence) {
    return Fixtures.text("ob30/simple.json")
        .replace(
            "\"name\": \"Teamwork Badge\",",
            "\"name\": \"Teamwork Badge\", \"evidence\": ["
                + evidence.substring(0, evidence.length() - 1)
                + "],");
  }

  @Test
  void a_record_of_endlessly_many_credentials_ends_at_the_limit() {
    String badge =
        "{\"@context\": [\"https://www.w3.org/ns/credentials/v2\"], \"id\": \"urn:x:1\","
            + " \"type\": [\"VerifiableCredential\", \"ClrCredential\"], \"credentialSubject\":"
            + " {\"type\": \"ClrSubject\", \"verifiableCredential\": ["
            + "{},".repeat(600)
            + "{}]}}";
    BadgeImport read = Fixtures.read("x", badge.getBytes(StandardCharsets.UTF_8));
    assertThat(read.credentials()).isEmpty();
    assertThat(read.problems())
        .anySatisfy(
            problem ->
                assertThat(problem.message()).isEqualTo("is one of more than 500 credentials"));
  }

  @Test
  void a_status_list_that_unpacks_without_end_ends_at_the_limit() {
    String list = StatusBits.encode(new byte[4_000_000]);
    assertThat(list.length()).isLessThan(10_000);
    assertThat(StatusBits.decode(list, 4_000_000)).hasSize(4_000_000);
    assertThat(catchMessage(() -> StatusBits.decode(list, 3_999_999)))
        .isEqualTo("has more than 3999999 bytes");
  }

  @Test
  void a_status_list_of_somebody_else_is_not_believed() {
    String badge = Fixtures.text("ob30/bit-string-list/credential-status-revoked.json");
    String list = Fixtures.text("ob30/bit-string-list/testlist");
    String emptied =
        list.replaceAll(
            "\"encodedList\": \"[^\"]*\"",
            "\"encodedList\": \"" + StatusBits.encode(new byte[16_384]) + "\"");
    assertThat(status(badge, list).outcome()).isEqualTo(Outcome.INVALID);
    assertThat(status(badge, emptied).outcome()).isEqualTo(Outcome.NOT_CHECKED);
    assertThat(status(badge, "[").outcome()).isEqualTo(Outcome.NOT_CHECKED);
    assertThat(
            status(
                    badge.replace(
                        "\"statusPurpose\": \"revocation\"", "\"statusPurpose\": \"suspension\""),
                    list)
                .outcome())
        .isEqualTo(Outcome.NOT_CHECKED);
    assertThat(
            status(badge.replace("\"statusListIndex\": 23", "\"statusListIndex\": 99999999"), list)
                .reason())
        .isEqualTo("the status list has no entry 99999999");
    assertThat(
            status(badge.replace("\"statusListIndex\": 23", "\"statusListIndex\": 22"), list)
                .outcome())
        .isEqualTo(Outcome.VALID);
  }

  @Test
  void png_chunks_that_lie_are_refused() {
    byte[] good = PngBadge.bake(image(), "{}");
    assertThat(PngBadge.extract("x", good, BadgeLimits.DEFAULT)).isEqualTo("{}");
    assertRefused(withLength(Integer.MAX_VALUE), "has a chunk that is longer than the image");
    assertRefused(withLength(-1), "has a chunk that is longer than the image");
    assertRefused(Arrays.copyOf(good, good.length - 3), "ends within a chunk");
    byte[] changed = good.clone();
    changed[good.length - 13 - 4] ^= 1;
    assertRefused(changed, "has a chunk whose checksum is wrong");
    assertRefused(image(), "is an image that carries no credential");
    assertRefused(
        image(chunk("iTXt", "openbadges\0\1\0\0\0{}")),
        "carries a compressed credential, which the standard does not allow");
    assertRefused(image(chunk("iTXt", "openbadges\0")), "has a text chunk without a text");
    assertRefused(
        image(chunk("tEXt", "openbadges\0{}"), chunk("tEXt", "openbadges\0{}")),
        "carries more than one credential");
    assertRefused(
        image(chunk("tEXt", "openbadges\0http://169.254.169.254/latest")),
        "carries the address `http://169.254.169.254/latest`, for which the host has no document");
  }

  @Test
  void an_svg_reads_no_file_expands_no_entity_and_carries_one_credential() {
    String start =
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:o='https://purl.imsglobal.org/ob/v3p0'>";
    assertRefused(
        "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
            + start
            + "<o:credential>&x;</o:credential></svg>",
        "is not XML without entities");
    assertRefused(
        "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
            + start
            + "<o:credential>&b;</o:credential></svg>",
        "is not XML without entities");
    assertRefused(
        "<!DOCTYPE svg SYSTEM 'http://169.254.169.254/x.dtd'>" + start + "</svg>",
        "is an image that carries no credential");
    assertRefused(
        start + "<o:credential>{}</o:credential><o:credential>{}</o:credential></svg>",
        "carries more than one credential");
    assertRefused("<g>".repeat(100_000), "is nested deeper than 100");
    assertRefused(
        start.getBytes(StandardCharsets.UTF_8),
        limits(1_000_000, 1_000, 40),
        "has more than 40 bytes");
  }

  @Test
  void a_key_in_the_header_proves_nothing_until_the_host_names_it() {
    BadgeImport read = Fixtures.read("ob30/simple-jwt.svg");
    assertThat(read.credentials().get(0).verification().outcome()).isEqualTo(Outcome.NOT_CHECKED);
    assertThat(read.credentials().get(0).verification().check(Kind.PROOF).reason())
        .contains("the key in its header proves nothing");
  }

  private static Check proof(String badge) {
    return Fixtures.read("x", badge.getBytes(StandardCharsets.UTF_8))
        .credentials()
        .get(0)
        .verification()
        .check(Kind.PROOF);
  }

  private static Check status(String badge, String list) {
    return Fixtures.reader("x")
        .documents(address -> Optional.of(list.getBytes(StandardCharsets.UTF_8)))
        .build()
        .read("x", badge.getBytes(StandardCharsets.UTF_8), Fixtures.HOLDER, Fixtures.TODAY)
        .credentials()
        .get(0)
        .verification()
        .check(Kind.STATUS);
  }

  private static String catchMessage(Runnable action) {
    try {
      action.run();
      return "";
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static void assertRefused(String badge, String message) {
    assertRefused(badge.getBytes(StandardCharsets.UTF_8), message);
  }

  private static void assertRefused(byte[] badge, String message) {
    assertRefused(badge, BadgeLimits.DEFAULT, message);
  }

  private static void assertRefused(byte[] badge, BadgeLimits limits, String message) {
    BadgeImport read =
        Fixtures.reader("x")
            .limits(limits)
            .build()
            .read("x", badge, Fixtures.HOLDER, Fixtures.TODAY);
    assertThat(read.credentials()).isEmpty();
    assertThat(read.problems()).extracting(BadgeProblem::message).containsExactly(message);
  }

  private static BadgeLimits limits(int values, int steps, int imageBytes) {
    return BadgeLimits.DEFAULT
        .withMaxImageBytes(imageBytes)
        .withMaxValues(values)
        .withMaxCanonicalSteps(steps)
        .withMaxStatusBytes(1_000_000);
  }

  private static byte[] image(byte[]... chunks) {
    ByteBuffer png = ByteBuffer.allocate(10_000);
    png.put(PNG_SIGNATURE).put(chunk("IHDR", "\0\0\0\1\0\0\0\1\10\6\0\0\0"));
    for (byte[] chunk : chunks) {
      png.put(chunk);
    }
    png.put(chunk("IEND", ""));
    return Arrays.copyOf(png.array(), png.position());
  }

  private static byte[] chunk(String type, String data) {
    byte[] bytes = (type + data).getBytes(StandardCharsets.ISO_8859_1);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return ByteBuffer.allocate(bytes.length + 8)
        .putInt(bytes.length - 4)
        .put(bytes)
        .putInt((int) crc.getValue())
        .array();
  }

  private static byte[] withLength(int length) {
    byte[] png = image();
    ByteBuffer.wrap(png).putInt(PNG_SIGNATURE.length, length);
    return png;
  }
}
