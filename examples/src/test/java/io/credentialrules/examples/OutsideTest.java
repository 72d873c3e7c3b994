package io.credentialrules.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who has nothing but the published artifacts can compile, run, test and read about them. */
class OutsideTest {
  private static Path projects = Path.of("");

  @BeforeAll
  static void build() throws Exception {
    projects = Outside.build();
  }

  @Test
  void the_testkit_is_all_that_a_pack_needs_to_be_tested_by_its_scenarios() throws Exception {
    String report =
        Files.readString(
            projects.resolve("pack/target/surefire-reports/TEST-com.example.pack.PackTest.xml"));
    assertThat(report).contains("tests=\"2\"", "failures=\"0\"", "errors=\"0\"", "skipped=\"0\"");
  }

  @Test
  void a_modular_application_needs_no_option_on_the_jdk_of_the_build() throws Exception {
    assertThat(printedByModularApplication(Path.of(System.getProperty("java.home"))))
        .isEqualTo(PRINTED);
  }

  @Test
  void a_modular_application_needs_no_option_on_jdk_25() throws Exception {
    Optional<Path> jdk = jdk25();
    assumeTrue(jdk.isPresent(), "no JDK 25: neither JAVA25_HOME nor the usual place has one");
    assertThat(printedByModularApplication(jdk.orElseThrow())).isEqualTo(PRINTED);
  }

  private static final String PRINTED =
      """
      module com.example.modular
      module io.credentialrules
      module io.credentialrules.openbadges
      earned: [horticulture-level-1, horticulture-level-2]
      a page: true
      comptia-stacks: nothing is earned with nothing
      eagle-scout: nothing is earned with nothing
      ums-skills: nothing is earned with nothing
      """;

  /** The one that {@code JAVA25_HOME} names, or one in the usual place. */
  private static Optional<Path> jdk25() throws IOException {
    String home = System.getenv("JAVA25_HOME");
    if (home != null && !home.isEmpty()) {
      return Optional.of(Path.of(home));
    }
    Path places = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(places)) {
      return Optional.empty();
    }
    try (Stream<Path> homes = Files.list(places)) {
      return homes
          .filter(jdk -> jdk.getFileName().toString().matches("(.*\\D)?25(\\D.*)?"))
          .filter(jdk -> Files.exists(jdk.resolve("bin/java")))
          .sorted()
          .findFirst();
    }
  }

  private static String printedByModularApplication(Path jdk) throws Exception {
    return Outside.printedBy(
        jdk.resolve("bin/java").toString(),
        "-p",
        projects.resolve("modular/target/modules").toString(),
        "-m",
        "com.example.modular/com.example.modular.Main",
        Path.of("learners/maria.json").toAbsolutePath().toString());
  }

  @Test
  void every_jar_is_a_module_with_a_name_of_its_own_and_no_package_is_in_two() {
    Map<String, TreeSet<String>> modulesByPackage = new TreeMap<>();
    for (ModuleReference module :
        ModuleFinder.of(projects.resolve("modular/target/modules")).findAll()) {
      ModuleDescriptor descriptor = module.descriptor();
      descriptor
          .packages()
          .forEach(
              name ->
                  modulesByPackage
                      .computeIfAbsent(name, key -> new TreeSet<>())
                      .add(descriptor.name()));
    }
    assertThat(modulesByPackage)
        .containsKey("io.credentialrules.json")
        .allSatisfy((name, modules) -> assertThat(modules).hasSize(1));
  }

  @Test
  void a_module_exports_every_package_but_those_that_are_internal() {
    ModuleFinder modules = ModuleFinder.of(projects.resolve("modular/target/modules"));
    assertThat(
            List.of(
                "io.credentialrules",
                "io.credentialrules.json",
                "io.credentialrules.openbadges",
                "io.credentialrules.report"))
        .allSatisfy(
            name -> {
              ModuleReference module = modules.find(name).orElseThrow();
              assertThat(module.descriptor().isAutomatic()).isFalse();
              assertThat(
                      module.descriptor().exports().stream()
                          .filter(exports -> !exports.isQualified())
                          .map(ModuleDescriptor.Exports::source))
                  .containsExactlyInAnyOrderElementsOf(packagesForUsers(module));
            });
  }

  private static Set<String> packagesForUsers(ModuleReference module) throws IOException {
    try (ModuleReader reader = module.open();
        Stream<String> entries = reader.list()) {
      return entries
          .filter(entry -> entry.endsWith(".class") && entry.contains("/"))
          .map(entry -> entry.substring(0, entry.lastIndexOf('/')).replace('/', '.'))
          .filter(name -> !name.matches(".*\\.internal(\\..*)?"))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void every_artifact_names_its_module_after_its_package() throws IOException {
    assertThat(artifacts())
        .allSatisfy(
            artifact -> {
              try (JarFile jar = new JarFile(file(artifact, ".jar").toFile())) {
                // A starter, and what runs on Kafka Streams, are named for those who look for them.
                String suffix =
                    artifact
                        .substring("credential-rules".length())
                        .replace("-boot-starter", "")
                        .replace("-streams", "")
                        .replaceFirst("-", ".");
                assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
                    .isEqualTo("io.credentialrules" + suffix.replace("-", ""));
              }
            });
  }

  @Test
  void every_artifact_comes_with_its_sources_and_its_documentation() throws IOException {
    assertThat(artifacts())
        .contains("credential-rules", "credential-rules-testkit")
        .allSatisfy(
            artifact -> {
              assertThat(file(artifact, "-sources.jar")).isRegularFile();
              assertThat(file(artifact, "-javadoc.jar")).isRegularFile();
            });
  }

  @Test
  void a_reader_finds_the_page_of_each_public_type_and_none_of_the_engine_room() throws Exception {
    Path javadoc = projects.resolve("modular/target/javadoc");
    try (Stream<Path> jars = Files.list(javadoc)) {
      assertThat(jars).hasSize(5);
    }
    List<String> pages = entries(file("credential-rules", "-javadoc.jar"));
    assertThat(pages)
        .contains("io/credentialrules/CredentialRules.html")
        .contains("io/credentialrules/vocabulary/WorkExperienceBuilder.html")
        .noneMatch(page -> page.contains("internal"));
    assertThat(entries(file("credential-rules-policies", "-javadoc.jar")))
        .contains("ums-horticulture/README.md");
  }

  @Test
  void what_is_published_has_no_parent_and_no_tests_and_names_no_machine() throws IOException {
    assertThat(Outside.staged(".pom"))
        .isNotEmpty()
        .allSatisfy(
            pom ->
                assertThat(Files.readString(pom))
                    .doesNotContain("<parent>")
                    .doesNotContain("<scope>test</scope>")
                    .doesNotContain(Golden.ROOT.toRealPath().toString()));
  }

  @Test
  void the_bill_of_materials_names_every_artifact() throws IOException {
    String bom =
        Files.readString(
            Outside.staged(".pom").stream()
                .filter(pom -> pom.toString().contains("credential-rules-bom"))
                .findFirst()
                .orElseThrow());
    assertThat(artifacts())
        .allSatisfy(artifact -> assertThat(bom).contains("<artifactId>" + artifact + "<"));
  }

  /** The ids of all artifacts with a jar. */
  private static List<String> artifacts() throws IOException {
    return Outside.staged("-sources.jar").stream()
        .map(jar -> Outside.STAGED.relativize(jar).getName(2).toString())
        .toList();
  }

  private static Path file(String artifact, String end) throws IOException {
    return Outside.staged(end).stream()
        .filter(file -> file.getFileName().toString().startsWith(artifact + "-0."))
        .filter(file -> !end.equals(".jar") || !file.toString().matches(".*-(sources|javadoc).jar"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + artifact + " with " + end));
  }

  private static List<String> entries(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream().map(ZipEntry::getName).toList();
    }
  }
}
