package io.credentialrules.json;

import io.credentialrules.CredentialRules;
import io.credentialrules.PolicyPack;
import java.util.Map;

/** A policy that reads fields of many kinds, for tests of audit records and redaction. */
final class AuditedPolicy {
  static final PolicyPack PACK = PolicyPack.of("gardening", Map.of("rules.drl", text("200")));
  static final CredentialRules RULES = rules(PACK);

  private AuditedPolicy() {}

  static CredentialRules rules(PolicyPack... packs) {
    CredentialRules.Builder builder = CredentialRules.builder().register(Visit.class);
    for (PolicyPack pack : packs) {
      builder.add(pack);
    }
    return builder.compile();
  }

  static PolicyPack asking(String hours) {
    return PolicyPack.of("gardening", Map.of("rules.drl", text(hours)));
  }

  private static String text(String hours) {
    return """
    package gardening

    import io.credentialrules.vocabulary.*
    import io.credentialrules.json.Visit

    rule "Enough hours" @requirement( "hours" )
    when
      accumulate( WorkExperience( $hours : hours ); $total : sum( $hours ); $total >= %s )
    then end

    rule "Feedback on a work" @requirement( "feedback" )
    when
      $work : WorkExperience( paid || siteApproved )
      PerformanceFeedback( outcome == "POSITIVE", experience == $work.experience )
    then end

    rule "Two trainings" @requirement( "trainings" )
      date-effective "01-Jan-2025"
      date-expires "01-Jan-2030"
    when
      accumulate( $t : TrainingCompletion( score >= 50 || hours > 100 ); $n : count( $t ); $n >= 2 )
    then end

    rule "Two trainings, formerly" @requirement( "trainings" )
      date-expires "01-Jan-2025"
    when
      accumulate( $t : TrainingCompletion(); $n : count( $t ); $n >= 2 )
    then end

    rule "A visit in the evening" @requirement( "visit" )
    when
      Visit( minutes >= 30, place == "日本" || repeated == true )
    then end

    rule "Old enough, level one" @credential( "level-1" ) @pathway( "gardening" ) @level( 1 )
      @recommends( "visit" )
    when
      Learner( age >= 14 )
      Met( requirement == "hours" )
    then end

    rule "Level two" @credential( "level-2" ) @pathway( "gardening" ) @level( 2 ) @validFor( "P3Y" )
    when
      Earned( credential == "level-1" )
      Met( requirement == "feedback" )
      Met( requirement == "trainings" )
      not Participation( type == "EVENT", hours < 1 )
    then end
    """
        .formatted(hours);
  }
}
