package io.credentialrules.testkit.internal.change;

/**
 * Another text in the place of a part of a policy file.
 *
 * @param file as places name it: the pack, a slash and the path within it
 * @param from the first character that is replaced, from 0
 * @param to the one after the last
 * @param replacement what is there instead; empty where something is left out
 */
public record Edit(String file, int from, int to, String replacement) {

  /** The text of the file with this edit. */
  public String in(String text) {
    return text.substring(0, from) + replacement + text.substring(to);
  }
}
