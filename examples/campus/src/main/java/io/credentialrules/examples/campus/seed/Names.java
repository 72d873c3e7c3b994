package io.credentialrules.examples.campus.seed;

import java.util.List;
import java.util.Random;

/** Names for people who do not exist. */
final class Names {
  private static final List<String> FIRST =
      List.of(
          "Aisha", "Amara", "Anders", "Anh", "Beatriz", "Ben", "Carmen", "Chidi", "Clara", "Daniel",
          "Deepa", "Elena", "Emeka", "Emma", "Farid", "Fiona", "Gabriel", "Grace", "Hana", "Henry",
          "Ines", "Isaac", "Jamal", "Jonas", "Kateri", "Kenji", "Laila", "Lucas", "Mai", "Marcus",
          "Miriam", "Nadia", "Noah", "Olga", "Omar", "Paul", "Priya", "Quinn", "Ravi", "Rose",
          "Samuel", "Sofia", "Tala", "Thomas", "Uma", "Victor", "Wanda", "Xavier", "Yara", "Zoe");
  private static final List<String> LAST =
      List.of(
          "Abbott",
          "Ahmed",
          "Bailey",
          "Becker",
          "Bouchard",
          "Castillo",
          "Chen",
          "Cyr",
          "Dana",
          "Diallo",
          "Dubois",
          "Eriksen",
          "Farah",
          "Francis",
          "Gagnon",
          "Garcia",
          "Hassan",
          "Hill",
          "Ivanova",
          "Jensen",
          "Kaya",
          "Khan",
          "Kowalski",
          "Lee",
          "Levesque",
          "Lopez",
          "Martin",
          "Mbeki",
          "Michaud",
          "Mitchell",
          "Nguyen",
          "Nicholas",
          "Okafor",
          "Olsen",
          "Ouellette",
          "Patel",
          "Pelletier",
          "Quimby",
          "Rahman",
          "Rossi",
          "Roy",
          "Sato",
          "Silva",
          "Sockabasin",
          "Tanaka",
          "Thibodeau",
          "Usman",
          "Vega",
          "Walsh",
          "Young");

  /** Of the learners who can sign in. */
  private static final List<String> SIGNED_IN = List.of("Maria Dubois", "Sam Okafor", "Rosa Kaya");

  private Names() {}

  /** Of a learner, the first of whom can sign in. */
  static String ofLearner(int number, Random random) {
    String any = name(random);
    return number <= SIGNED_IN.size() ? ofAccount(number) : any;
  }

  /** Of a learner who can sign in. */
  static String ofAccount(int number) {
    return SIGNED_IN.get(number - 1);
  }

  private static String name(Random random) {
    return FIRST.get(random.nextInt(FIRST.size())) + " " + LAST.get(random.nextInt(LAST.size()));
  }
}
