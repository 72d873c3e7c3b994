package io.credentialrules.cli;

import static io.credentialrules.cli.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credentialrules.openbadges.Multikey;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Badges of another issuer come in, what they earn goes out and comes back, by commands alone. */
class BadgeCommandsTest {
  private static final String MARIA = "urn:uuid:0b0f6c1e-7d55-4f0e-9d3a-1f6f5a1c2d3e";
  private static final String EXTENSION = "https://badges.extension.example/issuer";
  private static final String UNIVERSITY = "https://badges.university.example/issuer";
  private static final Path BADGES = Path.of("../../examples/badges");
  private static final String PACK = "../../rules/ums-horticulture";
  private static final KeyPair ED25519 = key("Ed25519", false);
  private static final KeyPair RSA = key("RSA", false);

  @TempDir private Path folder = Path.of("");

  private static KeyPair key(String algorithm, boolean isLargeCurve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (isLargeCurve) {
        generator.initialize(new ECGenParameterSpec("secp384r1"));
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String pem(PrivateKey key) {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }

  private static String trust(String keys) {
    return "{\"reviewedBy\": \"Registrar\", \"reviewedOn\": \"2026-11-26\", \"keys\": ["
        + keys
        + "]}";
  }

  private static String base64(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int zeros = bytes[0] == 0 ? 1 : 0;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOfRange(bytes, zeros, bytes.length));
  }

  @BeforeEach
  void writeFiles() throws IOException {
    write(
        "trust.json",
        trust(
            "{\"issuer\": \""
                + EXTENSION
                + "\", \"publicKeyMultibase\": \"z6MkphASDys6huVwa9GZws16Rafnyemx25X4EkHckg2tbyTi\"}"));
    RSAPublicKey rsa = (RSAPublicKey) RSA.getPublic();
    write(
        "own-trust.json",
        trust(
            "{\"issuer\": \""
                + UNIVERSITY
                + "\", \"method\": \""
                + UNIVERSITY
                + "#1\", \"publicKeyMultibase\": \""
                + Multikey.encode((EdECPublicKey) ED25519.getPublic())
                + "\"}, {\"issuer\": \""
                + UNIVERSITY
                + "\", \"method\": \""
                + UNIVERSITY
                + "#2\", \"publicKeyJwk\": {\"kty\": \"RSA\", \"n\": \""
                + base64(rsa.getModulus())
                + "\", \"e\": \"AQAB\"}}"));
    write(
        "own-mapping.json",
        "{\"reviewedBy\": \"Registrar\", \"reviewedOn\": \"2026-11-26\", \"achievements\": ["
            + "{\"issuer\": \""
            + UNIVERSITY
            + "\", \"id\": \"https://badges.university.example/achievements/horticulture\","
            + " \"credential\": \"horticulture\"}]}");
    for (int method = 1; method <= 2; method++) {
      write(
          "issuer-" + method + ".json",
          "{\"id\": \""
              + UNIVERSITY
              + "\", \"name\": \"A University\", \"achievements\":"
              + " \"https://badges.university.example/achievements/\", \"method\": \""
              + UNIVERSITY
              + "#"
              + method
              + "\"}");
    }
    write("1.pem", pem(ED25519.getPrivate()));
    write("2.pem", pem(RSA.getPrivate()));
  }

  private List<String> command(String name, String... further) {
    List<String> arguments =
        new ArrayList<>(List.of(name, "--pack", PACK, "--as-of", "2026-11-25"));
    Collections.addAll(arguments, further);
    return arguments;
  }

  private CommandRun importing(
      String trust, String mapping, List<String> badges, String... further) {
    List<String> arguments =
        command(
            "import",
            "--trust",
            folder.resolve(trust).toString(),
            "--mapping",
            mapping,
            "--holder",
            MARIA,
            "--learner-id",
            "maria");
    Collections.addAll(arguments, further);
    arguments.addAll(badges);
    return run(arguments);
  }

  private String maria() throws IOException {
    CommandRun read =
        importing(
            "trust.json",
            BADGES.resolve("mapping.json").toString(),
            List.of(badge("level-1.json"), badge("level-2.jwt"), badge("level-3.svg")));
    assertThat(read.code()).as(read.err()).isZero();
    return write("maria.json", read.out()).toString();
  }

  private static String badge(String name) {
    return BADGES.resolve(name).toString();
  }

  private CommandRun issuing(String command, String learner, int method, String... further) {
    List<String> arguments =
        command(
            command,
            "--learner",
            learner,
            "--credential",
            "horticulture",
            "--issuer",
            folder.resolve("issuer-" + method + ".json").toString(),
            "--key",
            folder.resolve(method + ".pem").toString(),
            "--recipient",
            MARIA);
    Collections.addAll(arguments, further);
    return run(arguments);
  }

  private List<String> earned(String learner) throws IOException {
    CommandRun decided = run(command("decide", "--learner", learner, "--json"));
    assertThat(decided.code()).as(decided.err()).isZero();
    List<String> earned = new ArrayList<>();
    for (JsonNode decision : new ObjectMapper().readTree(decided.out()).get("decisions")) {
      if (decision.get("decision").textValue().equals("EARNED")) {
        earned.add(decision.get("credential").get("id").textValue());
      }
    }
    return earned;
  }

  private void comesBack(Path badge) throws IOException {
    CommandRun again =
        importing(
            "own-trust.json",
            folder.resolve("own-mapping.json").toString(),
            List.of(badge.toString()));
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(earned(write("again.json", again.out()).toString())).contains("horticulture");
  }

  @Test
  void a_badge_that_is_aligned_to_the_same_as_a_credential_is_suggested_until_it_is_mapped()
      throws IOException {
    Path pack = Files.createDirectory(folder.resolve("aligned"));
    Files.writeString(
        pack.resolve("aligned.drl"),
        """
        package aligned
        import io.credentialrules.vocabulary.*
        rule "Teamwork" @credential( "teamwork" ) @alignment( "Teamwork", "https://skills.example/team", "Skills", "T" )
        when HeldCredential( credential == "horticulture" ) then end
        """);
    List<String> arguments = new ArrayList<>(List.of("badge", "--pack", pack.toString()));
    arguments.addAll(
        List.of("--as-of", "2026-11-25", "--zone", "America/New_York", "--credential", "teamwork"));
    arguments.addAll(
        List.of(
            "--learner",
            write(
                    "held.json",
                    "{\"learner\": {\"id\": \"maria\"}, \"facts\":"
                        + " {\"HeldCredential\": [{\"credential\": \"horticulture\", \"awardedOn\": \"2026-01-01\"}]}}")
                .toString()));
    arguments.addAll(
        List.of(
            "--issuer",
            folder.resolve("issuer-1.json").toString(),
            "--key",
            folder.resolve("1.pem").toString(),
            "--recipient",
            MARIA));
    CommandRun issued = run(arguments);
    assertThat(issued.code()).as(issued.err()).isZero();
    String badge = write("teamwork.json", issued.out()).toString();
    String achievement = "https://badges.university.example/achievements/teamwork";
    CommandRun suggested = readAligned(pack, badge, "own-mapping.json");
    assertThat(suggested.out())
        .contains(
            "  perhaps `teamwork`, because both are aligned to https://skills.example/team; if so,"
                + " add it to the mapping of `"
                + achievement
                + "` by "
                + UNIVERSITY);
    JsonNode said =
        new ObjectMapper()
            .readTree(readAligned(pack, badge, "own-mapping.json", "--json").out())
            .at("/badges/0/suggestions/0");
    assertThat(said.get("credential").textValue()).isEqualTo("teamwork");
    assertThat(said.get("id").textValue()).isEqualTo(achievement);
    String own = Files.readString(folder.resolve("own-mapping.json"));
    write("mapped.json", own.replace("horticulture", "teamwork"));
    assertThat(readAligned(pack, badge, "mapped.json").out())
        .contains("here `teamwork`")
        .doesNotContain("perhaps");
  }

  private CommandRun readAligned(Path pack, String badge, String mapping, String... further) {
    List<String> arguments = new ArrayList<>(List.of("import", "--pack", pack.toString()));
    arguments.addAll(
        List.of("--as-of", "2026-11-25", "--zone", "America/New_York", "--learner-id", "maria"));
    arguments.addAll(List.of("--trust", folder.resolve("own-trust.json").toString()));
    arguments.addAll(List.of("--mapping", folder.resolve(mapping).toString(), "--holder", MARIA));
    arguments.addAll(List.of("--out", folder.resolve("read.json").toString()));
    Collections.addAll(arguments, further);
    arguments.add(badge);
    CommandRun read = run(arguments);
    assertThat(read.code()).as(read.err()).isZero();
    return read;
  }

  @ParameterizedTest
  @CsvSource({"json,1", "jwt,2", "svg,1", "png,1"})
  void a_stack_that_badges_of_others_earned_goes_out_and_comes_back(String format, int method)
      throws IOException {
    String learner = maria();
    assertThat(earned(learner)).contains("horticulture");
    Path badge = folder.resolve("badge." + format);
    Path image = folder.resolve("image.png");
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", image.toFile());
    List<String> further = new ArrayList<>(List.of("--format", format, "--out", badge.toString()));
    if (format.equals("png")) {
      further.addAll(List.of("--image", image.toString(), "--proof", "jwt"));
    }
    CommandRun issued = issuing("badge", learner, method, further.toArray(String[]::new));
    assertThat(issued.code()).as(issued.err()).isZero();
    comesBack(badge);
  }

  @Test
  void a_stack_goes_out_with_its_components_and_comes_back() throws IOException {
    CommandRun issued = issuing("export", maria(), 1);
    assertThat(issued.code()).as(issued.err()).isZero();
    assertThat(
            new ObjectMapper().readTree(issued.out()).at("/credentialSubject/verifiableCredential"))
        .hasSize(1);
    comesBack(write("record.json", issued.out()));
  }

  @Test
  void what_was_changed_or_is_of_nobody_trusted_does_not_count_and_is_told() throws IOException {
    String mapping = BADGES.resolve("mapping.json").toString();
    Path out = folder.resolve("record.json");
    CommandRun changed =
        importing(
            "trust.json", mapping, List.of(badge("level-3-changed.json")), "--out", out.toString());
    assertThat(changed.code()).isEqualTo(ExitCode.NOT_VERIFIED.number());
    assertThat(changed.out()).contains("invalid, so it does not count").contains("proof, invalid");
    assertThat(earned(out.toString())).isEmpty();

    CommandRun unknown =
        importing(
            "own-trust.json",
            mapping,
            List.of(badge("level-1.json")),
            "--json",
            "--out",
            out.toString());
    assertThat(unknown.code()).isEqualTo(ExitCode.NOT_VERIFIED.number());
    JsonNode read = new ObjectMapper().readTree(unknown.out()).at("/badges/0");
    assertThat(read.get("outcome").textValue()).isEqualTo("NOT_CHECKED");
    assertThat(read.at("/credentials/0/credential").textValue()).isEqualTo("horticulture-level-1");
    assertThat(read.at("/credentials/0/checks")).hasSize(6);
    assertThat(earned(out.toString())).isEmpty();

    CommandRun trusted = importing("trust.json", mapping, List.of(badge("level-1.json")));
    assertThat(trusted.code()).isZero();
    assertThat(earned(write("record.json", trusted.out()).toString())).isNotEmpty();
  }

  @Test
  void what_is_in_the_record_already_is_not_added_again() throws IOException {
    String learner = maria();
    List<String> arguments =
        command(
            "import",
            "--trust",
            folder.resolve("trust.json").toString(),
            "--mapping",
            BADGES.resolve("mapping.json").toString(),
            "--holder",
            MARIA,
            "--learner",
            learner,
            badge("level-1.json"));
    CommandRun again = run(arguments);
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.out()).isEqualTo(Files.readString(Path.of(learner)));
  }

  @Test
  void a_saved_document_is_in_the_folder_of_the_file_that_names_it() throws IOException {
    write("secret.json", "{}");
    Files.createDirectories(folder.resolve("trusted/saved"));
    for (String name :
        List.of("../secret.json", "saved/../../secret.json", folder + "/secret.json")) {
      write(
          "trusted/trust.json",
          trust("")
              .replace(
                  "\"keys\"",
                  "\"documents\": {\"https://a.example/1\": \"" + name + "\"}, \"keys\""));
      CommandRun outcome =
          importing(
              "trusted/trust.json",
              BADGES.resolve("mapping.json").toString(),
              List.of(badge("level-1.json")));
      assertThat(outcome.code()).isEqualTo(ExitCode.BAD_BADGE.number());
      assertThat(outcome.err())
          .contains("is not in the folder of the file that says whom to trust");
    }
  }

  @Test
  void nothing_is_issued_that_is_not_earned() throws IOException {
    CommandRun less =
        importing(
            "trust.json",
            BADGES.resolve("mapping.json").toString(),
            List.of(badge("level-1.json")));
    CommandRun issued = issuing("badge", write("less.json", less.out()).toString(), 1);
    assertThat(issued.code()).isEqualTo(ExitCode.NOT_EARNED.number());
    assertThat(issued.out()).isEmpty();
    assertThat(issued.err()).contains("`horticulture` is not earned");
  }

  @Test
  void a_key_says_what_is_wrong_with_it_and_nothing_of_itself() throws IOException {
    String learner = maria();
    String proofOfRsa = issuing("badge", learner, 2).err();
    assertThat(proofOfRsa).contains("needs an Ed25519 key");
    PrivateKey large = key("EC", true).getPrivate();
    for (String text :
        List.of(
            pem(large), "no key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")) {
      write("1.pem", text);
      CommandRun run = issuing("badge", learner, 1);
      assertThat(run.code()).isEqualTo(ExitCode.BAD_OPTION.number());
      assertThat(run.err()).contains("--key: `").doesNotContain("AAAA").hasLineCount(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"issuer-1.json", "trust.json", "own-mapping.json"})
  void a_file_that_is_not_as_described_is_told_with_what_to_write(String name) throws IOException {
    String learner = maria();
    Path file = folder.resolve(name);
    Files.writeString(file, Files.readString(file).replaceFirst("\\{", "{\"more\": 1, "));
    CommandRun run =
        name.startsWith("issuer")
            ? issuing("badge", learner, 1)
            : importing(
                "trust.json",
                folder.resolve("own-mapping.json").toString(),
                List.of(badge("level-1.json")));
    assertThat(run.code())
        .isEqualTo((name.startsWith("issuer") ? ExitCode.BAD_OPTION : ExitCode.BAD_BADGE).number());
    assertThat(run.err()).contains("`more`").contains("write ");
  }

  @Test
  void what_is_no_badge_or_no_file_is_refused() throws IOException {
    String mapping = folder.resolve("own-mapping.json").toString();
    CommandRun text =
        importing("trust.json", mapping, List.of(write("text.json", "hello").toString()));
    assertThat(text.code()).isEqualTo(ExitCode.BAD_BADGE.number());
    assertThat(text.err()).contains("it is not read");
    CommandRun none =
        importing("trust.json", mapping, List.of(folder.resolve("none.json").toString()));
    assertThat(none.code()).isEqualTo(ExitCode.BAD_BADGE.number());
    assertThat(none.err()).contains("check that the file is there");
    CommandRun aFolder = importing("trust.json", mapping, List.of(folder.toString()));
    assertThat(aFolder.err()).contains("it is not a file");
  }

  @ParameterizedTest
  @CsvSource({"json, 1", "jwt, 2"})
  void an_endorsement_that_was_issued_comes_in_as_one_of_the_policys_credential(
      String format, int method) throws IOException {
    String mapping =
        write(
                "endorsing.json",
                Files.readString(folder.resolve("own-mapping.json"))
                    .replaceFirst(
                        "}]}$", "}], \"endorsers\": {\"" + UNIVERSITY + "\": \"INSTITUTION\"}}"))
            .toString();
    Path endorsement = folder.resolve("endorsement");
    CommandRun issued = run(endorsing(format, method, endorsement, "2026-03-02"));
    assertThat(issued.code()).as(issued.err()).isZero();
    CommandRun read = importing("own-trust.json", mapping, List.of(endorsement.toString()));
    assertThat(read.code()).as(read.err()).isZero();
    JsonNode fact = new ObjectMapper().readTree(read.out()).at("/facts/Endorsement/0");
    assertThat(fact.get("credential").textValue()).isEqualTo("horticulture");
    assertThat(fact.get("type").textValue()).isEqualTo("INSTITUTION");
    assertThat(fact.get("endorser").textValue()).isEqualTo("A University");
    CommandRun ended = run(endorsing(format, method, endorsement, "2026-03-01"));
    assertThat(ended.code()).isEqualTo(ExitCode.BAD_OPTION.number());
    assertThat(ended.err()).contains("the endorsement ends on 2026-03-01, before it begins");
  }

  private List<String> endorsing(String format, int method, Path file, String until) {
    return List.of(
        "endorse",
        "--issuer",
        folder.resolve("issuer-" + method + ".json").toString(),
        "--key",
        folder.resolve(method + ".pem").toString(),
        "--endorsed",
        "https://badges.university.example/achievements/horticulture",
        "--comment",
        "Taught as the industry works",
        "--from",
        "2026-03-02",
        "--until",
        until.equals("2026-03-02") ? "2027-03-02" : until,
        "--zone",
        "America/New_York",
        "--format",
        format,
        "--out",
        file.toString());
  }
}
