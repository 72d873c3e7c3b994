package io.credentialrules.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contrast of text and signs with what is behind them, as WCAG 2.2 AA asks. */
@Tag("once")
class ContrastTest {
  private static final double TEXT = 4.5;
  private static final double SIGN = 3;

  private static List<Map<String, Integer>> schemes() {
    String html =
        Report.of(
                Stories.evaluation(
                    Stories.named("ums-horticulture/horticulture-level-1/earned/first-part")),
                Locale.ENGLISH)
            .html();
    List<Map<String, Integer>> schemes = new ArrayList<>();
    Matcher block = Pattern.compile("\\{(--ink:[^}]*)").matcher(html);
    while (block.find()) {
      Map<String, Integer> colours = new HashMap<>();
      Matcher colour = Pattern.compile("--(\\w+):#([0-9a-f]{6})").matcher(block.group(1));
      while (colour.find()) {
        colours.put(colour.group(1), Integer.parseInt(colour.group(2), 16));
      }
      schemes.add(colours);
    }
    return schemes;
  }

  private static double contrast(Map<String, Integer> scheme, String one, String other) {
    double first = luminance(scheme.getOrDefault(one, 0));
    double second = luminance(scheme.getOrDefault(other, 0));
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(int colour) {
    return 0.2126 * linear((colour >> 16) & 0xff)
        + 0.7152 * linear((colour >> 8) & 0xff)
        + 0.0722 * linear(colour & 0xff);
  }

  private static double linear(int part) {
    double value = part / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  @Test
  void text_stands_out_from_what_is_behind_it_in_light_dark_and_print() {
    List<Map<String, Integer>> schemes = schemes();
    assertThat(schemes).hasSize(3);
    for (Map<String, Integer> scheme : schemes) {
      for (String back : List.of("paper", "panel", "goodback")) {
        for (String text : List.of("ink", "soft", "link", "good")) {
          assertThat(contrast(scheme, text, back)).as(text + " on " + back).isGreaterThan(TEXT);
        }
        assertThat(contrast(scheme, "edge", back)).as("edge on " + back).isGreaterThan(SIGN);
      }
      for (String state : List.of("wait", "stop", "past", "rest")) {
        assertThat(contrast(scheme, state, "paper")).as(state).isGreaterThan(TEXT);
        assertThat(contrast(scheme, state, "panel")).as(state).isGreaterThan(TEXT);
      }
    }
  }
}
