package io.credentialrules.spring;

import io.credentialrules.PolicyPack;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** The packs that the properties name. */
final class ConfiguredPacks implements PackSource {
  private static final String CLASS_PATH = "classpath:";

  private final List<String> places;
  private final ClassLoader loader;

  ConfiguredPacks(List<String> places, ClassLoader loader) {
    this.places = List.copyOf(places);
    this.loader = loader;
  }

  @Override
  public Collection<PolicyPack> read() {
    if (places.isEmpty()) {
      throw ConfigurationException.noPacks();
    }
    return places.stream().map(this::pack).toList();
  }

  private PolicyPack pack(String place) {
    try {
      return place.startsWith(CLASS_PATH)
          ? PolicyPack.fromClassPath(loader, place.substring(CLASS_PATH.length()))
          : PolicyPack.read(Path.of(place));
    } catch (InvalidPathException wrong) {
      throw new IllegalArgumentException(
          "credential-rules.packs: `" + place + "` is not the name of a folder", wrong);
    }
  }
}
