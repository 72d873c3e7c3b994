package io.credentialrules.internal.check;

import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.resolve.Findings;
import io.credentialrules.internal.resolve.References;
import io.credentialrules.policy.Vocabulary;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Who asks for what, through {@code Met} and {@code Earned}. */
final class Graph {
  private final Program program;
  private final TreeMap<Integer, Set<Integer>> askedBy = new TreeMap<>();

  /** The graph of a policy whose references are known to be right. */
  Graph(Program program, Vocabulary vocabulary) {
    this.program = program;
    List<Requirement> named =
        program.requirements().stream()
            .filter(requirement -> requirement.kind() == Kind.REQUIREMENT)
            .toList();
    References references = References.of(program, vocabulary);
    Findings known = new Findings();
    for (Requirement requirement : program.requirements()) {
      Set<Integer> asks = new LinkedHashSet<>();
      requirement.proofs().stream()
          .flatMap(proof -> proof.branches().stream())
          .forEach(
              branch ->
                  references
                      .of(branch.steps(), known)
                      .keySet()
                      .forEach(
                          reference -> {
                            if (!reference.isCredential()) {
                              asks.add(named.get(reference.number()).number());
                            }
                          }));
      askedBy.put(requirement.number(), asks);
    }
  }

  /** The requirements that a credential or another requirement asks for or recommends. */
  Set<Integer> askedRequirements() {
    Set<Integer> asked = new HashSet<>();
    for (Award award : program.credentials()) {
      for (Way way : award.ways()) {
        asked.addAll(way.requires());
        asked.addAll(way.recommends());
      }
    }
    askedBy.forEach(
        (asking, numbers) ->
            numbers.stream().filter(number -> !number.equals(asking)).forEach(asked::add));
    return asked;
  }
}
