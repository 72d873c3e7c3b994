package io.credentialrules;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;

/**
 * Digests of packs and of the values that a host gives. Each text goes in with its length, so that
 * no two lists of packs run alike.
 */
final class Digests {
  private Digests() {}

  static String of(List<PolicyPack> packs, SortedMap<String, String> values) {
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
    if (!values.isEmpty()) {
      // No length is negative, so that no pack reads like a value.
      hasher.putInt(-1);
    }
    values.forEach(
        (name, value) -> {
          put(hasher, name);
          put(hasher, value);
        });
    return hasher.hash().toString();
  }

  /**
   * The digest of each pack, by name.
   *
   * @param all that of all packs with the values; of one pack without values it is that of the pack
   */
  static ImmutableMap<String, String> ofEach(
      List<PolicyPack> packs, SortedMap<String, String> values, String all) {
    boolean isAlone = packs.size() == 1 && values.isEmpty();
    return packs.stream()
        .collect(toImmutableMap(PolicyPack::name, pack -> isAlone ? all : pack.digest()));
  }

  private static void put(Hasher hasher, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    hasher.putInt(bytes.length).putBytes(bytes);
  }
}
