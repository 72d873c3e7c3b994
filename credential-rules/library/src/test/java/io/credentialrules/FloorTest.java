package io.credentialrules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;

/** The build runs some tests a second time, with the oldest Guava that a host may bring. */
class FloorTest {

  @Test
  void the_tests_run_with_the_guava_that_the_build_says() {
    String expected = System.getProperty("credentialrules.guava");

    assertThat(expected).isNotBlank();
    assertThat(ImmutableList.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .endsWith("/guava-" + expected + ".jar");
  }
}
