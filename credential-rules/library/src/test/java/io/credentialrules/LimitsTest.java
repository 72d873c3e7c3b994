package io.credentialrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Limits that are set by their names. */
@Tag("once")
final class LimitsTest {

  private static List<Method> getters() {
    return Arrays.stream(Limits.class.getMethods())
        .filter(method -> method.getDeclaringClass() == Limits.class)
        .filter(method -> method.getParameterCount() == 0)
        .filter(
            method ->
                method.getReturnType() == Duration.class
                    || (method.getReturnType() == int.class
                        && !method.getName().equals("hashCode")))
        .toList();
  }

  @Test
  void each_limit_has_a_name_and_is_set_by_it_alone() throws Exception {
    assertThat(Limits.names())
        .containsExactlyElementsOf(getters().stream().map(Method::getName).sorted().toList());
    for (Method limit : getters()) {
      boolean isTime = limit.getReturnType() == Duration.class;
      Limits set = Limits.DEFAULT.with(limit.getName(), isTime ? "1m30s" : "7");
      for (Method other : getters()) {
        Object expected =
            !other.equals(limit)
                ? other.invoke(Limits.DEFAULT)
                : isTime ? (Object) Duration.ofSeconds(90) : (Object) 7;
        assertThat(other.invoke(set)).as(limit + " and " + other).isEqualTo(expected);
      }
    }
  }

  @Test
  void a_name_or_a_value_that_there_is_not_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Limits.DEFAULT.with("maxFact", "7"))
        .withMessageStartingWith("there is no limit `maxFact`; there are evaluationTime, ");
    for (String value : List.of("", "7.5", "seven", "99999999999")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Limits.DEFAULT.with("maxFacts", value))
          .withMessage("`" + value + "` is not a value for `maxFacts`");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Limits.DEFAULT.with("evaluationTime", value + " s"))
          .withMessage("`" + value + " s` is not a value for `evaluationTime`");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Limits.DEFAULT.with("maxFacts", "0"))
        .withMessage("`maxFacts` must be positive, but is 0");
  }
}
