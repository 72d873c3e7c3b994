package io.credentialrules.examples.campus.author;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.credentialrules.CredentialRules;
import io.credentialrules.PolicyException;
import io.credentialrules.PolicyPack;
import io.credentialrules.examples.campus.policy.PolicyStore;
import io.credentialrules.policy.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The policy in force with one file changed. What is asked about one text, such as what it decides
 * and what its scenarios cover, compiles it once.
 */
@Service
class Workbench {
  /** Characters of a file. */
  static final int LONGEST = 100_000;

  /** Texts of authors who are at work at the same time. */
  private static final int COMPILED = 8;

  private final PolicyStore policies;
  private final Cache<Draft, Checked> checked =
      CacheBuilder.newBuilder().maximumSize(COMPILED).build();

  Workbench(PolicyStore policies) {
    this.policies = policies;
  }

  /**
   * A file as somebody writes it.
   *
   * @param pack the pack that it is in
   * @param path its path there
   * @param text what is in it
   * @param base the digest of the policy that it changes
   */
  record Draft(String pack, String path, String text, String base) {

    /** As places in problems name it. */
    String file() {
      return pack + "/" + path;
    }
  }

  /**
   * What compiling found.
   *
   * @param packs all packs of the policy
   * @param problems errors and warnings, in the order of places
   * @param rules the rules; null where there is an error
   */
  record Checked(List<PolicyPack> packs, List<Problem> problems, @Nullable CredentialRules rules) {}

  /** The packs of the policy in force. */
  List<PolicyPack> packs() {
    return policies.packs(inForce());
  }

  /** The text of a file that is in force; nothing where there is no such file. */
  Optional<String> text(String pack, String path) {
    return packs().stream()
        .filter(one -> one.name().equals(pack))
        .flatMap(one -> Optional.ofNullable(one.files().get(path)).stream())
        .findFirst();
  }

  /** A file as a browser sends it: with other line ends than the files have. */
  Draft draft(String pack, String path, String sent) {
    return new Draft(pack, path, sent.replace("\r\n", "\n"), inForce());
  }

  /** Compiles the policy with the draft; nothing where the policy has no such file. */
  Optional<Checked> check(Draft draft) {
    Checked known = checked.getIfPresent(draft);
    if (known != null) {
      return Optional.of(known);
    }
    List<PolicyPack> packs = policies.packs(draft.base());
    if (packs.stream()
        .noneMatch(
            one -> one.name().equals(draft.pack()) && one.files().containsKey(draft.path()))) {
      return Optional.empty();
    }
    Checked now = compiled(packs.stream().map(one -> changed(one, draft)).toList());
    checked.put(draft, now);
    return Optional.of(now);
  }

  private Checked compiled(List<PolicyPack> packs) {
    try {
      CredentialRules rules = policies.builder(packs).compile();
      return new Checked(packs, rules.warnings(), rules);
    } catch (PolicyException wrong) {
      return new Checked(packs, new ArrayList<>(wrong.problems()), null);
    }
  }

  private static PolicyPack changed(PolicyPack pack, Draft draft) {
    if (!pack.name().equals(draft.pack())) {
      return pack;
    }
    Map<String, String> files = new TreeMap<>(pack.files());
    files.put(draft.path(), draft.text());
    return PolicyPack.of(pack.name(), files);
  }

  private String inForce() {
    return policies.digestInForce().orElseThrow();
  }
}
