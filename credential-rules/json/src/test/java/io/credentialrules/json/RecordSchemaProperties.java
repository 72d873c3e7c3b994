package io.credentialrules.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Reader and schema say the same of records that were damaged in one place. */
class RecordSchemaProperties {
  private static final LearnerRecordReader READER =
      LearnerRecordReader.of(GeneratedRecords.VOCABULARY, ZoneId.of("America/New_York"));
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /** What no schema can say, as the documentation of the schema lists it. */
  private static final List<String> BEYOND_A_SCHEMA =
      List.of(
          " is before ",
          "`guided` is true, and no `guide` is named",
          "has more than 30 digits",
          "the calendar does not have it",
          "the most it can be is 9223372036854775807",
          "the most it can be is 2147483647");

  @Property
  void reader_and_schema_refuse_the_same_records(@ForAll long seed) throws JsonProcessingException {
    Random random = new Random(seed);
    JsonNode record = JSON.readTree(LearnerRecordWriter.write(GeneratedRecords.record(seed)));
    damage(record, random);
    String text = JSON.writeValueAsString(record);

    List<String> bySchema = Schemas.RECORD.problems(text);
    List<RecordProblem> byReader = refused(text);

    if (byReader.isEmpty()) {
      assertThat(bySchema).as(text).isEmpty();
    } else if (byReader.stream().anyMatch(problem -> !isBeyondASchema(problem))) {
      assertThat(bySchema).as(text + byReader).isNotEmpty();
    }
  }

  private static boolean isBeyondASchema(RecordProblem problem) {
    return BEYOND_A_SCHEMA.stream().anyMatch(problem.toString()::contains)
        || (problem.message().matches("`\\w+` is `-?[0-9.]+`") && isTextAmount(problem));
  }

  /** Bounds of amounts that are written as texts. */
  private static boolean isTextAmount(RecordProblem problem) {
    return problem.hint().contains("it can be is");
  }

  private static List<RecordProblem> refused(String text) {
    try {
      READER.read("a.json", text);
      return List.of();
    } catch (RecordException refused) {
      return refused.problems();
    }
  }

  private static void damage(JsonNode root, Random random) {
    List<JsonNode> containers = new ArrayList<>();
    collect(root, containers);
    JsonNode container = containers.get(random.nextInt(containers.size()));
    if (container instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.isEmpty() ? "x" : names.get(random.nextInt(names.size()));
      switch (random.nextInt(4)) {
        case 0 -> object.remove(name);
        case 1 -> object.set(name + (random.nextBoolean() ? "s" : ""), value(random));
        case 2 -> object.set(name, value(random));
        default ->
            object.set(
                List.of("vetting", "status", "id", "source").get(random.nextInt(4)), value(random));
      }
    } else if (container instanceof ArrayNode array) {
      array.insert(random.nextInt(array.size() + 1), value(random));
    }
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
    }
    for (Iterator<JsonNode> children = node.elements(); children.hasNext(); ) {
      collect(children.next(), containers);
    }
  }

  private static JsonNode value(Random random) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (random.nextInt(14)) {
      case 0 -> nodes.nullNode();
      case 1 -> nodes.booleanNode(true);
      case 2 -> nodes.numberNode(7);
      case 3 -> nodes.numberNode(new BigDecimal("-0.5"));
      case 4 -> nodes.textNode("");
      case 5 -> nodes.textNode("FACULTY");
      case 6 -> nodes.textNode("JOB");
      case 7 -> nodes.textNode("2026-02-30");
      case 8 -> nodes.textNode("2026-05-01T24:00:00Z");
      case 9 -> nodes.textNode("101.5");
      case 10 -> nodes.arrayNode().add("a");
      case 11 -> nodes.objectNode();
      case 12 -> nodes.objectNode().put("role", "FACULTY");
      default -> nodes.textNode("2026-05-01");
    };
  }
}
