package io.credentialrules.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Laws;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What an index of spellings finds is what comparing with each text finds. */
class SpellingsProperties {

  @Property(tries = 1_000, seed = Laws.SEED)
  void the_index_finds_the_texts_that_comparing_each_finds(
      @ForAll("several") Set<String> texts, @ForAll("several") Set<String> asked) {
    List<String> compared =
        texts.stream()
            .filter(text -> asked.stream().anyMatch(one -> Spellings.areAlike(text, one)))
            .toList();
    assertThat(new Spellings(texts).alike(asked)).containsExactlyInAnyOrderElementsOf(compared);
  }

  @Provide
  Arbitrary<Set<String>> several() {
    Arbitrary<String> words =
        Arbitraries.of(
            "biology", "biologie", "Bíology", "chemistry", "chem", "lab work", "LAB-WORK");
    Arbitrary<String> ends = Arbitraries.strings().withChars("a1 _Zİß").ofMaxLength(4);
    return Arbitraries.oneOf(
            words,
            ends,
            words.flatMap(word -> ends.map(end -> word + " " + end)),
            words.flatMap(word -> ends.map(end -> end + word)),
            words.map(word -> word.substring(1)),
            words.map(word -> word.charAt(1) + word.substring(0, 1) + word.substring(2)))
        .set()
        .ofMaxSize(12);
  }

  @Test
  void two_edits_are_found_and_three_are_not() {
    Spellings spellings = new Spellings(List.of("carpentry", "Carpentry", "plumbing"));
    assertThat(spellings.alike(List.of("carpentri"))).containsExactly("carpentry", "Carpentry");
    assertThat(spellings.alike(List.of("karpentri"))).containsExactly("carpentry", "Carpentry");
    assertThat(spellings.alike(List.of("karpintri"))).isEmpty();
  }

  @Test
  void of_hundreds_that_differ_by_two_letters_fifty_are_compared() {
    List<String> texts = new ArrayList<>();
    for (char first = 'f'; first <= 'z'; first++) {
      for (char second = 'f'; second <= 'z'; second++) {
        texts.add(first + "arpentr" + second);
      }
    }
    assertThat(new Spellings(texts).alike(List.of("carpentry"))).hasSize(50);
    assertThat(new Spellings(texts.subList(0, 49)).alike(List.of("carpentry"))).hasSize(49);
  }
}
