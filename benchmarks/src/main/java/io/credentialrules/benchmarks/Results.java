package io.credentialrules.benchmarks;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that a short run measured.
 *
 * @param contests by size of the catalogue, in ascending order
 */
record Results(
    List<Contest> contests,
    List<Duel> duels,
    List<Kept> kept,
    ColdStart cold,
    LiveTime live,
    ThreadsTime threads) {

  /** The sizes of the catalogue. */
  List<Integer> sizes() {
    return contests.stream().map(contest -> contest.catalogue().pathways()).toList();
  }

  /** The engines of the duels. */
  Set<Rival> rivals() {
    Set<Rival> rivals = new LinkedHashSet<>();
    duels.forEach(duel -> rivals.add(duel.rival()));
    return rivals;
  }

  /** The contest at a size. */
  Optional<Contest> contest(int pathways) {
    return contests.stream()
        .filter(contest -> contest.catalogue().pathways() == pathways)
        .findFirst();
  }

  /** What compiled rules of a catalogue of a size keep. */
  Optional<Kept> kept(int pathways) {
    return kept.stream().filter(each -> each.pathways() == pathways).findFirst();
  }

  /** How many times as long as the library each engine takes, by engine and size. */
  Map<String, Map<Integer, Double>> ratios() {
    Map<String, Map<Integer, Double>> ratios = new LinkedHashMap<>();
    for (String name : List.of(Agreement.PLAIN_DROOLS, Agreement.JAVA_BY_HAND)) {
      for (Contest contest : contests) {
        if (!contest.of(name).isEmpty()) {
          ratios
              .computeIfAbsent(name, unseen -> new LinkedHashMap<>())
              .put(contest.catalogue().pathways(), contest.ratio(name));
        }
      }
    }
    for (Duel duel : duels) {
      if (duel.failure().isEmpty()) {
        ratios
            .computeIfAbsent(duel.rival().title(), unseen -> new LinkedHashMap<>())
            .put(duel.pathways(), duel.ratio());
      }
    }
    return ratios;
  }
}
