package io.credentialrules.internal.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.FieldKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a credential asks for, where each requirement is met by a fact of its own ({@link
 * OwnFacts}). Two are equal if only ids, names and the texts that facts must name differ, such as
 * those of two pathways that are written alike: what a search finds for one it finds for the other,
 * with the other's texts. Immutable and thread-safe.
 */
public final class OutlineForm {
  private final Program program;
  private final Award award;
  private final OwnFacts facts;
  private final ImmutableList<Integer> credentials;
  private final ImmutableList<Integer> requirements;
  private final ImmutableList<Object> texts;
  private final ImmutableList<Object> marks;

  /** A text, by its place among those that are named. */
  private record Named(Value field, int text) {}

  private OutlineForm(Program program, Award award, OwnFacts facts) {
    this.program = program;
    this.award = award;
    this.facts = facts;
    this.credentials = ImmutableList.copyOf(facts.credentials());
    TreeSet<Integer> required = new TreeSet<>();
    credentials.forEach(credential -> required.addAll(way(credential).requires()));
    this.requirements = ImmutableList.copyOf(required);
    Map<Object, Integer> places = new HashMap<>();
    List<Object> inOrder = new ArrayList<>();
    List<Object> all = new ArrayList<>();
    all.add(credentials.indexOf(award.number()));
    for (int credential : credentials) {
      all.add(way(credential).rule().settings());
      way(credential).requires().forEach(number -> all.add(requirements.indexOf(number)));
    }
    for (int requirement : requirements) {
      OwnFact fact = facts.of(requirement);
      if (fact == null) {
        all.add(credentials.indexOf(facts.component(requirement)));
      } else {
        all.add(credentials.indexOf(fact.credential()));
        addTo(all, fact, places, inOrder);
      }
    }
    this.texts = ImmutableList.copyOf(inOrder);
    this.marks = ImmutableList.copyOf(all);
  }

  /** That of a credential, by its number; null where some requirement is of another form. */
  public static @Nullable OutlineForm of(Program program, int credential) {
    OwnFacts facts = OwnFacts.of(program, credential);
    return facts == null
        ? null
        : new OutlineForm(program, program.credentials().get(credential), facts);
  }

  private Way way(int credential) {
    return program.credentials().get(credential).ways().get(0);
  }

  private static void addTo(
      List<Object> all, OwnFact fact, Map<Object, Integer> places, List<Object> inOrder) {
    all.add(fact.match().type().name());
    for (Test test : fact.match().tests()) {
      Comparison comparison = test.comparison();
      Object text = comparison == null ? null : text(comparison);
      if (comparison == null || text == null) {
        all.add(test.formula());
      } else {
        Integer place = places.putIfAbsent(text, inOrder.size());
        all.add(new Named(comparison.left(), place == null ? inOrder.size() : place));
        if (place == null) {
          inOrder.add(text);
        }
      }
    }
    Step.Total total = fact.total();
    if (total != null) {
      all.addAll(total.arguments());
      all.add(total.tests().get(0).formula());
    }
  }

  /** The text that a field must be; null where it is compared otherwise. */
  private static @Nullable Object text(Comparison comparison) {
    return comparison.left() instanceof Value.Field field && field.field().kind() == FieldKind.TEXT
        ? comparison.right().literal()
        : null;
  }

  Program program() {
    return program;
  }

  Award award() {
    return award;
  }

  OwnFacts facts() {
    return facts;
  }

  /** What another one that is equal asks for in place of what this one does. */
  OwnFact same(OwnFact fact, OutlineForm other) {
    int place = requirements.indexOf(fact.requirement());
    return Objects.requireNonNull(other.facts.of(other.requirements.get(place)), "they are equal");
  }

  /** The texts of another one that is equal, by those of this one. */
  ImmutableMap<Object, Object> texts(OutlineForm other) {
    ImmutableMap.Builder<Object, Object> all = ImmutableMap.builder();
    for (int place = 0; place < texts.size(); place++) {
      all.put(texts.get(place), other.texts.get(place));
    }
    return all.buildOrThrow();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OutlineForm form && marks.equals(form.marks);
  }

  @Override
  public int hashCode() {
    return marks.hashCode();
  }

  /** Such as {@code p1-level-2 with 6 facts}. */
  @Override
  public String toString() {
    return award.credential().id() + " with " + facts.size() + " facts";
  }
}
