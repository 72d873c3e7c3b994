package io.credentialrules.cli;

import java.time.ZoneId;
import java.util.SortedMap;
import java.util.TreeMap;

/** A small pack to write on: two levels, a stack, and scenarios that are true of them. */
final class Scaffold {
  private final String pack;
  private final ZoneId zone;

  Scaffold(String pack, ZoneId zone) {
    this.pack = pack;
    this.zone = zone;
  }

  /** The files by their paths in the folder of the pack. */
  SortedMap<String, String> files() {
    SortedMap<String, String> files = new TreeMap<>();
    files.put("README.md", filled(README));
    files.put("levels.drl", filled(RULES));
    files.put(scenario("level-1/earned/course-and-reflection"), filled(EARNED));
    files.put(scenario("level-1/not-earned/score-of-79-99"), filled(NOT_EARNED));
    return files;
  }

  private String scenario(String story) {
    return "scenarios/" + pack + "-" + story + ".yaml";
  }

  private String filled(String text) {
    String name = pack.replace('-', ' ');
    String title = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    String code = Character.isDigit(pack.charAt(0)) ? "pack_" + pack : pack;
    return text.replace("PACKAGE", code.replace('-', '_'))
        .replace("PACK", pack)
        .replace("TITLE", title)
        .replace("ZONE", zone.getId());
  }

  private static final String RULES =
      """
      package PACKAGE

      import io.credentialrules.vocabulary.*

      // What a rule proves is in its annotation, and its name is the sentence that learners read.
      rule "The introductory course with at least 80 percent"
          @requirement( "PACK-course" )
          @source( "write where it is published, and when you read it" )
      when
          TrainingCompletion( training == "PACK-introduction", score >= 80 )
      then
      end

      rule "An approved reflection"
          @requirement( "PACK-reflection" )
      when
          SubmittedEvidence( type == "REFLECTION", topic == "PACK", approved )
      then
      end

      rule "At least 40 hours of an internship"
          @requirement( "PACK-hours" )
      when
          accumulate( WorkExperience( type == "INTERNSHIP", $hours : hours );
                      $total : sum( $hours );
                      $total >= 40 )
      then
      end

      rule "TITLE, Level 1"
          @credential( "PACK-level-1" )  @pathway( "PACK" )  @level( 1 )
          @zone( "ZONE" )
      when
          Met( requirement == "PACK-course" )
          Met( requirement == "PACK-reflection" )
      then
      end

      rule "TITLE, Level 2"
          @credential( "PACK-level-2" )  @pathway( "PACK" )  @level( 2 )
      when
          Earned( credential == "PACK-level-1" )
          Met( requirement == "PACK-hours" )
      then
      end

      rule "TITLE"
          @credential( "PACK" )  @pathway( "PACK" )
      when
          Earned( credential == "PACK-level-1" )
          Earned( credential == "PACK-level-2" )
      then
      end
      """;

  private static final String EARNED =
      """
      story: The course with exactly 80 percent and an approved reflection.
      as-of: 2026-05-01
      zone: ZONE
      defaults:
        vetted-by: { reviewer: R. Okafor, role: FACULTY, on: 2026-04-20 }
      record:
        learner: { id: learner-1 }
        facts:
          TrainingCompletion:
            - { type: COURSE, training: PACK-introduction, score: 80, completedOn: 2026-03-02 }
          SubmittedEvidence:
            - { type: REFLECTION, topic: PACK, approved: true, submittedOn: 2026-03-05 }
      """;

  private static final String NOT_EARNED =
      """
      story: A score of 79.99 is below 80.
      as-of: 2026-05-01
      zone: ZONE
      defaults:
        vetted-by: { reviewer: R. Okafor, role: FACULTY, on: 2026-04-20 }
      record:
        learner: { id: learner-1 }
        facts:
          TrainingCompletion:
            - { type: COURSE, training: PACK-introduction, score: 79.99, completedOn: 2026-03-02 }
          SubmittedEvidence:
            - { type: REFLECTION, topic: PACK, approved: true, submittedOn: 2026-03-05 }
      unmet:
        PACK-course: { state: unmet, has: 79.99, needs: 80, unit: percent }
      """;

  private static final String README =
      """
      # TITLE

      Credentials: `PACK-level-1`, `PACK-level-2`, and `PACK` for both.

      | level | published | requirement | what the record says |
      |---|---|---|---|
      | 1 | | `PACK-course` | `TrainingCompletion`, training `PACK-introduction`, score |
      | 1 | | `PACK-reflection` | `SubmittedEvidence` REFLECTION, topic `PACK`, approved |
      | 2 | | `PACK-hours` | `WorkExperience` INTERNSHIP, hours |

      Check the rules with `credential-rules check DIR`, and run the scenarios with `credential-rules test DIR`.
      """;
}
