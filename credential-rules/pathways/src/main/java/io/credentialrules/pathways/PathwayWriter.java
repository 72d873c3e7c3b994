package io.credentialrules.pathways;

import io.credentialrules.CredentialRules;
import java.time.LocalDate;

/**
 * Writes the catalogue of policy packs as CTDL in JSON-LD, for whoever lists credentials: what a
 * rule asks for in credentials, requirements and numbers of them as component conditions, and what
 * it asks for in facts as a component of its own, with the conditions of the rule beside its name.
 * {@link PathwayReader} reads it again without loss. Immutable and thread-safe.
 */
public final class PathwayWriter {
  private final String address;

  private PathwayWriter(String address) {
    this.address = address;
  }

  /**
   * A writer.
   *
   * @param address below which each credential has its own, beginning with {@code http} and ending
   *     in {@code /}
   * @throws IllegalArgumentException when it is no such address
   */
  public static PathwayWriter of(String address) {
    if (!address.matches("https?://[^\\s\"<>]{1,500}/")) {
      throw new IllegalArgumentException(
          ForeignText.quoted(address) + " is not an http or https address that ends in `/`");
    }
    return new PathwayWriter(address);
  }

  /**
   * Writes what rules say on a date; those that are not in force on it are left out, and told.
   *
   * @param name what the pathway is called
   */
  public PathwayExport write(CredentialRules rules, LocalDate date, String name) {
    return new CtdlWriting(address, rules, date).write(name);
  }

  /** The address. */
  @Override
  public String toString() {
    return "writer of pathways below " + address;
  }
}
