package io.credentialrules.internal.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Texts, found by others that are spelled nearly alike. A look-up compares only what can be alike:
 * texts with the same digits, of about the same length and with about the same letters; of these no
 * more than are quickly compared. Not thread-safe.
 */
public final class Spellings {
  private static final int MOST_LOOKED_AT = 2_000;
  private static final int MOST_COMPARED = 50;

  /** An edit takes one letter away and brings another. */
  private static final int LETTERS_OF_AN_EDIT = 2;

  private final Map<String, List<String>> byPlain = new HashMap<>();
  private final Map<Shape, List<Spelled>> byShape = new HashMap<>();
  private final BitSet lengths = new BitSet();

  /** What texts must have in common. */
  private record Shape(String digits, int length) {}

  /** A text with a bit for each letter of it. */
  private record Spelled(String text, long letters) {}

  /** Of these texts; the earlier are found first. */
  public Spellings(Collection<String> texts) {
    for (String text : texts) {
      byPlain.computeIfAbsent(PlainText.of(text), first -> new ArrayList<>(1)).add(text);
      if (NearestWord.canBeSlip(text)) {
        byShape
            .computeIfAbsent(
                new Shape(NearestWord.digits(text), text.length()), first -> new ArrayList<>(1))
            .add(new Spelled(text, letters(text)));
        lengths.set(text.length());
      }
    }
  }

  /** Whether a text is likely to be another one, written in another way. */
  public static boolean areAlike(String text, String other) {
    return PlainText.of(other).equals(PlainText.of(text)) || NearestWord.isSlipOf(text, other);
  }

  /** Those that are likely to be one of others, written in another way. */
  public Set<String> alike(Collection<?> others) {
    Set<String> found = new LinkedHashSet<>();
    int[] work = new int[2];
    for (Object other : others) {
      if (other instanceof String text) {
        found.addAll(byPlain.getOrDefault(PlainText.of(text), List.of()));
        addSlips(text, work, found);
      }
    }
    return found;
  }

  private void addSlips(String other, int[] work, Set<String> found) {
    int most = NearestWord.MOST_EDITS;
    String digits = NearestWord.digits(other);
    long letters = letters(other);
    for (int length = other.length() - most; length <= other.length() + most; length++) {
      if (!lengths.get(Math.max(0, length))) {
        continue;
      }
      for (Spelled one : byShape.getOrDefault(new Shape(digits, length), List.of())) {
        if (++work[0] > MOST_LOOKED_AT) {
          return;
        }
        if (Long.bitCount(one.letters() ^ letters) <= LETTERS_OF_AN_EDIT * most) {
          if (++work[1] > MOST_COMPARED) {
            return;
          }
          if (NearestWord.isSlipOf(one.text(), other)) {
            found.add(one.text());
          }
        }
      }
    }
  }

  private static long letters(String text) {
    String plain = NearestWord.plain(text);
    long letters = 0;
    for (int i = 0; i < plain.length(); i++) {
      letters |= 1L << plain.charAt(i);
    }
    return letters;
  }
}
