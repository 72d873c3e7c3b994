package io.credentialrules.internal.resolve;

import io.credentialrules.internal.fault.PolicyFaults;
import io.credentialrules.internal.work.Interruption;
import io.credentialrules.policy.SourceSpan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts requirements and credentials into an order in which each is settled after all that it
 * depends on.
 *
 * <p><b>The idea.</b> {@code not Earned( … )} is true only when it is certain that the credential
 * is not earned, so whatever is asked about, by its presence or by its absence, has to be settled
 * first. Each requirement and credential is a node; a node is taken up when everything that it
 * needs has been, and its level is one above the highest of those. The engine fires the rules of
 * lower levels first.
 *
 * <p><b>The invariant.</b> When the rules of a level fire, everything that they can ask for is
 * final. That is more than negation needs, and it is what settings that look at all requirements of
 * a rule together rely on: validity, and evidence that serves once.
 *
 * <p><b>What bounds it.</b> Each node and each dependency is visited once; how many dependencies
 * there are is limited before ({@code maxDependencies}). Where nothing can be taken up and nodes
 * are left, there is a cycle; one of its paths is reported, and the order goes on as if its first
 * node were settled, so that further cycles are found in the same run.
 *
 * <p><b>What was rejected.</b> Truth maintenance by the engine: a rule that negates what it derives
 * takes its own conclusion back, for ever. Deciding cycles through negation by some semantics of
 * stable models: an author could not predict the answer.
 */
public final class Strata {
  /** Of a long cycle, its beginning and its end say where to cut it. */
  private static final int MOST_SHOWN = 8;

  private final @Nullable Node[] nodes;

  private static final class Node {
    private final int number;
    private final String id;
    private final boolean named;
    private final SourceSpan place;
    private final Map<Integer, Boolean> needs = new LinkedHashMap<>();
    private boolean settled;
    private int level;

    private Node(int number, String id, boolean named, SourceSpan place) {
      this.number = number;
      this.id = id;
      this.named = named;
      this.place = place;
    }
  }

  public Strata(int size) {
    nodes = new Node[size];
  }

  public void node(int number, String id, boolean named, SourceSpan place) {
    nodes[number] = new Node(number, id, named, place);
  }

  public void dependsOn(int node, int target, boolean negative) {
    at(node).needs.merge(target, negative, Boolean::logicalOr);
  }

  private Node at(int number) {
    Node node = nodes[number];
    if (node == null) {
      throw new IllegalStateException("node " + number + " is not there yet");
    }
    return node;
  }

  /** The level of each node, from 0; cycles are reported, each by one of its paths. */
  public int[] settle(Findings findings) {
    List<List<Integer>> neededBy = new ArrayList<>();
    int[] open = new int[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      neededBy.add(new ArrayList<>());
    }
    for (int i = 0; i < nodes.length; i++) {
      open[i] = at(i).needs.size();
      for (int target : at(i).needs.keySet()) {
        neededBy.get(target).add(i);
      }
    }
    ArrayDeque<Integer> ready = new ArrayDeque<>();
    for (int i = 0; i < nodes.length; i++) {
      if (open[i] == 0) {
        ready.add(i);
      }
    }
    int done = 0;
    int next = 0;
    while (done < nodes.length) {
      Interruption.check();
      Integer number = ready.poll();
      if (number == null) {
        while (at(next).settled) {
          next++;
        }
        for (Node member : reportCycle(at(next), findings)) {
          open[member.number] = 0;
          ready.add(member.number);
        }
        continue;
      }
      Node node = at(number);
      if (node.settled) {
        continue;
      }
      node.settled = true;
      done++;
      for (int dependent : neededBy.get(number)) {
        Node later = at(dependent);
        later.level = Math.max(later.level, node.level + 1);
        if (--open[dependent] == 0) {
          ready.add(dependent);
        }
      }
    }
    int[] levels = new int[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      levels[i] = at(i).level;
    }
    return levels;
  }

  /**
   * Follows unsettled needs until a node comes again. Each unsettled node has one, else it would be
   * ready.
   */
  private List<Node> reportCycle(Node from, Findings findings) {
    Set<Node> followed = new LinkedHashSet<>();
    Node node = from;
    while (followed.add(node)) {
      Interruption.check();
      Node current = node;
      node =
          at(
              current.needs.keySet().stream()
                  .filter(target -> !at(target).settled)
                  .findFirst()
                  .orElseThrow());
    }
    List<Node> path = new ArrayList<>(followed);
    List<Node> cycle = path.subList(path.indexOf(node), path.size());
    boolean negative = false;
    for (int i = 0; i < cycle.size(); i++) {
      Node target = cycle.get((i + 1) % cycle.size());
      negative |= cycle.get(i).needs.getOrDefault(target.number, false);
    }
    List<Node> named = new ArrayList<>(cycle.stream().filter(member -> member.named).toList());
    Node first = named.stream().min((a, b) -> a.place.compareTo(b.place)).orElse(cycle.get(0));
    java.util.Collections.rotate(named, -named.indexOf(first));
    List<String> ids =
        new ArrayList<>(named.stream().map(member -> "`" + member.id + "`").toList());
    if (ids.size() > MOST_SHOWN) {
      int left = ids.size() - MOST_SHOWN;
      ids.subList(MOST_SHOWN - 1, ids.size() - 1).clear();
      ids.add(MOST_SHOWN - 1, "… (" + left + " more)");
    }
    ids.add("`" + first.id + "`");
    String chain = String.join(" → ", ids);
    findings.error(
        first.place,
        negative
            ? PolicyFaults.negationCycle(first.id, chain)
            : PolicyFaults.cycle(first.id, chain));
    return cycle;
  }
}
