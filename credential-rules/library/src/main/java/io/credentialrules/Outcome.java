package io.credentialrules;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one evaluation decided, without the reasons: small enough to keep in a row beside the
 * learner, and to compare with the next evaluation. It names no learner. Immutable; {@link
 * #toString} and {@link #parse} turn it into one line of ASCII and back.
 */
public final class Outcome {
  private static final String FORM = "1";

  private final ZonedDateTime asOf;
  private final String policyDigest;
  private final ImmutableSet<String> newlyEarned;
  private final ImmutableSet<String> held;

  private Outcome(
      ZonedDateTime asOf,
      String policyDigest,
      Collection<String> newlyEarned,
      Collection<String> held) {
    this.asOf = asOf;
    this.policyDigest = policyDigest;
    this.newlyEarned = ImmutableSet.copyOf(newlyEarned);
    this.held = ImmutableSet.copyOf(held);
  }

  static Outcome of(Evaluation evaluation) {
    Set<String> held = new LinkedHashSet<>(evaluation.earned());
    List<String> newlyEarned = evaluation.newlyEarned();
    newlyEarned.forEach(held::remove);
    return new Outcome(evaluation.asOf(), evaluation.policyDigest(), newlyEarned, held);
  }

  /**
   * What {@link #toString} wrote.
   *
   * @throws IllegalArgumentException when it did not
   */
  public static Outcome parse(String text) {
    List<String> parts = Splitter.on(' ').splitToList(text);
    if (parts.size() != 5 || !parts.get(0).equals(FORM)) {
      throw new IllegalArgumentException("not an outcome: `" + text + "`");
    }
    try {
      return new Outcome(
          ZonedDateTime.parse(parts.get(1)), parts.get(2), ids(parts.get(3)), ids(parts.get(4)));
    } catch (DateTimeException malformed) {
      throw new IllegalArgumentException("not an outcome: `" + text + "`", malformed);
    }
  }

  /** The instant for which it holds. */
  public ZonedDateTime asOf() {
    return asOf;
  }

  /** The digest of the policy. */
  public String policyDigest() {
    return policyDigest;
  }

  /**
   * The credentials that were earned by a route and not held yet, in the order of the catalogue.
   */
  public Set<String> newlyEarned() {
    return newlyEarned;
  }

  /** The credentials that the learner held, in the order of the catalogue. */
  public Set<String> held() {
    return held;
  }

  /** Whether a credential was earned by a route or held; false for an id that is not known. */
  public boolean isEarned(String credential) {
    return newlyEarned.contains(credential) || held.contains(credential);
  }

  /** The credentials that are earned here, and were not in an outcome before. */
  public List<String> gainedSince(Outcome before) {
    return missing(before);
  }

  /** The credentials that were earned in an outcome before, and are not here. */
  public List<String> lostSince(Outcome before) {
    return before.missing(this);
  }

  /** What is earned here and not there. */
  private List<String> missing(Outcome there) {
    return Stream.concat(newlyEarned.stream(), held.stream())
        .filter(id -> !there.isEarned(id))
        .toList();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Outcome outcome && toString().equals(outcome.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /**
   * One line of ASCII, parted by spaces: the form, which is {@code 1}, the instant, the digest, the
   * ids of what is newly earned and of what is held, joined by commas and in brackets.
   */
  @Override
  public String toString() {
    return String.join(" ", FORM, asOf.toString(), policyDigest, text(newlyEarned), text(held));
  }

  private static String text(Set<String> ids) {
    return "[" + String.join(",", ids) + "]";
  }

  private static List<String> ids(String text) {
    if (text.length() < 2 || !text.startsWith("[") || !text.endsWith("]")) {
      throw new IllegalArgumentException("not a list of ids: `" + text + "`");
    }
    return Splitter.on(',').omitEmptyStrings().splitToList(text.substring(1, text.length() - 1));
  }
}
