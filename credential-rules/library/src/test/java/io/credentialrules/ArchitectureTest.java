package io.credentialrules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.api.runtime.conf.ThreadSafeOption;

@Tag("once")
class ArchitectureTest {
  private static final String COMPILATION = "io.credentialrules.internal";

  private static final JavaClasses LIBRARY =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.credentialrules");

  @Test
  void only_the_compile_stage_knows_the_engine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.credentialrules.internal.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.drools..", "org.kie..")
        .because("the engine can then change without anybody outside noticing")
        .check(LIBRARY);
  }

  /** Consequences belong to the network, and with it keep the facts of the thread before. */
  @Test
  void sessions_keep_their_locks() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ThreadSafeOption.class)
        .because("evaluations on several threads then take each other's facts (decision 81)")
        .check(LIBRARY);
  }

  @Test
  void no_public_type_shows_an_internal_one() {
    noClasses()
        .that()
        .resideInAnyPackage("io.credentialrules.policy..", "io.credentialrules.vocabulary..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.credentialrules.internal..")
        .because("tools and authors build on them, and what is internal may change at any time")
        .check(LIBRARY);
  }

  @Test
  void the_vocabulary_stands_by_itself() {
    noClasses()
        .that()
        .resideInAPackage("io.credentialrules.vocabulary..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.credentialrules.policy..", "io.credentialrules.internal..")
        .because("it is the language of authors, and knows nothing of how it is read")
        .check(LIBRARY);
  }

  /** The rooms of the library in the order of the stages, each with why it knows no later one. */
  private static final Map<String, String> ROOMS = rooms();

  private static Map<String, String> rooms() {
    Map<String, String> rooms = new LinkedHashMap<>();
    rooms.put("work", "a thread that is to end is heeded whatever it does");
    rooms.put("text", "words and characters are compared and quoted without knowing of what");
    rooms.put("result", "what an answer is made of is the same whoever finds it");
    rooms.put("batch", "work is done in order without knowing what it is");
    rooms.put("compare", "two answers are set side by side, however they were found");
    rooms.put("listen", "who listens is told, and takes no part");
    rooms.put("fault", "what can be wrong is said in one place, wherever it is found");
    rooms.put("limit", "sizes are counted before anything is built that would cost as much");
    rooms.put("read", "the reader must work on any text, whatever the rest does");
    rooms.put("pack", "a file is decoded without knowing what is written in it");
    rooms.put("program", "a program says what it is without knowing how it was made or is used");
    rooms.put("reach", "what a change bears on is known before anything is settled");
    rooms.put("resolve", "a program is made without a judgement on what was meant");
    rooms.put("check", "a policy is checked before anything is built from it");
    rooms.put("engine", "what decides needs no explanation of what it decided");
    rooms.put("timeline", "days are asked for one by one, whoever answers for them");
    rooms.put("explain", "an explanation reads what was decided, and decides nothing");
    rooms.put("plan", "a plan only asks what the rules would say, and leaves evaluating to them");
    rooms.put("evaluate", "an evaluation is what the other stages are put together for");
    return rooms;
  }

  private static String room(String name) {
    return "io.credentialrules.internal." + name + "..";
  }

  @ParameterizedTest
  @MethodSource("roomNames")
  void a_room_knows_only_those_before_it(String name) {
    List<String> names = List.copyOf(ROOMS.keySet());
    List<String> later = new ArrayList<>(names.subList(names.indexOf(name) + 1, names.size()));
    String[] unknown =
        Stream.concat(later.stream().map(ArchitectureTest::room), Stream.of(COMPILATION))
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(room(name))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(unknown)
        .because(ROOMS.get(name))
        .check(LIBRARY);
  }

  static Set<String> roomNames() {
    return ROOMS.keySet();
  }

  @Test
  void each_room_has_its_place_in_the_order() {
    Set<String> rooms =
        LIBRARY.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith(COMPILATION + "."))
            .map(name -> name.substring(COMPILATION.length() + 1).replaceFirst("\\..*", ""))
            .collect(Collectors.toSet());
    assertThat(rooms).isEqualTo(ROOMS.keySet());
  }

  @Test
  void only_the_evaluation_knows_both_the_explanation_and_the_plan() {
    noClasses()
        .that()
        .resideInAPackage(room("plan"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(room("read"), room("resolve"), room("check"), room("explain"))
        .because("a plan looks at the program and at what the rules say, and at nothing else")
        .check(LIBRARY);
    noClasses()
        .that()
        .resideInAnyPackage(room("engine"), room("explain"), room("evaluate"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(room("read"), room("resolve"), room("check"))
        .because("a compiled program is all that is left of a text")
        .check(LIBRARY);
  }

  @Test
  void the_reader_knows_tokens_before_conditions_and_conditions_before_rules() {
    noClasses()
        .that()
        .resideInAPackage("io.credentialrules.internal.read.token..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.credentialrules.internal.read",
            "io.credentialrules.internal.read.rule..",
            "io.credentialrules.internal.read.condition..")
        .because("tokens are the same whatever is read from them")
        .check(LIBRARY);
    noClasses()
        .that()
        .resideInAPackage("io.credentialrules.internal.read.condition..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.credentialrules.internal.read", "io.credentialrules.internal.read.rule..")
        .because("conditions are read without knowing the rule that has them")
        .check(LIBRARY);
  }

  @Test
  void no_name_is_given_twice_in_the_house() throws IOException {
    Map<String, Long> names =
        sources().stream()
            .map(file -> file.getFileName().toString())
            .filter(name -> !name.contains("-"))
            .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    assertThat(names).hasSizeGreaterThan(500);
    assertThat(names).allSatisfy((name, count) -> assertThat(count).as(name).isEqualTo(1));
  }

  /** Records that have more components, and why none of them is a type that is missing. */
  private static final Map<String, String> LARGER_RECORDS =
      Map.of(
          "Token", "where it is, and how it is written, are looked at one by one by every reader",
          "Program", "it is all that is left of a policy",
          "RequiredAmount", "each component is one kind of word that a name can have",
          "Saying", "each component is one kind of word that a name can have");

  @Test
  void nothing_inside_takes_more_than_seven_things() {
    Map<String, Integer> taken = new TreeMap<>();
    LIBRARY.stream()
        .filter(type -> type.getPackageName().startsWith(COMPILATION))
        .filter(type -> !type.getPackageName().startsWith(COMPILATION + ".result"))
        .filter(type -> !LARGER_RECORDS.containsKey(type.getSimpleName()))
        .flatMap(type -> type.getCodeUnits().stream())
        .filter(unit -> !unit.getModifiers().contains(JavaModifier.SYNTHETIC))
        .forEach(unit -> taken.put(unit.getFullName(), unit.getRawParameterTypes().size()));
    assertThat(taken)
        .as("a missing type is named, and what it is given is given together")
        .allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(7));
  }

  @Test
  void no_class_is_longer_than_a_reader_can_follow() throws IOException {
    Map<String, Integer> lines = new TreeMap<>();
    for (Path file : sources()) {
      lines.put(file.toString(), Files.readAllLines(file).size());
    }
    assertThat(lines).hasSizeGreaterThan(600);
    assertThat(lines).allSatisfy((name, count) -> assertThat(count).as(name).isLessThan(301));
  }

  /** The sources of all artifacts, without tests and without what is generated. */
  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(".."))) {
      return files
          .filter(file -> slashed(file).contains("/src/main/java/"))
          .filter(file -> slashed(file).endsWith(".java"))
          .toList();
    }
  }

  private static String slashed(Path file) {
    return file.toString().replace('\\', '/');
  }

  @Test
  void nobody_reads_the_clock() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.ZonedDateTime.class, "now")
        .because("the date of evaluation is an argument, so that an answer can be given again")
        .check(LIBRARY);
  }

  @Test
  void internal_classes_are_final_or_sealed() {
    classes()
        .that()
        .resideInAPackage("io.credentialrules.internal..")
        .and()
        .areNotInterfaces()
        .and()
        .areNotEnums()
        .and()
        .areNotAnonymousClasses()
        .should()
        .haveModifier(JavaModifier.FINAL)
        .because("nothing here is meant to be extended")
        .check(LIBRARY);
  }

  /** Values that are complete by what they mean: a place in a text, and a time between two days. */
  private static final Set<String> COMPLETE = Set.of("SourceSpan", "Window");

  private static final Pattern RECORD =
      Pattern.compile("^ *(?:public )?(?:static )?record (\\w+)\\(", Pattern.MULTILINE);

  /**
   * A record's constructor is part of what a host compiles against, so what can get a further part
   * is no record: only what is complete, what a host makes with a builder and what is behind the
   * doors for tools.
   */
  @Test
  void no_further_part_can_break_a_host() throws IOException {
    List<String> records = new ArrayList<>();
    for (Path file : publicSources()) {
      String source = Files.readString(file);
      Matcher record = RECORD.matcher(source);
      while (record.find()) {
        if (isPublic(source, record) && !source.contains("\n@Built\n")) {
          records.add(record.group(1));
        }
      }
    }
    assertThat(records).containsExactlyInAnyOrderElementsOf(COMPLETE);
  }

  private static boolean isPublic(String source, MatchResult record) {
    return record.group().contains("public ") || source.contains("\npublic sealed interface ");
  }

  private static List<Path> publicSources() throws IOException {
    return sources().stream()
        .filter(
            file ->
                Stream.of("/internal/", "/policy/syntax/", "/json/tree/", "/cli/")
                    .noneMatch(slashed(file)::contains))
        .toList();
  }
}
