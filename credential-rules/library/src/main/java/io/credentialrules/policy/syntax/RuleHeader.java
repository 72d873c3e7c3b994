package io.credentialrules.policy.syntax;

import io.credentialrules.policy.AlignmentTarget;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * @param scales the orders of levels and grades, from {@code @scale}; a level is on one of them
 * @param called what its requirement or credential is called, from {@code @name}; null where none
 *     is given
 * @param described a note on the rule, from {@code @description}; null where none is given
 * @param alignments what the rule is aligned to, from {@code @alignment}, each address once
 * @param silences warnings that the author has considered, from {@code @silence}
 */
public record RuleHeader(
    String pack,
    String name,
    SourceSpan nameSpan,
    SourceSpan span,
    @Nullable String source,
    Window window,
    List<Scale> scales,
    @Nullable StatedName called,
    @Nullable StatedName described,
    List<AlignmentTarget> alignments,
    List<Silence> silences) {
  /** Copies the lists. */
  public RuleHeader {
    scales = List.copyOf(scales);
    alignments = List.copyOf(alignments);
    silences = List.copyOf(silences);
  }

  /** Aligned to nothing. */
  public RuleHeader(
      String pack,
      String name,
      SourceSpan nameSpan,
      SourceSpan span,
      @Nullable String source,
      Window window,
      List<Scale> scales,
      @Nullable StatedName called,
      @Nullable StatedName described,
      List<Silence> silences) {
    this(
        pack, name, nameSpan, span, source, window, scales, called, described, List.of(), silences);
  }

  /** With one scale or none. */
  public RuleHeader(
      String pack,
      String name,
      SourceSpan nameSpan,
      SourceSpan span,
      @Nullable String source,
      Window window,
      @Nullable Scale scale,
      @Nullable StatedName called,
      List<Silence> silences) {
    this(
        pack,
        name,
        nameSpan,
        span,
        source,
        window,
        scale == null ? List.of() : List.of(scale),
        called,
        null,
        List.of(),
        silences);
  }

  /** The first of its scales; null where it has none. */
  public @Nullable Scale scale() {
    return scales.isEmpty() ? null : scales.get(0);
  }

  /** The scale that a level is on; null where it is on none. */
  public @Nullable Scale scaleOf(String level) {
    return scales.stream().filter(scale -> scale.levels().contains(level)).findFirst().orElse(null);
  }

  /** The levels of all its scales. */
  public List<String> levels() {
    return scales.stream().flatMap(scale -> scale.levels().stream()).toList();
  }

  /** The named values that have the levels of its scales. */
  public List<Expression.Named> namedScales() {
    List<Expression.Named> named = new ArrayList<>();
    for (Scale scale : scales) {
      if (scale.named() != null) {
        named.add(new Expression.Named(scale.named(), scale.span()));
      }
    }
    return List.copyOf(named);
  }

  /** The same, in force at another time. */
  public RuleHeader within(Window other) {
    return new RuleHeader(
        pack, name, nameSpan, span, source, other, scales, called, described, alignments, silences);
  }

  /** The same with other scales. */
  public RuleHeader ordering(List<Scale> other) {
    return new RuleHeader(
        pack, name, nameSpan, span, source, window, other, called, described, alignments, silences);
  }

  /** The same with the levels of named values in its scales. */
  public RuleHeader with(Map<String, Expression> values) {
    return namedScales().isEmpty()
        ? this
        : ordering(scales.stream().map(scale -> scale.with(values)).toList());
  }
}
