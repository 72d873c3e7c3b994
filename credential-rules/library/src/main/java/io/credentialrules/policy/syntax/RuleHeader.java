package io.credentialrules.policy.syntax;

import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all rules have.
 *
 * @param pack the name of the pack
 * @param name the rule's name: the sentence that people read
 * @param nameSpan the place of the name
 * @param span the whole rule
 * @param source where the rule was published, from {@code @source}; null where none is given
 * @param window when it is in force, from {@code date-effective} and {@code date-expires}
 * @param scale the order of rubric levels, from {@code @scale}; null where none is given
 * @param called what its requirement or credential is called, from {@code @name}; null where none
 *     is given
 * @param silences warnings that the author has considered, from {@code @silence}
 */
public record RuleHeader(
    String pack,
    String name,
    SourceSpan nameSpan,
    SourceSpan span,
    @Nullable String source,
    Window window,
    @Nullable Scale scale,
    @Nullable StatedName called,
    List<Silence> silences) {
  /** Copies the silences. */
  public RuleHeader {
    silences = List.copyOf(silences);
  }

  /** The same, in force at another time. */
  public RuleHeader within(Window other) {
    return new RuleHeader(pack, name, nameSpan, span, source, other, scale, called, silences);
  }
}
