package io.credentialrules.openbadges;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.internal.result.StatedCredential;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

final class BadgeDrawingTest {

  @Test
  void it_shows_name_pathway_and_a_dot_for_each_level() throws Exception {
    Document drawing =
        xml(
            BadgeDrawing.of(
                new StatedCredential("x", "Maine Horticulture, Level 3", "horticulture", 3, "p")));
    assertThat(drawing.getElementsByTagName("circle").getLength()).isEqualTo(3);
    assertThat(drawing.getDocumentElement().getTextContent())
        .contains("Maine Horticulture,", "Level 3", "horticulture");
  }

  @Test
  void whatever_the_name_is_it_remains_a_drawing_without_anything_else() throws Exception {
    for (String name :
        new String[] {
          "<script>x</script> & \"y\"", "", "a".repeat(10_000), "a ".repeat(10_000), "😀".repeat(99)
        }) {
      Document drawing = xml(BadgeDrawing.of(new StatedCredential("x", name, name, 9_999, "p")));
      assertThat(drawing.getElementsByTagName("script").getLength()).isZero();
      assertThat(drawing.getElementsByTagName("text").getLength()).isLessThan(8);
      assertThat(drawing.getElementsByTagName("circle").getLength()).isEqualTo(10);
    }
  }

  @Test
  void it_carries_a_badge() {
    String svg =
        BakedBadge.svg(
            BadgeDrawing.of(new StatedCredential("x", "X", null, null, "p")), "{\"a\": \"]]>\"}");
    assertThat(SvgBadge.extract("x", svg.getBytes(StandardCharsets.UTF_8), BadgeLimits.DEFAULT))
        .isEqualTo("{\"a\": \"]]>\"}");
  }

  private static Document xml(String svg) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
