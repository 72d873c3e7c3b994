package io.credentialrules.internal.program;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.internal.work.Interruption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the combinations of a total are grouped before they are summed up. Combinations without a key
 * are in no group.
 *
 * @param slot where the key of a group goes
 * @param key by which combinations are grouped
 * @param functions what is worked out for each group
 * @param tests which groups are kept; they look at the key and the functions alone
 */
public record GroupedBy(int slot, Value key, List<Step.Function> functions, List<Test> tests) {
  /** Copies the lists. */
  public GroupedBy {
    functions = List.copyOf(functions);
    tests = List.copyOf(tests);
  }

  /** A group: its key, and the results of its functions. */
  public final class Group implements Row {
    private final Object value;
    private final List<Row> members;
    private final Totals totals;

    private Group(Object value, List<Row> members) {
      this.value = value;
      this.members = members;
      this.totals = Totals.of(functions, members);
    }

    /** The value of the key. */
    public Object value() {
      return value;
    }

    /** The combinations that are in it. */
    public List<Row> members() {
      return List.copyOf(members);
    }

    /** Whether it is kept. */
    public boolean isKept() {
      return Test.all(tests, this);
    }

    /** The slots of its facts are those of one of them. */
    @Override
    public @Nullable Object at(int at) {
      if (at == slot) {
        return value;
      }
      return totals.fills(at) ? totals.at(at) : members.get(0).at(at);
    }

    /** Some fact of it. */
    @Nullable Candidate anyFact() {
      for (int at : key.slots()) {
        if (members.get(0).at(at) instanceof Candidate candidate) {
          return candidate;
        }
      }
      return null;
    }
  }

  /** A group that nothing is in. */
  public Group none(Object value) {
    return new Group(value, List.of());
  }

  /** All groups, in the order in which their first combinations come. */
  public List<Group> all(Collection<? extends Row> rows) {
    Map<Object, List<Row>> members = new LinkedHashMap<>();
    for (Row row : rows) {
      Interruption.check();
      Object value = key.in(row);
      if (value != null) {
        members.computeIfAbsent(Comparing.canonical(value), none -> new ArrayList<>()).add(row);
      }
    }
    List<Group> groups = new ArrayList<>();
    members.forEach((value, all) -> groups.add(new Group(value, all)));
    return groups;
  }

  /** The groups that are kept. */
  public List<Row> kept(Collection<? extends Row> rows) {
    List<Row> kept = new ArrayList<>();
    for (Group group : all(rows)) {
      if (group.isKept()) {
        kept.add(group);
      }
    }
    return kept;
  }

  /** The slots of the key and of the functions. */
  public ImmutableSet<Integer> fills() {
    ImmutableSet.Builder<Integer> fills = ImmutableSet.builder();
    fills.add(slot);
    functions.forEach(function -> fills.add(function.slot()));
    return fills.build();
  }
}
