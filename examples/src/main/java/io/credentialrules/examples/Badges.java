package io.credentialrules.examples;

import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.openbadges.AchievementMapping;
import io.credentialrules.openbadges.BadgeDrawing;
import io.credentialrules.openbadges.BadgeImport;
import io.credentialrules.openbadges.BadgePage;
import io.credentialrules.openbadges.BadgeReader;
import io.credentialrules.openbadges.BadgeSigner;
import io.credentialrules.openbadges.BadgeWriter;
import io.credentialrules.openbadges.BakedBadge;
import io.credentialrules.openbadges.Holder;
import io.credentialrules.openbadges.ImportedCredential;
import io.credentialrules.openbadges.IssuerKeys;
import io.credentialrules.openbadges.IssuerProfile;
import io.credentialrules.openbadges.LinkedInProfile;
import io.credentialrules.openbadges.Multikey;
import io.credentialrules.openbadges.Recipient;
import io.credentialrules.openbadges.Verification;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Badges of another issuer earn a stack, which goes out as a badge, is shown to an employer on a
 * page, and comes back as the same credential.
 */
public final class Badges {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final Instant NOW = Instant.parse("2026-11-25T15:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final String MARIA = "urn:uuid:0b0f6c1e-7d55-4f0e-9d3a-1f6f5a1c2d3e";
  private static final String EXTENSION = "https://badges.extension.example/issuer";
  private static final PublicKey KEY_OF_EXTENSION =
      Multikey.decode("z6MkphASDys6huVwa9GZws16Rafnyemx25X4EkHckg2tbyTi");

  private static final Pattern HEADING = Pattern.compile("<h[12][^>]*>([^<]*)</h[12]>");

  private Badges() {}

  /**
   * Prints what each badge is, what is earned by them, and how the stack goes out and comes back.
   *
   * @param arguments the folder of the badges; without one, {@code examples/badges}; then perhaps a
   *     folder for the page that an employer opens, with the key of the university beside it
   */
  public static void main(String[] arguments) throws IOException, GeneralSecurityException {
    Path folder = Path.of(arguments.length == 0 ? "examples/badges" : arguments[0]);
    CredentialRules rules =
        CredentialRules.compile(
            PolicyPack.fromClassPath(Badges.class.getClassLoader(), "ums-horticulture"));

    IssuerKeys keys =
        (issuer, method) ->
            issuer.equals(EXTENSION) ? Optional.of(KEY_OF_EXTENSION) : Optional.empty();
    BadgeReader reader =
        BadgeReader.builder(ZONE)
            .keys(keys)
            .mapping(
                AchievementMapping.read(
                    "mapping.json", Files.readString(folder.resolve("mapping.json"))))
            .build();
    List<Fact> facts = new ArrayList<>();
    for (String name :
        List.of("level-1.json", "level-2.jwt", "level-3-changed.json", "level-3.svg")) {
      byte[] badge = Files.readAllBytes(folder.resolve(name));
      BadgeImport read = reader.read(name, badge, Holder.of(MARIA), NOW);
      print(name, read);
      facts.addAll(read.facts());
    }

    Learner maria = new Learner("maria", null, "UM", Set.of(), Provenance.UNVETTED);
    Evaluation evaluation =
        rules.evaluate(LearnerRecord.of(maria, facts.toArray(new Fact[0])), TODAY, ZONE);
    System.out.println("earned: " + evaluation.earned());
    System.out.println(dates(evaluation));

    KeyPair university = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    IssuerProfile issuer =
        IssuerProfile.of("https://badges.university.example/issuer", "A University");
    BadgeWriter writer =
        BadgeWriter.builder(issuer, "https://badges.university.example/achievements/").build();
    BadgeSigner signer =
        BadgeSigner.dataIntegrity(
            (EdECPrivateKey) university.getPrivate(), issuer.id() + "#key-1", NOW);
    String badge =
        signer.sign(writer.credential(evaluation, "horticulture", Recipient.ofId(MARIA), null));
    String image =
        BakedBadge.svg(BadgeDrawing.of(evaluation.decision("horticulture").credential()), badge);

    BadgeReader own =
        BadgeReader.builder(ZONE)
            .keys((id, method) -> Optional.of(university.getPublic()))
            .mapping(writer.mapping(evaluation.earned()))
            .build();
    BadgeImport again =
        own.read("horticulture.svg", image.getBytes(StandardCharsets.UTF_8), Holder.of(MARIA), NOW);
    print("horticulture.svg", again);
    Evaluation later =
        rules.evaluate(LearnerRecord.of(maria, again.facts().toArray(new Fact[0])), TODAY, ZONE);
    System.out.println("earned: " + later.earned());
    System.out.println(dates(later));

    String page =
        BadgePage.of(badge)
            .withPicture(BadgeDrawing.of(evaluation.decision("horticulture").credential()))
            .withHolder("Maria")
            .verified(again.credentials().get(0).verification(), NOW)
            .html();
    HEADING.matcher(page).results().forEach(heading -> System.out.println("  " + heading.group(1)));
    if (arguments.length > 1) {
      Files.writeString(Path.of(arguments[1], "horticulture.html"), page);
      Files.writeString(
          Path.of(arguments[1], "key.txt"),
          Multikey.encode((EdECPublicKey) university.getPublic()));
    }

    System.out.println(
        LinkedInProfile.addLink(
            evaluation.decision("horticulture").credential().name(),
            issuer.name(),
            LocalDate.of(2025, 10, 1),
            null,
            null,
            null));
  }

  private static String dates(Evaluation evaluation) {
    return evaluation.decision("horticulture") instanceof Decision.Earned earned
        ? "horticulture since "
            + earned.since()
            + (earned.until() == null ? ", without end" : ", until " + earned.until())
        : "horticulture is not earned";
  }

  private static void print(String name, BadgeImport read) {
    for (ImportedCredential credential : read.all()) {
      System.out.println(
          name + ": " + credential.credential() + ", " + credential.verification().outcome());
      for (Verification.Check check : credential.verification().checks()) {
        if (check.outcome() != Verification.Outcome.VALID) {
          System.out.println("  " + check.kind() + ": " + check.reason());
        }
      }
    }
    read.problems().forEach(problem -> System.out.println("  " + problem));
  }
}
