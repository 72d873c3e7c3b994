package com.example.modular;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.json.LearnerRecordReader;
import io.credentialrules.openbadges.AchievementMapping;
import io.credentialrules.report.Report;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Compiles packs, reads records and prints what is decided. */
public final class Main {
  private static final String NOBODY = "{\"learner\": {\"id\": \"nobody\"}, \"facts\": {}}";

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    ZoneId zone = ZoneId.of("America/New_York");
    CredentialRules rules =
        CredentialRules.compile(
            PolicyPack.fromClassPath(Main.class.getClassLoader(), "ums-horticulture"));
    LearnerRecord maria =
        LearnerRecordReader.of(rules.vocabulary(), zone).read("maria", Path.of(arguments[0]));
    Evaluation evaluation = rules.evaluate(maria, LocalDate.of(2025, 5, 1), zone);
    System.out.println(Main.class.getModule());
    System.out.println(CredentialRules.class.getModule());
    System.out.println(AchievementMapping.of().getClass().getModule());
    System.out.println("earned: " + evaluation.earned());
    Report report = Report.of(evaluation, Locale.ENGLISH).only(List.of("horticulture-level-3"));
    System.out.println("a page: " + report.html().startsWith("<!DOCTYPE html>"));
    for (String name : List.of("comptia-stacks", "eagle-scout", "ums-skills")) {
      CredentialRules others =
          CredentialRules.compile(PolicyPack.fromClassPath(Main.class.getClassLoader(), name));
      LearnerRecord nothing = LearnerRecordReader.of(others.vocabulary(), zone).read("nobody", NOBODY);
      boolean none = others.evaluate(nothing, LocalDate.of(2025, 5, 1), zone).earned().isEmpty();
      System.out.println(name + (none ? ": nothing" : ": something") + " is earned with nothing");
    }
  }
}
