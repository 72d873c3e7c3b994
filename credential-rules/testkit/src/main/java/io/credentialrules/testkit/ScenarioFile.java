package io.credentialrules.testkit;

import io.credentialrules.policy.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file {@code <pack>/scenarios/<credential>/<verdict>/<story>.yaml} in a rules folder, not read
 * yet.
 */
public final class ScenarioFile {
  private static final String FOLDER = "scenarios";
  private static final String ENDING = ".yaml";

  /** The YAML parser takes time with the square of the length of a comment or a text. */
  private static final int MOST_BYTES = 1_000_000;

  private final Path path;
  private final String pack;
  private final String credential;
  private final boolean earned;
  private final String story;

  ScenarioFile(Path path, String pack, String credential, boolean earned, String story) {
    this.path = path;
    this.pack = pack;
    this.credential = credential;
    this.earned = earned;
    this.story = story;
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** The folder of the pack. */
  public String pack() {
    return pack;
  }

  /** The folder below {@code scenarios}. */
  public String credential() {
    return credential;
  }

  /** Whether the folder below that is {@code earned}. */
  public boolean earned() {
    return earned;
  }

  /** The file's name without its ending. */
  public String story() {
    return story;
  }

  /**
   * All scenario files of a rules folder, in the order of their names.
   *
   * @param rulesFolder holds a folder for each pack
   * @throws ScenarioException when there are none, or a file is at a place where none belongs
   */
  public static List<ScenarioFile> in(Path rulesFolder) {
    List<ScenarioFile> found = new ArrayList<>();
    for (Path pack : children(rulesFolder)) {
      found.addAll(ofPack(pack));
    }
    if (found.isEmpty()) {
      throw new ScenarioException(
          rulesFolder.toAbsolutePath()
              + " holds no scenarios; they are files `<pack>/scenarios/<credential>/earned/<story>.yaml`");
    }
    return List.copyOf(found);
  }

  /**
   * The scenario files of one pack, in the order of their names; none where it has no scenarios.
   *
   * @param pack the folder of the pack
   * @throws ScenarioException when a file is at a place where none belongs
   */
  public static List<ScenarioFile> ofPack(Path pack) {
    Path scenarios = pack.resolve(FOLDER);
    return Files.isDirectory(scenarios)
        ? filesBelow(scenarios).stream().map(file -> of(pack, scenarios.relativize(file))).toList()
        : List.of();
  }

  /**
   * Reads the scenario.
   *
   * @throws ScenarioException when it is not one, at its place
   */
  public Scenario read() {
    return ScenarioReader.read(this, Vocabulary.standard());
  }

  private static ScenarioFile of(Path pack, Path file) {
    List<String> names = new ArrayList<>();
    file.forEach(name -> names.add(name.toString()));
    Path path = pack.resolve(FOLDER).resolve(file);
    String packName = String.valueOf(pack.toAbsolutePath().normalize().getFileName());
    String place = packName + "/" + FOLDER + "/" + String.join("/", names);
    if (names.size() != 3 || !names.get(2).endsWith(ENDING)) {
      throw new ScenarioException(
          place + ": not a scenario; one is `<credential>/<verdict>/<story>.yaml`");
    }
    String verdict = names.get(1);
    if (!verdict.equals("earned") && !verdict.equals("not-earned")) {
      throw new ScenarioException(
          place + ": `" + verdict + "` is no verdict; it is `earned` or `not-earned`");
    }
    String story = names.get(2).substring(0, names.get(2).length() - ENDING.length());
    return new ScenarioFile(path, packName, names.get(0), verdict.equals("earned"), story);
  }

  /** Its name in test reports, such as {@code garden/level-1/earned/just-enough}. */
  public String name() {
    return pack + "/" + credential + "/" + verdict() + "/" + story;
  }

  /** The folder of a pack that is in the same rules folder. */
  public Path folderOf(String packName) {
    return path.toAbsolutePath().resolve("../../../../..").resolve(packName).normalize();
  }

  /** Its name in messages. */
  String display() {
    return pack + "/" + FOLDER + "/" + credential + "/" + verdict() + "/" + story + ENDING;
  }

  /** All of it, if it is no larger than the limit. */
  String text() {
    try (InputStream stream = Files.newInputStream(path)) {
      byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new ScenarioException(
            display() + ": larger than " + MOST_BYTES + " bytes; tell one story only");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IOException unreadable) {
      throw new ScenarioException(display() + ": cannot be read as UTF-8", unreadable);
    }
  }

  private String verdict() {
    return earned ? "earned" : "not-earned";
  }

  private static List<Path> children(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(Files::isDirectory).sorted().toList();
    } catch (IOException unreadable) {
      throw new ScenarioException(
          "`" + folder.toAbsolutePath() + "` cannot be listed; check the path", unreadable);
    }
  }

  private static List<Path> filesBelow(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException unreadable) {
      throw new ScenarioException(
          "`" + folder.toAbsolutePath() + "` cannot be listed; check the path", unreadable);
    }
  }

  /** Where it is. */
  @Override
  public String toString() {
    return path.toString();
  }
}
