package io.credentialrules.openbadges;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The test files of the 1EdTech validator, and a host that has fetched what they refer to. */
final class Fixtures {
  static final Instant TODAY = Instant.parse("2026-11-25T12:00:00Z");
  static final Holder HOLDER =
      Holder.of(
          "did:example:ebfeb1f712ebc6f1c276e12ec21",
          "did:1edtech:1",
          "did:web:dc.1edtech.org:wellspring2022:wellspring-portal:learner:6896f98f-6b42-4c75-98ec-8befd0dc0b29",
          "did:web:dc.1edtech.org:wellspring2022:wellspring-portal:learner:e42a88f4-7e1d-429b-bcea-0f3b31ee4e5d",
          "urn:uuid:360a0e1e-c3f4-4fc4-9975-379889927d54",
          "urn:uuid:6f2e33e5-7a29-4155-840a-59483ba10164",
          "Nobody@example.org");

  private static final String LISTS =
      "https://raw.githubusercontent.com/1EdTech/digital-credentials-public-validator/refs/heads/main"
          + "/inspector-vc/src/test/resources/ob30/bit-string-list/testlist";
  private static final String REVOCATIONS =
      "https://dc.1edtech.org/wellspring2022/wellspring-portal/api/revocations/"
          + "da1e96e9-afcc-4eed-b9a2-2ddf7353214c";

  private Fixtures() {}

  static Path folder() {
    try {
      return Path.of(
              Objects.requireNonNull(Fixtures.class.getResource("fixtures/README.md")).toURI())
          .resolveSibling("");
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(folder().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  /** Every badge among the files, by its name; the assets are what badges refer to. */
  static List<String> badges() {
    try (Stream<Path> files = Files.walk(folder())) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder().relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.contains("/") && !name.contains("assets/"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BadgeImport read(String name) {
    return read(name, bytes(name));
  }

  static BadgeImport read(String name, byte[] badge) {
    return reader(name).build().read(name, badge, HOLDER, TODAY);
  }

  static BadgeReader.Builder reader(String name) {
    return BadgeReader.builder(ZoneOffset.UTC)
        .keys(Fixtures::key)
        .documents(address -> document(name, address))
        .trusting(
            "https://example.org/organization.json",
            "https://example.org/organization-no-public-key.json",
            "http://example.org/issuer-with-allowed-origins");
  }

  /** A host that trusts the issuers of the files by the keys that their own addresses name. */
  static Optional<PublicKey> key(String issuer, String method) {
    if (method.equals("http://example.org/key1.json")) {
      return Optional.of(pem("ob20/assets/key1.json"));
    }
    if (method.endsWith("key2.json")) {
      return Optional.of(pem("ob20/assets/key2.json"));
    }
    if (method.endsWith("key3.json")) {
      return Optional.of(pem("ob20/assets/key3.json"));
    }
    String prefix = "did:key:";
    int hash = method.indexOf('#');
    String text =
        method.startsWith(prefix)
            ? method.substring(prefix.length())
            : hash > 0 && method.substring(0, hash).equals(issuer)
                ? method.substring(hash + 1)
                : "";
    try {
      return Optional.of(Multikey.decode(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static PublicKey pem(String name) {
    String json = text(name);
    String pem =
        json.replaceAll("(?s).*BEGIN PUBLIC KEY-----(.*)-----END.*", "$1").replace("\\n", "");
    try {
      return KeyFactory.getInstance("RSA")
          .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is at an address: an asset by its name, the badge at its own address, a status list. */
  static Optional<byte[]> document(String badge, String address) {
    if (address.equals(LISTS)) {
      return Optional.of(bytes("ob30/bit-string-list/testlist"));
    }
    if (address.equals(REVOCATIONS)) {
      return Optional.of(
          """
          {"id": "%s", "issuer": "did:web:dc.1edtech.org:wellspring2022:wellspring-portal:org:da1e96e9-afcc-4eed-b9a2-2ddf7353214c",
           "revokedCredential": [{"id": "https://dc.1edtech.org/wellspring2022/wellspring-portal/credential/54418d3f-ec01-4652-800a-861c890a51a1", "revoked": true}]}
          """
              .formatted(REVOCATIONS)
              .getBytes(StandardCharsets.UTF_8));
    }
    if (!badge.startsWith("ob20/")) {
      return Optional.empty();
    }
    byte[] own =
        badge.endsWith(".png")
            ? PngBadge.extract(badge, bytes(badge), BadgeLimits.DEFAULT)
                .getBytes(StandardCharsets.UTF_8)
            : bytes(badge);
    if (!badge.endsWith(".jwt")
        && new String(own, StandardCharsets.UTF_8)
            .replace(" ", "")
            .contains("\"id\":\"" + address + "\"")) {
      return Optional.of(own);
    }
    String last = address.substring(address.lastIndexOf('/') + 1);
    if (last.equals("issuer-with-allowed-origins")) {
      last += badge.replaceAll(".*allowed-origins(.*)\\.json", "$1");
    }
    Path asset = folder().resolve("ob20/assets").resolve(last);
    for (Path file : List.of(asset, asset.resolveSibling(last + ".json"))) {
      if (Files.exists(file)) {
        return Optional.of(bytes("ob20/assets/" + file.getFileName()));
      }
    }
    return Optional.empty();
  }
}
