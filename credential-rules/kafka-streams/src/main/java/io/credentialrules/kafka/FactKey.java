package io.credentialrules.kafka;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What names a message: a learner, and which of the messages about that learner. A later message
 * with the same key takes the place of the earlier one, and one without a value withdraws it, so
 * that a topic of facts can be compacted. Immutable.
 *
 * @param learner the learner's id
 * @param fact what the message is called among those about the learner; null for the message about
 *     the learner
 */
public record FactKey(String learner, @Nullable String fact) {

  /** Refuses what is blank. */
  public FactKey {
    if (learner.isBlank() || (fact != null && fact.isBlank())) {
      throw new IllegalArgumentException("a key names a learner, and a fact where it has a `/`");
    }
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
            ? new FactKey(decoded(text), null)
            : new FactKey(decoded(text.substring(0, slash)), decoded(text.substring(slash + 1)));
    if (!key.toString().equals(text)) {
      throw new IllegalArgumentException("the key `" + text + "` is written `" + key + "`");
    }
    return key;
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
