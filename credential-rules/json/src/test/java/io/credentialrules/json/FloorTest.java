package io.credentialrules.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.PackageVersion;
import org.junit.jupiter.api.Test;

/** The build runs some tests a second time, with the oldest Jackson that a host may bring. */
class FloorTest {

  @Test
  void the_tests_run_with_the_jackson_that_the_build_says() {
    String expected = System.getProperty("credentialrules.jackson");

    assertThat(expected).isNotBlank();
    assertThat(PackageVersion.VERSION).hasToString(expected);
    assertThat(com.fasterxml.jackson.databind.cfg.PackageVersion.VERSION).hasToString(expected);
  }
}
