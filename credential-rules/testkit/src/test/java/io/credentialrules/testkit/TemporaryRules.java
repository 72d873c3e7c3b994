package io.credentialrules.testkit;

import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/** A rules folder with one pack, for scenarios that tests write. */
final class TemporaryRules {
  static final String RULES =
      """
      package garden

      import io.credentialrules.vocabulary.*

      rule "A quiz of at least 80 percent" @requirement( "quiz" )
      when
        AssessmentResult( assessment == "quiz", score >= 80 )
      then end

      rule "At least 200 hours" @requirement( "hours" )
      when
        accumulate( WorkExperience( $h : hours ); $t : sum( $h ); $t >= 200 )
      then end

      rule "A mentor" @requirement( "mentor" )
      when
        Endorsement( type == "PERSON" )
      then end

      rule "Level 1" @credential( "level-1" ) @pathway( "garden" ) @level( 1 )
        @recommends( "mentor" )
      when
        Met( requirement == "quiz" )
      then end

      rule "Level 2" @credential( "level-2" ) @pathway( "garden" ) @level( 2 ) @validFor( "P1Y" )
      when
        Earned( credential == "level-1" )
        Met( requirement == "hours" )
      then end
      """;

  private final Path folder;

  TemporaryRules(Path folder) {
    this.folder = folder;
    write("garden/rules.drl", RULES);
  }

  Path folder() {
    return folder;
  }

  Path write(String path, String text) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      return Files.writeString(file, text);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** A scenario on level 1 that is not earned. */
  Path notEarned(String text) {
    return write("garden/scenarios/level-1/not-earned/story.yaml", text);
  }

  /** A scenario on level 1 that is earned. */
  Path earned(String text) {
    return write("garden/scenarios/level-1/earned/story.yaml", text);
  }

  List<Scenario> scenarios() {
    return Scenarios.in(folder).toList();
  }

  Scenario scenario() {
    return scenarios().get(0);
  }

  /** What the only test throws; null when it passes. */
  @Nullable Throwable outcome() {
    List<DynamicTest> tests = Scenarios.asTests(folder).toList();
    return catchThrowable(() -> tests.get(0).getExecutable().execute());
  }

  String failure() {
    Throwable outcome = Objects.requireNonNull(outcome(), "the scenario passed");
    return String.valueOf(outcome.getMessage());
  }
}
