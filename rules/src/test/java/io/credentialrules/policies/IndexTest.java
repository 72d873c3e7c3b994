package io.credentialrules.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class IndexTest {

  @Test
  void the_readme_lists_every_pack_with_its_title_and_what_it_needs() {
    List<String> rows =
        Packs.text(Packs.FOLDER.resolve("README.md"))
            .lines()
            .filter(line -> line.startsWith("| [`"))
            .toList();
    assertThat(rows).containsExactlyElementsOf(Packs.names().stream().map(IndexTest::row).toList());
  }

  private static String row(String pack) {
    String readme = Packs.text(Packs.FOLDER.resolve(pack).resolve("README.md"));
    String title = readme.substring("# ".length(), readme.indexOf('\n'));
    String needs =
        String.join(", ", Packs.neededBy(pack).stream().map(name -> "`" + name + "`").toList());
    return "| [`%s`](%s/README.md) | %s | %s |".formatted(pack, pack, title, needs);
  }
}
