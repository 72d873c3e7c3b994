package io.credentialrules.pathways;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody publishes into a policy pack: a CTDL pathway or credentials with condition
 * profiles, as JSON-LD, a pathway exported from Badgr, or a framework with its rubrics as a package
 * of CASE 1.1. It fetches nothing; what a file refers to and does not describe is a credential that
 * is awarded elsewhere. Immutable and thread-safe.
 */
public final class PathwayReader {
  private static final int MOST_CHARACTERS = 20_000_000;
  private static final int DEEPEST = 100;
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(DEEPEST)
                      .maxNumberLength(100)
                      .build())
              .build());

  private final String pack;
  private final @Nullable ZoneId zone;
  private final boolean isBestFirst;

  private PathwayReader(String pack, @Nullable ZoneId zone, boolean isBestFirst) {
    this.pack = pack;
    this.zone = zone;
    this.isBestFirst = isBestFirst;
  }

  /**
   * A reader.
   *
   * @param pack the name of the pack: lower-case letters, digits and hyphens
   */
  public static PathwayReader of(String pack) {
    if (!pack.equals(ForeignText.id(pack)) || pack.isEmpty()) {
      throw new IllegalArgumentException(
          ForeignText.quoted(pack)
              + " is no name of a pack; write lower-case letters, digits and hyphens");
    }
    return new PathwayReader(pack, null, false);
  }

  /** This reader with the time zone that its packs declare. */
  public PathwayReader withZone(ZoneId packZone) {
    return new PathwayReader(pack, packZone, isBestFirst);
  }

  /**
   * This reader for rubrics of CASE whose best level has the first position. CASE does not say
   * which end of a list is the highest; without this, the last position is.
   */
  public PathwayReader withBestLevelFirst() {
    return new PathwayReader(pack, zone, true);
  }

  /**
   * Reads a file; one that holds several JSON documents one after the other too.
   *
   * @param source what messages and the rules call the file
   * @throws PathwayException when it is no JSON, no pathway, or too large
   */
  public PathwayImport read(String source, String json) {
    if (json.length() > MOST_CHARACTERS) {
      throw new PathwayException(source + ": it has more than " + MOST_CHARACTERS + " characters");
    }
    List<JsonNode> documents = documents(source, json);
    Pathway pathway = new Pathway(source);
    if (documents.size() == 1 && BadgrReading.isOne(documents.get(0))) {
      new BadgrReading(pathway).read(documents.get(0));
    } else if (documents.size() == 1 && CaseReading.isOne(documents.get(0))) {
      new CaseReading(pathway, isBestFirst).read(documents.get(0));
    } else {
      new CtdlReading(pathway).read(documents);
    }
    if (pathway.destinations().isEmpty()) {
      throw new PathwayException(
          source
              + ": it has no pathway, no component, no competency and no credential that requires"
              + " something; choose a file of CTDL in JSON-LD, a pathway exported from Badgr, or a"
              + " package of CASE");
    }
    Circles.open(pathway);
    return new PackWriting(pathway, pack, zone).write();
  }

  private static List<JsonNode> documents(String source, String json) {
    List<JsonNode> documents = new ArrayList<>();
    try (MappingIterator<JsonNode> values =
        JSON.readerFor(JsonNode.class)
            .readValues(json.startsWith("\uFEFF") ? json.substring(1) : json)) {
      while (values.hasNextValue()) {
        documents.add(values.nextValue());
      }
    } catch (JsonProcessingException failure) {
      long line =
          failure.getLocation() == null ? 1 : Math.max(1, failure.getLocation().getLineNr());
      throw new PathwayException(
          source + ":" + line + ": it is not JSON, or nested too deep; export it again");
    } catch (IOException cannotBe) {
      throw new PathwayException(source + ": it cannot be read");
    }
    return documents;
  }

  /** The pack that it writes. */
  @Override
  public String toString() {
    return "reader of pathways for the pack " + pack;
  }
}
