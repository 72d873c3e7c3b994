package io.credentialrules.benchmarks;

import com.google.common.collect.ImmutableList;
import io.credentialrules.PolicyPack;
import java.util.List;

/** Packs that are compiled together. */
public enum PackSet {
  /** One pathway of the University of Maine System. */
  HORTICULTURE(ImmutableList.of("ums-horticulture")),

  /**
   * The packs of this repository that are written by hand too. {@code eagle-scout} and {@code
   * microsoft-certifications} are not: versions by the learner's own date, and validity, are
   * settings that plain rules have no word for.
   */
  ALL(
      ImmutableList.of(
          "comptia-stacks",
          "maine-nursing-assistant",
          "salesforce-architect",
          "ums-aquaculture",
          "ums-black-bear-humanities",
          "ums-career-prepared",
          "ums-food-processing-sanitation",
          "ums-horticulture",
          "ums-innovation",
          "ums-leadership",
          "jmg-career-exploration",
          "ums-maple-sugaring",
          "ums-micro-credential-development",
          "ums-outdoor-leadership",
          "ums-skills",
          "ums-undergraduate-research-scholar",
          "us-apprenticeship"));

  private final ImmutableList<String> names;

  PackSet(ImmutableList<String> names) {
    this.names = names;
  }

  List<PolicyPack> packs() {
    ClassLoader loader = PackSet.class.getClassLoader();
    return names.stream().map(name -> PolicyPack.fromClassPath(loader, name)).toList();
  }
}
