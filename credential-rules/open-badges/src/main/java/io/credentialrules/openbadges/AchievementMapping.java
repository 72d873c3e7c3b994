package io.credentialrules.openbadges;

import com.google.common.base.Ascii;
import io.credentialrules.vocabulary.EndorserType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which achievements of others are which credentials of the policy: a small file that a person
 * reviews. What it does not name keeps the id that its issuer gave it, which no policy knows.
 * Immutable. {@code docs/open-badges.md} describes the file.
 */
public final class AchievementMapping {

  /** Maps nothing. */
  public static final AchievementMapping EMPTY =
      new AchievementMapping(List.of(), Map.of(), Map.of(), Map.of());

  /** One achievement of an issuer. */
  public sealed interface Entry permits StatedEntry {

    /** The id of the issuer; whoever else uses the same id or name is not meant. */
    String issuer();

    /** The id of the achievement; null where it is recognised by its name. */
    @Nullable String id();

    /** The name of the achievement; null where it is recognised by its id. */
    @Nullable String name();

    /** The id in the policy. */
    String credential();

    /** An achievement that is recognised by its id. */
    static Entry ofId(String issuer, String id, String credential) {
      return new StatedEntry(issuer, id, null, credential);
    }

    /** An achievement that is recognised by its name. */
    static Entry ofName(String issuer, String name, String credential) {
      return new StatedEntry(issuer, null, name, credential);
    }
  }

  /** How a criterion of a rubric is called in the policy. */
  record Criterion(String rubric, String criterion) {}

  private final List<Entry> entries;
  private final Map<String, Criterion> criteria;
  private final Map<String, String> levels;
  private final Map<String, EndorserType> endorsers;

  private AchievementMapping(
      List<Entry> entries,
      Map<String, Criterion> criteria,
      Map<String, String> levels,
      Map<String, EndorserType> endorsers) {
    this.entries = List.copyOf(entries);
    this.criteria = Map.copyOf(criteria);
    this.levels = Map.copyOf(levels);
    this.endorsers = Map.copyOf(endorsers);
  }

  /**
   * A mapping of achievements only.
   *
   * @throws IllegalArgumentException when an achievement is mapped twice
   */
  public static AchievementMapping of(Entry... entries) {
    Set<List<String>> mapped = new HashSet<>();
    for (Entry entry : entries) {
      if (!mapped.add(achievement(entry))) {
        throw new IllegalArgumentException(
            "the achievement "
                + Quote.of(String.valueOf(entry.id() != null ? entry.id() : entry.name()))
                + " of "
                + Quote.of(entry.issuer())
                + " is mapped twice; keep one of the two");
      }
    }
    return new AchievementMapping(List.of(entries), Map.of(), Map.of(), Map.of());
  }

  /**
   * Reads the file.
   *
   * @param source what problems call the file
   * @throws BadgeException with all problems, when it does not have the form of the file
   */
  public static AchievementMapping read(String source, String json) {
    Document document =
        JsonReading.read(source, json.getBytes(StandardCharsets.UTF_8), BadgeLimits.DEFAULT);
    Node root = document.root();
    root.only(
        List.of("reviewedBy", "reviewedOn", "achievements", "criteria", "levels", "endorsers"));
    root.requireText("reviewedBy");
    root.requireText("reviewedOn");
    AchievementMapping mapping =
        new AchievementMapping(
            achievements(root), criteria(root), words(root, "levels"), endorsers(root));
    if (!document.problems().isEmpty()) {
      throw new BadgeException(document.problems());
    }
    return mapping;
  }

  private static List<Entry> achievements(Node root) {
    List<Entry> entries = new ArrayList<>();
    Set<List<String>> mapped = new HashSet<>();
    for (Node entry : root.list("achievements")) {
      entry.only(List.of("issuer", "id", "name", "credential"));
      String issuer = entry.requireText("issuer");
      String credential = entry.requireText("credential");
      String id = entry.text("id");
      String name = entry.text("name");
      if (id == null && name == null) {
        entry.malformed("has neither `id` nor `name`", "write the `id` of the achievement");
      } else if (issuer != null && credential != null) {
        Entry read = new StatedEntry(issuer, id, name, credential);
        if (!mapped.add(achievement(read))) {
          entry.malformed("maps an achievement that is mapped already", "keep one of them");
        }
        entries.add(read);
      }
    }
    return entries;
  }

  /** By what an achievement is recognised: its id, and its name only without one. */
  private static List<String> achievement(Entry entry) {
    return entry.id() != null
        ? List.of(entry.issuer(), "id", entry.id())
        : List.of(entry.issuer(), "name", String.valueOf(entry.name()));
  }

  private static Map<String, Criterion> criteria(Node root) {
    Map<String, Criterion> criteria = new LinkedHashMap<>();
    Node all = root.objectAt("criteria");
    for (String id : all == null ? List.<String>of() : List.copyOf(all.object().keySet())) {
      Node criterion = all == null ? null : all.objectAt(id);
      if (criterion != null) {
        criterion.only(List.of("rubric", "criterion"));
        String rubric = criterion.requireText("rubric");
        String name = criterion.requireText("criterion");
        if (rubric != null && name != null) {
          criteria.put(id, new Criterion(rubric, name));
        }
      }
    }
    return criteria;
  }

  private static Map<String, String> words(Node root, String name) {
    Map<String, String> words = new LinkedHashMap<>();
    Node all = root.objectAt(name);
    for (String word : all == null ? List.<String>of() : List.copyOf(all.object().keySet())) {
      String own = all == null ? null : all.requireText(word);
      if (own != null) {
        words.put(word, own);
      }
    }
    return words;
  }

  private static Map<String, EndorserType> endorsers(Node root) {
    Map<String, EndorserType> endorsers = new LinkedHashMap<>();
    words(root, "endorsers")
        .forEach(
            (issuer, type) -> {
              try {
                endorsers.put(issuer, EndorserType.valueOf(Ascii.toUpperCase(type)));
              } catch (IllegalArgumentException e) {
                root.malformed(
                    "has the endorser type " + Quote.of(type),
                    "write one of `EMPLOYER`, `INSTITUTION`, `ASSOCIATION`, `PERSON`");
              }
            });
    return endorsers;
  }

  /** The achievements that are mapped, in the order of the file. */
  public List<Entry> entries() {
    return entries;
  }

  /** The policy's own id; null where nothing is mapped. An id is preferred to a name. */
  @Nullable String credential(String issuer, String id, @Nullable String name) {
    for (Entry entry : entries) {
      if (entry.issuer().equals(issuer) && id.equals(entry.id())) {
        return entry.credential();
      }
    }
    for (Entry entry : entries) {
      if (entry.issuer().equals(issuer)
          && entry.id() == null
          && entry.name() != null
          && entry.name().equals(name)) {
        return entry.credential();
      }
    }
    return null;
  }

  /**
   * The policy's own ids for an achievement that is named by its id alone; more than one is a
   * doubt.
   */
  List<String> credentials(String id) {
    return entries.stream()
        .filter(entry -> id.equals(entry.id()))
        .map(Entry::credential)
        .distinct()
        .toList();
  }

  @Nullable Criterion criterion(String resultDescription) {
    return criteria.get(resultDescription);
  }

  /** The policy's own word for a level, else the issuer's. */
  String level(String word) {
    return levels.getOrDefault(word, word);
  }

  @Nullable EndorserType endorser(String issuer) {
    return endorsers.get(issuer);
  }

  /** How much is mapped, such as {@code 2 achievements, 0 criteria, 0 levels, 0 endorsers}. */
  @Override
  public String toString() {
    return entries.size()
        + " achievements, "
        + criteria.size()
        + " criteria, "
        + levels.size()
        + " levels, "
        + endorsers.size()
        + " endorsers";
  }
}
