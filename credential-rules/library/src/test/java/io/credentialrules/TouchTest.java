package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.pack;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.work;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a fact wakes is found by hashes alone: what it finds too much is tested and changes nothing.
 */
class TouchTest {

  @Test
  void texts_with_the_same_hash_are_told_apart() {
    assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
    CredentialRules rules =
        CredentialRules.compile(
            pack(
                """
                rule "One" @credential( "one" ) when
                  WorkExperience( experience == "Aa" )
                then end
                rule "Other" @credential( "other" ) when
                  WorkExperience( experience == "BB" )
                then end
                rule "Total of one" @credential( "total-one" ) when
                  accumulate( WorkExperience( experience == "Aa", $h : hours ); $t : sum( $h ); $t >= 8 )
                then end
                rule "Total of other" @credential( "total-other" ) when
                  accumulate( WorkExperience( experience == "BB", $h : hours ); $t : sum( $h ); $t >= 8 )
                then end
                rule "Joined" @credential( "joined" ) when
                  WorkExperience( experience == "Aa", $s : startedOn )
                  WorkExperience( experience == "BB", startedOn == $s )
                then end
                """));
    assertThat(earned(rules, "Aa", "8")).containsExactly("one", "total-one");
    assertThat(earned(rules, "BB", "8")).containsExactly("other", "total-other");
    assertThat(earned(rules, "BB", "7")).containsExactly("other");
    assertThat(earned(rules, "C#", "8")).isEmpty();
    assertThat(rules.evaluate(record(work("Aa", "5"), work("BB", "5")), TODAY, ZONE).earned())
        .containsExactly("one", "other", "joined");
  }

  private static List<String> earned(CredentialRules rules, String experience, String hours) {
    return rules.evaluate(record(work(experience, hours)), TODAY, ZONE).earned();
  }
}
