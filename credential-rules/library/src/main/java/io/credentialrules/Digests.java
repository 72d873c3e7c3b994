package io.credentialrules;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Digests of packs. Each text goes in with its length, so that no two lists of packs run alike. */
final class Digests {
  private Digests() {}

  static String of(List<PolicyPack> packs) {
    Hasher hasher = Hashing.sha256().newHasher();
    for (PolicyPack pack : packs) {
      put(hasher, pack.name());
      hasher.putInt(pack.files().size());
      pack.files()
          .forEach(
              (path, text) -> {
                put(hasher, path);
                put(hasher, text);
              });
    }
    return hasher.hash().toString();
  }

  private static void put(Hasher hasher, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    hasher.putInt(bytes.length).putBytes(bytes);
  }
}
