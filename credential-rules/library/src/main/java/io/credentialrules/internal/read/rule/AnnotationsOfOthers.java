package io.credentialrules.internal.read.rule;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Locale;
import java.util.Set;

/** Annotations that somebody would guess, and what to write for them. */
final class AnnotationsOfOthers {
  private static final Set<String> CREDENTIALS =
      ImmutableSet.of(
          "badge", "credential-id", "microcredential", "micro", "certificate", "award", "awards");

  private static final ImmutableMap<String, String> MEANT =
      ImmutableMap.<String, String>builder()
          .putAll(
              all(
                  "write `@validFor( \"1 year\" )` for how long a credential is valid, and"
                      + " `date-expires \"2026-09-01\"` after the annotations for when the rule ends",
                  "expires expiry expiration expire validuntil"))
          .putAll(
              all(
                  "write `@validFor( \"1 year\" )`",
                  "duration validity valid lifetime ttl validité durée"))
          .putAll(
              all(
                  "write `date-effective \"2026-09-01\"` or `date-expires \"2026-09-01\"` after the"
                      + " annotations, without `@`",
                  "date effective from until validfrom start end"))
          .putAll(all("write `@name( \"…\" )`", "title label displayname caption nom titre"))
          .putAll(
              all(
                  "write a condition: `Earned( credential == \"…\" )` or `Met( requirement == \"…\""
                      + " )`",
                  "prerequisite prerequisites prereq requires require needs dependson prérequis"))
          .putAll(all("write `@recommends( \"…\" )`", "optional recommended recommend suggested"))
          .putAll(
              all(
                  "versions are rules of one id with `date-effective` and `date-expires` after the"
                      + " annotations",
                  "version revision edition"))
          .putAll(
              all(
                  "write `@source( \"…\" )`",
                  "url link uri href reference criteria see origin policy handbook author"))
          .putAll(all("write `@level( 2 )`, with `@pathway( \"…\" )`", "tier rank stage niveau"))
          .putAll(
              all(
                  "write `@alignment( \"name\", \"https://…\" )`",
                  "skill skills competency competencies aligned standard framework"))
          .putAll(all("write `@zone( \"America/New_York\" )`", "timezone tz"))
          .putAll(all("write `@requirement( \"…\" )` or `@credential( \"…\" )`", "id key code"))
          .putAll(
              all("write `@description( \"…\" )`", "note notes comment summary text doc remarks"))
          .putAll(all("write `@pathway( \"…\" )`", "program programme track series parcours group"))
          .putAll(
              all(
                  "write `@silence( \"code\", \"reason\" )`",
                  "silent ignore suppress suppresswarnings nowarn disable"))
          .putAll(
              all(
                  "leave it out: who issues a credential is said by the host",
                  "issuer organization institution"))
          .putAll(
              all(
                  "write a condition: `SignOff( subject == \"…\", role == \"FACULTY\" )`",
                  "signoff sign-off signature approval approved approve approvedby vettedby reviewer"
                      + " reviewedby"))
          .putAll(
              all(
                  "write `@external( \"…\" )` for a credential that is awarded elsewhere",
                  "elsewhere foreign imported"))
          .buildOrThrow();

  private AnnotationsOfOthers() {}

  private static ImmutableMap<String, String> all(String meant, String names) {
    ImmutableMap.Builder<String, String> each = ImmutableMap.builder();
    for (String name : names.split(" ", -1)) {
      each.put(name, meant);
    }
    return each.buildOrThrow();
  }

  /** Whether it is meant as the id of a credential. */
  static boolean isCredential(String name) {
    return CREDENTIALS.contains(name.toLowerCase(Locale.ROOT));
  }

  /** What to write for an annotation, or what else is said where nothing is known of it. */
  static String meant(String name, String otherwise) {
    return isCredential(name)
        ? "write `@credential( \"…\" )`"
        : MEANT.getOrDefault(name.toLowerCase(Locale.ROOT), otherwise);
  }
}
