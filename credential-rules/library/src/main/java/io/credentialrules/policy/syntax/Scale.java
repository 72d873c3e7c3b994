package io.credentialrules.policy.syntax;

import io.credentialrules.policy.SourceSpan;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The order of rubric levels or grades: {@code @scale( "NOT_YET < PROFICIENT" )}, or {@code @scale(
 * Grades )} with a {@link NamedValue}. The declared order decides, never points or position (Open
 * Badges 3.0: rubric criterion levels, ordered low to high).
 *
 * @param levels from low to high, at least two, each once; empty as long as they are those of a
 *     value that is not yet in the place of its name
 * @param span its text or name
 * @param named the value that has the levels; null where the rule writes them
 */
public record Scale(List<String> levels, SourceSpan span, @Nullable String named) {
  /** Copies the levels. */
  public Scale {
    levels = List.copyOf(levels);
  }

  /** One that a rule writes. */
  public Scale(List<String> levels, SourceSpan span) {
    this(levels, span, null);
  }

  /** Such as {@code NOT_YET < PROFICIENT}, or the name that has the levels. */
  public String written() {
    return levels.isEmpty() ? String.valueOf(named) : String.join(" < ", levels);
  }

  /** The same with the levels of its value, where these values have it. */
  Scale with(Map<String, Expression> values) {
    return named != null && values.get(named) instanceof Expression.Listing listing
        ? new Scale(
            listing.values().stream().map(level -> ((Expression.Text) level).value()).toList(),
            span,
            named)
        : this;
  }
}
