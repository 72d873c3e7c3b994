package io.credentialrules.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.credentialrules.Limits;
import io.credentialrules.PolicyException;
import io.credentialrules.PolicyPack;
import io.credentialrules.policy.Problem;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders and jars that lead the reader of packs astray, or that have no end. */
@Timeout(300)
class HostileFolderTest {
  private static final String RULE =
      "rule \"A\" @credential( \"a\" ) when WorkExperience() then end\n";

  @TempDir private Path temporary;

  private Path pack() throws IOException {
    return Files.createDirectories(temporary.resolve("pack"));
  }

  private static List<String> codes(Path folder, Limits limits) {
    PolicyException refused =
        catchThrowableOfType(PolicyException.class, () -> PolicyPack.read(folder, limits));
    if (refused == null) {
      return List.of();
    }
    assertThat(refused.problems()).allSatisfy(p -> assertThat(p.span().line()).isEqualTo(1));
    return refused.problems().stream().map(Problem::code).toList();
  }

  private static List<String> codes(Path folder) {
    return codes(folder, Limits.DEFAULT);
  }

  @Test
  void a_link_out_of_the_folder_is_refused_and_one_within_is_followed() throws IOException {
    Path outside = Files.writeString(temporary.resolve("outside.drl"), RULE);
    Path inside = Files.writeString(pack().resolve("inside.drl"), RULE);
    Files.createSymbolicLink(pack().resolve("within.drl"), inside);
    assertThat(codes(pack())).isEmpty();
    Files.createSymbolicLink(pack().resolve("link.drl"), outside);
    assertThat(codes(pack())).containsExactly("link-out-of-pack");
  }

  @Test
  void links_to_links_and_to_files_of_the_system_are_refused() throws IOException {
    Files.createSymbolicLink(pack().resolve("passwd.drl"), Path.of("/etc/passwd"));
    Files.createSymbolicLink(pack().resolve("again.drl"), pack().resolve("passwd.drl"));
    Files.createSymbolicLink(pack().resolve("up.drl"), Path.of("../../../../../etc/passwd"));
    assertThat(codes(pack())).contains("link-out-of-pack").doesNotContain("not-utf-8");
  }

  @Test
  void a_link_to_itself_and_a_link_to_nothing_are_refused() throws IOException {
    Files.createSymbolicLink(pack().resolve("loop.drl"), pack().resolve("loop.drl"));
    Files.createSymbolicLink(pack().resolve("nothing.drl"), pack().resolve("missing"));
    assertThat(codes(pack())).containsExactly("unreadable-file", "unreadable-file");
  }

  @Test
  void folders_that_link_to_folders_above_them_have_an_end() throws IOException {
    Files.writeString(pack().resolve("a.drl"), RULE);
    Files.createSymbolicLink(pack().resolve("loop"), pack());
    Files.createSymbolicLink(pack().resolve("loop.drl"), pack());
    assertThat(codes(pack())).containsExactly("not-a-file");
  }

  @Test
  void a_folder_with_the_name_of_a_file_is_refused() throws IOException {
    Files.createDirectories(pack().resolve("x.drl"));
    assertThat(codes(pack())).containsExactly("not-a-file");
  }

  @Test
  void what_is_no_file_is_refused_without_waiting_for_it() throws Exception {
    Path pipe = pack().resolve("pipe.drl");
    Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assumeTrue(made.waitFor(5, TimeUnit.SECONDS) && Files.exists(pipe));
    assertThat(codes(pack())).containsExactly("not-a-file");
  }

  @Test
  void a_device_is_not_read() throws IOException {
    assumeTrue(Files.exists(Path.of("/dev/zero")));
    Files.createSymbolicLink(pack().resolve("zero.drl"), Path.of("/dev/zero"));
    assertThat(codes(pack())).containsExactly("link-out-of-pack");
  }

  @Test
  void a_file_may_be_as_large_as_the_limit_and_is_not_read_beyond_it() throws IOException {
    Limits limits = Limits.DEFAULT.withMaxFileCharacters(RULE.length());
    Path file = Files.writeString(pack().resolve("a.drl"), RULE);
    assertThat(codes(pack(), limits)).isEmpty();
    Files.writeString(file, RULE + " ");
    assertThat(codes(pack(), limits)).containsExactly("limit-file-size");
    try (var channel =
        java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
      channel.write(java.nio.ByteBuffer.wrap(new byte[] {' '}), 20_000_000_000L);
    }
    assertThat(codes(pack())).containsExactly("limit-file-size");
  }

  @Test
  void a_pack_may_have_as_many_files_and_characters_as_the_limits() throws IOException {
    for (int i = 0; i < 3; i++) {
      Files.writeString(pack().resolve(i + ".drl"), RULE);
    }
    assertThat(codes(pack(), Limits.DEFAULT.withMaxFiles(3))).isEmpty();
    assertThat(codes(pack(), Limits.DEFAULT.withMaxFiles(2))).containsExactly("limit-files");
    Limits characters = Limits.DEFAULT.withMaxPolicyCharacters(3 * RULE.length());
    assertThat(codes(pack(), characters)).isEmpty();
    assertThat(codes(pack(), characters.withMaxPolicyCharacters(3 * RULE.length() - 1)))
        .containsExactly("limit-policy-size");
  }

  @Test
  void other_files_are_not_looked_at_without_end() throws IOException {
    Files.writeString(pack().resolve("a.drl"), RULE);
    for (int i = 0; i < 98; i++) {
      Files.createFile(pack().resolve(i + ".txt"));
    }
    assertThat(codes(pack(), Limits.DEFAULT.withMaxFiles(1))).isEmpty();
    Files.createFile(pack().resolve("one-more.txt"));
    assertThat(codes(pack(), Limits.DEFAULT.withMaxFiles(1))).containsExactly("limit-files");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.drl", "a/../../secret.drl", "/etc/passwd", "//host/share/x.drl", "a//b.drl",
        "./a.drl", "..", "a\\..\\..\\secret.drl", "C:/x.drl", "file:/etc/passwd",
        "jar:file:/x.jar!/a.drl", "%2e%2e/secret.drl", "http://127.0.0.1:9/x.drl", "a\u0000.drl"
      })
  void a_list_of_files_that_leads_out_of_the_pack_is_refused(String path) throws IOException {
    Path policies = Files.createDirectories(temporary.resolve("credential-rules/policies/p"));
    Files.writeString(temporary.resolve("credential-rules/policies/secret.drl"), RULE);
    Files.writeString(policies.resolve("a.drl"), RULE);
    Files.writeString(policies.resolve("files.txt"), "a.drl\n" + path + "\n");
    try (Watch watch = new Watch()) {
      assertThat(fromClassPath("p")).containsExactly("bad-path");
      watch.sawNothing();
    }
    Files.writeString(policies.resolve("files.txt"), "a.drl\n");
    assertThat(fromClassPath("p")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../p", "p/../p", "/p", "", " ", "p/", "file:p", ".."})
  void a_pack_of_the_class_path_has_the_name_of_a_folder(String name) throws IOException {
    assertThat(fromClassPath(name)).containsExactly("bad-path");
  }

  private List<String> fromClassPath(String name) throws IOException {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {url()}, null)) {
      PolicyException refused =
          catchThrowableOfType(PolicyException.class, () -> PolicyPack.fromClassPath(loader, name));
      return refused == null ? List.of() : refused.problems().stream().map(Problem::code).toList();
    }
  }

  private URL url() throws MalformedURLException {
    return temporary.toUri().toURL();
  }
}
