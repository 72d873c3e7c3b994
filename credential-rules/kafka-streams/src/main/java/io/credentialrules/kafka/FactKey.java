package io.credentialrules.kafka;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What names a message: a learner, and which of the messages about that learner. A later message
 * with the same key takes the place of the earlier one, and one without a value withdraws it, so
 * that a topic of facts can be compacted. Immutable.
 */
public final class FactKey {
  private final String learner;
  private final @Nullable String fact;

  private FactKey(String learner, @Nullable String fact) {
    if (learner.isBlank() || (fact != null && fact.isBlank())) {
      throw new IllegalArgumentException("a key names a learner, and a fact where it has a `/`");
    }
    this.learner = learner;
    this.fact = fact;
  }

  /**
   * The key of the message about the learner.
   *
   * @param learner the learner's id
   * @throws IllegalArgumentException when it is blank
   */
  public static FactKey of(String learner) {
    return new FactKey(learner, null);
  }

  /**
   * The key of another message.
   *
   * @param learner the learner's id
   * @param fact what the message is called among those about the learner
   * @throws IllegalArgumentException when one of them is blank
   */
  public static FactKey of(String learner, String fact) {
    return new FactKey(learner, fact);
  }

  /**
   * What {@link #toString} wrote.
   *
   * @throws IllegalArgumentException when it did not
   */
  public static FactKey parse(String text) {
    int slash = text.indexOf('/');
    FactKey key =
        slash < 0
            ? of(decoded(text))
            : of(decoded(text.substring(0, slash)), decoded(text.substring(slash + 1)));
    if (!key.toString().equals(text)) {
      throw new IllegalArgumentException("the key `" + text + "` is written `" + key + "`");
    }
    return key;
  }

  /** The learner's id. */
  public String learner() {
    return learner;
  }

  /**
   * What the message is called among those about the learner; null for the message about the
   * learner.
   */
  public @Nullable String fact() {
    return fact;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FactKey key
        && learner.equals(key.learner)
        && Objects.equals(fact, key.fact);
  }

  @Override
  public int hashCode() {
    return Objects.hash(learner, fact);
  }

  /**
   * As the key of a message: the learner, and a slash and the fact where there is one, such as
   * {@code maria/w-17}; both encoded as in a form of HTML (UTF-8).
   */
  @Override
  public String toString() {
    return fact == null ? encoded(learner) : encoded(learner) + "/" + encoded(fact);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
