package io.credentialrules.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.credentialrules.Laws;
import io.credentialrules.internal.limit.RegularExpressionSize;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegularExpressionSizeTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int MOST = 1_000;

  @Property(seed = Laws.SEED)
  void what_is_small_enough_compiles_to_few_steps(@ForAll("expressions") String expression) {
    if (RegularExpressionSize.of(expression, MOST) <= MOST) {
      try {
        assertThat(Pattern.compile(expression).programSize()).isLessThanOrEqualTo(4 * MOST);
      } catch (PatternSyntaxException none) {
        assertThat(none.getDescription()).isNotBlank();
      }
    }
  }

  @Provide
  Arbitrary<String> expressions() {
    return Arbitraries.of(
            "a",
            "é",
            ".",
            "[a-z]",
            "[^]]",
            "[]\\\\]]",
            "(",
            "(",
            ")",
            ")",
            "|",
            "*",
            "+",
            "?",
            "{2}",
            "{9,}",
            "{3,20}",
            "{1000}",
            "{",
            "}",
            "\\\\d",
            "\\\\pL",
            "\\\\p{Greek}",
            "\\\\Qa{9}\\\\E",
            "\\\\x{41}",
            "(?i)",
            "(?:",
            "(?P<n>",
            "^",
            "$",
            "\\\\b",
            "[[:alpha:]]")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "((((a{10}){10}){10}){10}){10}",
        "(?:(?:a?){1000}){1000}",
        "(((([a-z]{1,30}){1,30}){1,30}){1,30}){1,30}",
        "a{1000}b{1000}",
        "((((((((((x{2}){2}){2}){2}){2}){2}){2}){2}){2}){2}"
      })
  void what_grows_beyond_the_limit_is_found_without_growing(String expression) {
    assertThat(RegularExpressionSize.of(expression, MOST)).isGreaterThan(MOST);
  }

  @Test
  void parentheses_that_no_stack_holds_are_too_large() {
    assertThat(RegularExpressionSize.of("(".repeat(51) + "a" + ")".repeat(51), MOST))
        .isGreaterThan(MOST);
    assertThat(RegularExpressionSize.of("(".repeat(50) + "a" + ")".repeat(50), MOST))
        .isLessThanOrEqualTo(MOST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(a+)+b", "(a|aa)+b", "(a|a?)+b", "(.*a){12}b", "(x+x+)+y", "([a-z]+)*[0-9]"})
  void what_explodes_elsewhere_matches_in_time_linear_in_the_text(String expression) {
    assertThat(RegularExpressionSize.of(expression, MOST)).isLessThanOrEqualTo(MOST);
    Pattern pattern = Pattern.compile(expression);
    long start = THREADS.getCurrentThreadCpuTime();
    assertThat(pattern.matches("a".repeat(100_000))).isFalse();
    assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start))
        .isLessThan(Duration.ofSeconds(5));
  }
}
