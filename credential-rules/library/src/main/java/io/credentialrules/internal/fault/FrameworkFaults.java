package io.credentialrules.internal.fault;

import static io.credentialrules.internal.fault.Fault.error;
import static io.credentialrules.internal.fault.Fault.plain;
import static io.credentialrules.internal.fault.Fault.quoted;
import static io.credentialrules.internal.fault.Fault.warning;

/**
 * Faults of the category "Frameworks". Written from the register of checks by {@code
 * -Dchecks.write=true}; do not edit.
 */
public final class FrameworkFaults {

  private FrameworkFaults() {}

  public static Fault badAlignment(String example) {
    return error(
        "bad-alignment",
        "`@alignment` takes a name and an address, then perhaps the framework and its code there",
        "write `" + quoted(example) + "`");
  }

  public static Fault badAlignmentAddress(String value) {
    return error(
        "bad-alignment",
        "`" + quoted(value) + "` is not an address",
        "write the whole address on the web, such as `\"https://example.org/competency\"`, after the name");
  }

  public static Fault badFramework(String name) {
    return error(
        "bad-framework",
        "`" + quoted(name) + "` does not say how many levels a pathway has",
        "write `@levels( 3 )`");
  }

  public static Fault badFrameworkName(String name) {
    return error(
        "bad-framework",
        "the name of a framework must begin with a capital letter and have letters and digits only, unlike `"
            + quoted(name)
            + "`",
        "write a name such as `MicroCredentialFramework`");
  }

  public static Fault badFrameworkLevel(String annotation) {
    return error(
        "bad-framework",
        "`@" + quoted(annotation) + "` needs a level, and after it texts in quotes",
        "write `@requires( 3, \"PerformanceFeedback\" )` or `@vettedBy( 1, \"FACULTY\", \"STAFF\" )`");
  }

  public static Fault badFrameworkBeyond(Object level, Object levels) {
    return error(
        "bad-framework",
        "there is no level " + plain(level) + ": a pathway has " + plain(levels),
        "correct the level, or `@levels`");
  }

  public static Fault badFrameworkTwice(Object level) {
    return error(
        "bad-framework",
        "who vets level " + plain(level) + " is said twice",
        "write all roles in one `@vettedBy`");
  }

  public static Fault badFrameworkMany(Object most) {
    return error(
        "bad-framework",
        "a framework says more than " + plain(most) + " things",
        "keep what holds for each pathway");
  }

  public static Fault badFrameworkRole(String role, Object hint) {
    return error(
        "bad-framework", "`" + quoted(role) + "` is no role whose reviews count", plain(hint));
  }

  public static Fault duplicateAlignment(String value) {
    return error(
        "duplicate-alignment",
        "`" + quoted(value) + "` is aligned to twice",
        "delete one of the two, or correct its address");
  }

  public static Fault duplicateAlignmentMany(Object most) {
    return error(
        "duplicate-alignment",
        "the rule is aligned to more than " + plain(most) + " addresses",
        "name the competencies that matter most, or align the requirements that show them");
  }

  public static Fault idleFramework(String framework) {
    return warning(
        "idle-framework",
        "`" + quoted(framework) + "` holds none of these packs",
        "correct `@packs`, or compile it with the packs that it is for");
  }

  public static Fault missesFramework(
      Object level, String pathway, String types, String framework) {
    return warning(
        "misses-framework",
        "level "
            + plain(level)
            + " of `"
            + quoted(pathway)
            + "` can be earned without "
            + plain(types)
            + ", which `"
            + quoted(framework)
            + "` requires",
        "add a condition on "
            + plain(types)
            + " to the rule or to a requirement of it, or silence this with a reason");
  }

  public static Fault missesFrameworkVetting(
      String type,
      Object level,
      String pathway,
      Object others,
      String framework,
      String constraint) {
    return warning(
        "misses-framework",
        "`"
            + quoted(type)
            + "` counts for level "
            + plain(level)
            + " of `"
            + quoted(pathway)
            + "` also when "
            + plain(others)
            + " vetted it, which `"
            + quoted(framework)
            + "` excludes",
        "add `" + quoted(constraint) + "`, or silence this with a reason");
  }

  public static Fault missesFrameworkLevel(
      Object level, String pathway, Object levels, String framework) {
    return warning(
        "misses-framework",
        "level "
            + plain(level)
            + " of `"
            + quoted(pathway)
            + "` is none of the "
            + plain(levels)
            + " levels of `"
            + quoted(framework)
            + "`",
        "correct the level, or silence this with a reason");
  }

  public static Fault missesFrameworkMissing(String pathway, String level, String framework) {
    return warning(
        "misses-framework",
        "`"
            + quoted(pathway)
            + "` has no level "
            + plain(level)
            + ", which `"
            + quoted(framework)
            + "` requires",
        "add a credential with `@pathway( \""
            + quoted(pathway)
            + "\" ) @level( "
            + quoted(level)
            + " )`, or silence this with a reason");
  }

  public static Fault missesFrameworkStack(String pathway, String framework) {
    return warning(
        "misses-framework",
        "no credential is for all levels of `"
            + quoted(pathway)
            + "`, which `"
            + quoted(framework)
            + "` requires",
        "add a credential with `@pathway( \""
            + quoted(pathway)
            + "\" )` and without `@level`, or silence this with a reason");
  }
}
