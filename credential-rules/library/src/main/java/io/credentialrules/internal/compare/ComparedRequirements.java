package io.credentialrules.internal.compare;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.credentialrules.RequirementResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds which requirements of two decisions are the same. Requirements and credentials have ids; a
 * condition of a credential rule has only its place among the others, which changes where one is
 * added before it. So conditions are the same that say the same; and of those that are left, the
 * ones that ask for facts of the same types, first at the same place and then in their order. The
 * other way round gives the same pairs.
 */
final class ComparedRequirements {
  private static final Pattern TYPE = Pattern.compile("\\b[A-Z]\\w*\\s*\\(");

  /** A requirement on both sides, or on one. */
  record Pair(@Nullable RequirementResult before, @Nullable RequirementResult after) {

    /** The id, the first in order of two. */
    String id() {
      return ids().min(Comparator.naturalOrder()).orElseThrow();
    }

    private Stream<String> ids() {
      return results().map(RequirementResult::id);
    }

    private String names() {
      return results().map(RequirementResult::name).sorted().toList().toString();
    }

    private Stream<RequirementResult> results() {
      return Stream.of(before, after).filter(Objects::nonNull).map(Objects::requireNonNull);
    }
  }

  private final List<RequirementResult> before;
  private final List<RequirementResult> after;
  private final List<Pair> pairs = new ArrayList<>();

  private ComparedRequirements(List<RequirementResult> before, List<RequirementResult> after) {
    this.before = new ArrayList<>(before);
    this.after = new ArrayList<>(after);
  }

  /** In the order of their ids. */
  static List<Pair> of(List<RequirementResult> before, List<RequirementResult> after) {
    ComparedRequirements compared = new ComparedRequirements(before, after);
    compared.pair(one -> isCondition(one) ? null : one.id());
    compared.pair(one -> isCondition(one) ? one.name() : null);
    compared.pair(one -> isCondition(one) ? one.id() + " " + types(one) : null);
    compared.pair(one -> isCondition(one) ? types(one) : null);
    compared.before.forEach(gone -> compared.pairs.add(new Pair(gone, null)));
    compared.after.forEach(come -> compared.pairs.add(new Pair(null, come)));
    compared.pairs.sort(Comparator.comparing(Pair::id).thenComparing(Pair::names));
    return compared.pairs;
  }

  /** Takes those that have the same key, one of each side after the other. */
  private void pair(Function<RequirementResult, @Nullable String> key) {
    Map<String, List<RequirementResult>> waiting = new LinkedHashMap<>();
    for (RequirementResult one : after) {
      String own = key.apply(one);
      if (own != null) {
        waiting.computeIfAbsent(own, none -> new ArrayList<>()).add(one);
      }
    }
    before.removeIf(
        one -> {
          List<RequirementResult> same = waiting.getOrDefault(key.apply(one), List.of());
          if (same.isEmpty()) {
            return false;
          }
          RequirementResult other = same.remove(0);
          after.remove(other);
          pairs.add(new Pair(one, other));
          return true;
        });
  }

  private static boolean isCondition(RequirementResult result) {
    return result.kind() == RequirementResult.Kind.CONDITION;
  }

  /** The types of the facts that it asks for, in the order of the text. */
  private static String types(RequirementResult result) {
    StringBuilder types = new StringBuilder();
    Matcher type = TYPE.matcher(result.name());
    while (type.find()) {
      types.append(type.group());
    }
    return types.toString();
  }
}
