package io.credentialrules;

import com.google.common.collect.ImmutableSortedMap;
import io.credentialrules.internal.pack.PackFolder;
import io.credentialrules.internal.pack.PackResource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A policy pack: the DRL files of one folder, as text, not yet read. Immutable. */
public final class PolicyPack {
  private final String name;
  private final SortedMap<String, String> files;

  private PolicyPack(String name, SortedMap<String, String> files) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a policy pack needs a name");
    }
    this.name = name;
    this.files = files;
  }

  /** The pack's name, normally that of its folder; messages start with it. */
  public String name() {
    return name;
  }

  /**
   * The text of each file by its path within the pack, with forward slashes, in the order of the
   * paths.
   */
  public SortedMap<String, String> files() {
    return files;
  }

  /** SHA-256 of its name, and of the paths and texts of its files, in lower-case hexadecimal. */
  public String digest() {
    return Digests.of(List.of(this), ImmutableSortedMap.of());
  }

  /** A pack of the given files. */
  public static PolicyPack of(String name, Map<String, String> files) {
    return new PolicyPack(name, ImmutableSortedMap.copyOf(files));
  }

  /**
   * The pack in a folder: all {@code *.drl} files in it and below it, in UTF-8, but for those in a
   * folder {@code scenarios}. Links that lead out of the folder are refused.
   *
   * @throws PolicyException when the folder holds no policy, or a file cannot be read
   */
  public static PolicyPack read(Path folder) {
    return read(folder, Limits.DEFAULT);
  }

  /** The pack in a folder, whose files are within limits. Throws as {@link #read(Path)}. */
  public static PolicyPack read(Path folder, Limits limits) {
    return of(PackFolder.name(folder), PackFolder.read(folder, limits));
  }

  /**
   * A pack on the class path: the files that {@code credential-rules/policies/<name>/files.txt}
   * lists, one path a line.
   *
   * @throws PolicyException when there is no such pack, or a file is missing
   */
  public static PolicyPack fromClassPath(ClassLoader loader, String name) {
    return of(name, PackResource.read(loader, name, Limits.DEFAULT));
  }

  /** Whether the other is a pack of the same name with the same files. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PolicyPack pack && name.equals(pack.name) && files.equals(pack.files);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, files);
  }

  /** Such as {@code ums-horticulture: 4 files}. */
  @Override
  public String toString() {
    return name + ": " + files.size() + " files";
  }
}
