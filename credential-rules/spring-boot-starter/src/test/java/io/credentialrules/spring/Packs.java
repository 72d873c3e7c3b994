package io.credentialrules.spring;

import io.credentialrules.LearnerRecord;
import io.credentialrules.vocabulary.HeldCredential;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** A pack in a folder, and records for it. */
final class Packs {
  static final LocalDate TODAY = LocalDate.of(2026, 5, 1);

  static final String FIRST_AID =
      """
      declare Least
          @value( 1 )
      end

      rule "First aid" @credential( "first-aid" ) @zone( "America/New_York" )
      when accumulate( HeldCredential( credential matches "course-.+", $course : credential );
                       $courses : countDistinct( $course );
                       $courses >= Least )
      then end
      """;

  private Packs() {}

  static Path write(Path folder, String rules) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("rules.drl"), rules);
      return folder;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Of somebody who holds so many courses. */
  static LearnerRecord holding(int courses) {
    LearnerRecord.Builder record = LearnerRecord.builder("ada");
    for (int i = 1; i <= courses; i++) {
      record.add(HeldCredential.builder().credential("course-" + i).build());
    }
    return record.build();
  }
}
