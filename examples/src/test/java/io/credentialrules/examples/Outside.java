package io.credentialrules.examples;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The projects of {@code examples/outside}, built by a Maven of their own from a copy. That Maven
 * knows two repositories: the folder of the artifacts that this build has staged, and Maven
 * Central, of which it takes first what the local repository of this build has already. It writes
 * into a local repository of its own, so that no other build ever sees what is staged.
 */
final class Outside {
  static final Path STAGED = Path.of(System.getProperty("outside.staged"));
  private static final Path FOLDER = Path.of("target/outside").toAbsolutePath();
  private static final Path PROJECTS = FOLDER.resolve("projects");
  private static final Path LOG = FOLDER.resolve("maven.log");

  private static final String SETTINGS =
      """
      <settings>
        <profiles>
          <profile>
            <id>outside</id>
            <repositories>
              <repository>
                <id>staged</id>
                <url>%1$s</url>
                <snapshots><updatePolicy>always</updatePolicy></snapshots>
              </repository>
              <repository>
                <id>cached</id>
                <url>%2$s</url>
                <releases><checksumPolicy>ignore</checksumPolicy></releases>
                <snapshots><enabled>false</enabled></snapshots>
              </repository>
            </repositories>
            <pluginRepositories>
              <pluginRepository>
                <id>cached</id>
                <url>%2$s</url>
                <releases><checksumPolicy>ignore</checksumPolicy></releases>
                <snapshots><enabled>false</enabled></snapshots>
              </pluginRepository>
            </pluginRepositories>
          </profile>
        </profiles>
        <activeProfiles>
          <activeProfile>outside</activeProfile>
        </activeProfiles>
      </settings>
      """;

  private Outside() {}

  /** Builds the projects and gives the folder that they are in. */
  static Path build() throws IOException, InterruptedException {
    copy(Path.of("outside"), PROJECTS);
    Files.createDirectories(PROJECTS.resolve(".mvn"));
    Path settings = FOLDER.resolve("settings.xml");
    Path cached = Path.of(System.getProperty("outside.cached"));
    Files.writeString(settings, SETTINGS.formatted(STAGED.toUri(), cached.toUri()));
    String maven = Path.of(System.getProperty("outside.maven"), "bin", script()).toString();
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    maven,
                    "-B",
                    "-ntp",
                    "-s",
                    settings.toString(),
                    "-Dmaven.repo.local=" + FOLDER.resolve("repository"),
                    "clean",
                    "package"))
            .directory(PROJECTS.toFile())
            .redirectErrorStream(true)
            .redirectOutput(LOG.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("MAVEN_SKIP_RC", "true");
    builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    if (exit(builder) != 0) {
      throw new AssertionError("the projects outside do not build:\n" + Files.readString(LOG));
    }
    return PROJECTS;
  }

  private static String script() {
    return System.getProperty("os.name").startsWith("Windows") ? "mvn.cmd" : "mvn";
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** What a program prints, on standard output, in UTF-8; anything else is an error. */
  static String printedBy(String... command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(FOLDER, "output", ".txt");
    Path errors = Files.createTempFile(FOLDER, "errors", ".txt");
    int exit =
        exit(
            new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile()));
    if (exit != 0) {
      throw new AssertionError(
          List.of(command) + " ended with " + exit + ":\n" + Files.readString(errors));
    }
    return Files.readString(output).replace("\r\n", "\n");
  }

  private static int exit(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.redirectInput(Redirect.from(nothing())).start();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError(builder.command() + " did not end within ten minutes");
    }
    return process.exitValue();
  }

  private static java.io.File nothing() throws IOException {
    Path empty = FOLDER.resolve("nothing.txt");
    Files.createDirectories(FOLDER);
    return Files.write(empty, new byte[0]).toFile();
  }

  /** The staged files whose names end so. */
  static List<Path> staged(String end) throws IOException {
    try (Stream<Path> files = Files.walk(STAGED)) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
    }
  }
}
