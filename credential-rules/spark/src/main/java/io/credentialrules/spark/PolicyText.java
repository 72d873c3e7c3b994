package io.credentialrules.spark;

import io.credentialrules.CredentialRules;
import io.credentialrules.Limits;
import io.credentialrules.PolicyPack;
import io.credentialrules.vocabulary.Fact;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Policy packs as text, with what else is needed to compile them: what is sent to the executors,
 * since compiled rules never leave the process that compiled them. Immutable and serializable.
 */
public final class PolicyText implements Serializable {
  private static final long serialVersionUID = 1L;

  private final LinkedHashMap<String, TreeMap<String, String>> packs;
  private final ArrayList<Class<? extends Fact>> factTypes;
  private final TreeMap<String, String> limits;
  private final TreeMap<String, String> values;

  private PolicyText(
      Map<String, ? extends Map<String, String>> packs,
      Iterable<Class<? extends Fact>> factTypes,
      Map<String, String> limits,
      Map<String, String> values) {
    this.packs = new LinkedHashMap<>();
    packs.forEach((name, files) -> this.packs.put(name, new TreeMap<>(files)));
    this.factTypes = new ArrayList<>();
    factTypes.forEach(this.factTypes::add);
    this.limits = new TreeMap<>(limits);
    this.values = new TreeMap<>(values);
  }

  /**
   * The packs, in their order, with the standard vocabulary and limits.
   *
   * @throws IllegalArgumentException when two packs have the same name
   */
  public static PolicyText of(PolicyPack... packs) {
    Map<String, Map<String, String>> texts = new LinkedHashMap<>();
    for (PolicyPack pack : packs) {
      if (texts.put(pack.name(), pack.files()) != null) {
        throw new IllegalArgumentException("there are two packs `" + pack.name() + "`");
      }
    }
    return new PolicyText(texts, new ArrayList<>(), Map.of(), Map.of());
  }

  /** This policy with a fact type of the host, whose class the executors have too. */
  public PolicyText register(Class<? extends Fact> type) {
    ArrayList<Class<? extends Fact>> more = new ArrayList<>(factTypes);
    more.add(type);
    return new PolicyText(packs, more, limits, values);
  }

  /**
   * This policy within another limit.
   *
   * @param name of a limit, as {@link Limits#names()}
   * @param written its value, as {@link Limits#with(String, String)}
   * @throws IllegalArgumentException when there is no such limit, or it cannot have that value
   */
  public PolicyText limit(String name, String written) {
    Limits.DEFAULT.with(name, written);
    Map<String, String> more = new TreeMap<>(limits);
    more.put(name, written);
    return new PolicyText(packs, factTypes, more, values);
  }

  /** This policy with a value, as {@link CredentialRules.Builder#writtenValue}. */
  public PolicyText value(String name, String written) {
    Map<String, String> more = new TreeMap<>(values);
    more.put(name, written);
    return new PolicyText(packs, factTypes, limits, more);
  }

  /**
   * The compiled rules. The first call in a process compiles, others get the same rules; the 16
   * policies that were used last are kept.
   *
   * @throws io.credentialrules.PolicyException with every problem, when one of them is an error
   */
  public CredentialRules rules() {
    return CompiledPolicies.of(this);
  }

  /** The fact types of the host. */
  Set<Class<? extends Fact>> registered() {
    return new LinkedHashSet<>(factTypes);
  }

  CredentialRules compile() {
    CredentialRules.Builder builder = CredentialRules.builder();
    packs.forEach((name, files) -> builder.add(PolicyPack.of(name, files)));
    factTypes.forEach(builder::register);
    Limits within = Limits.DEFAULT;
    for (Map.Entry<String, String> limit : limits.entrySet()) {
      within = within.with(limit.getKey(), limit.getValue());
    }
    builder.limits(within);
    values.forEach(builder::writtenValue);
    return builder.compile();
  }

  /** Whether the other compiles to the same rules. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PolicyText text
        && packs.equals(text.packs)
        && new ArrayList<>(packs.keySet()).equals(new ArrayList<>(text.packs.keySet()))
        && factTypes.equals(text.factTypes)
        && limits.equals(text.limits)
        && values.equals(text.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(packs, factTypes, limits, values);
  }

  /** The names of the packs. */
  @Override
  public String toString() {
    return packs.keySet() + ", as text";
  }
}
