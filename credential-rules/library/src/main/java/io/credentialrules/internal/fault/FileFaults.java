package io.credentialrules.internal.fault;

import static io.credentialrules.internal.fault.Fault.error;
import static io.credentialrules.internal.fault.Fault.quoted;

/**
 * Faults of the category "Files and folders". Written from the register of checks by {@code
 * -Dchecks.write=true}; do not edit.
 */
public final class FileFaults {

  private FileFaults() {}

  public static Fault badPath() {
    return error(
        "bad-path",
        "the name of a pack is the name of a folder, not a path",
        "write the name alone");
  }

  public static Fault badPathInList(String path) {
    return error(
        "bad-path",
        "`" + quoted(path) + "` is not a path within the pack",
        "write it with `/` and without `..`, beginning with a name");
  }

  public static Fault byteOrderMark() {
    return error(
        "byte-order-mark",
        "the file starts with a byte order mark",
        "save it as UTF-8 without a byte order mark (BOM)");
  }

  public static Fault emptyPack() {
    return error("empty-pack", "the pack has no `.drl` file", "add one, or check the path");
  }

  public static Fault linkOutOfPack() {
    return error(
        "link-out-of-pack",
        "the file is a link that leads out of the pack",
        "copy the file into the pack");
  }

  public static Fault missingFolder(String folder) {
    return error("missing-folder", "there is no folder `" + quoted(folder) + "`", "check the path");
  }

  public static Fault missingResource(String path) {
    return error(
        "missing-resource",
        "there is no resource `" + quoted(path) + "`",
        "put the jar with the pack on the class path");
  }

  public static Fault noRules() {
    return error("no-rules", "the file has no rules", "write a rule, or remove the file");
  }

  public static Fault noRulesPack(String pack) {
    return error(
        "no-rules",
        "the pack `" + quoted(pack) + "` has no rules",
        "write a rule, or leave the pack out");
  }

  public static Fault noRulesCredential() {
    return error(
        "no-rules",
        "no rule awards a credential, so there is nothing to decide",
        "add a rule with `@credential`, or compile these packs together with the one that has it");
  }

  public static Fault noRulesPacks() {
    return error("no-rules", "there are no packs, so there are no rules", "add a pack");
  }

  public static Fault notAFile() {
    return error("not-a-file", "this is not a regular file", "remove it");
  }

  public static Fault notUtf8() {
    return error("not-utf-8", "the file is not encoded in UTF-8", "save it as UTF-8");
  }

  public static Fault unreadableFile() {
    return error("unreadable-file", "the file cannot be read", "check its permissions");
  }

  public static Fault unreadableFileResource() {
    return error("unreadable-file", "the resource cannot be read", "check the jar");
  }

  public static Fault unreadableFolder() {
    return error("unreadable-folder", "the folder cannot be read", "check its permissions");
  }
}
