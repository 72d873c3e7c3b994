package io.credentialrules;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.internal.read.PolicyReader;
import io.credentialrules.policy.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is wrong with a policy does not depend on the order of its rules, files and packs. */
class StableProblemsProperties {
  private static final Pattern RULE = Pattern.compile("(?m)^(?=rule )");
  private static final List<SeededMistake> READABLE = readable();

  @Provide
  Arbitrary<SeededMistake> mistakes() {
    return Arbitraries.of(READABLE);
  }

  @Property(seed = Laws.SEED)
  void the_same_problems_are_found_in_any_order(
      @ForAll("mistakes") SeededMistake mistake, @ForAll long seed) {
    Random random = new Random(seed);
    List<PolicyPack> packs = mistake.packs();
    List<PolicyPack> shuffled = new ArrayList<>();
    packs.forEach(pack -> shuffled.add(shuffled(pack, random)));
    Collections.shuffle(shuffled, random);
    assertThat(codes(shuffled)).as(mistake.name()).isEqualTo(codes(packs));
  }

  /** The rules of the files in another order, in files that are read in another order. */
  private static PolicyPack shuffled(PolicyPack pack, Random random) {
    List<String> names = new ArrayList<>(pack.files().keySet());
    Collections.shuffle(names, random);
    Map<String, String> files = new TreeMap<>();
    int next = 0;
    for (String text : pack.files().values()) {
      List<String> parts = new ArrayList<>(RULE.splitAsStream(text + "\n").toList());
      String head = parts.get(0).startsWith("rule ") ? "" : parts.remove(0);
      Collections.shuffle(parts, random);
      files.put(names.get(next++), head + String.join("", parts));
    }
    return PolicyPack.of(pack.name(), files);
  }

  private static List<String> codes(List<PolicyPack> packs) {
    CredentialRules.Builder builder = CredentialRules.builder();
    packs.forEach(builder::add);
    return builder.check().stream().map(Problem::code).sorted().toList();
  }

  /** Those whose texts can be read, so that rules are where they seem to be. */
  private static List<SeededMistake> readable() {
    return SeededMistake.all().stream()
        .filter(mistake -> PolicyReader.read(mistake.packs(), Limits.DEFAULT).problems().isEmpty())
        .toList();
  }
}
