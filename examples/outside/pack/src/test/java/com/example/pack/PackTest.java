package com.example.pack;

import io.credentialrules.testkit.Scenarios;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PackTest {

  @TestFactory
  Stream<DynamicTest> scenarios() {
    return Scenarios.asTests(Path.of("rules"));
  }
}
