package io.credentialrules.openbadges;

/**
 * Where the status of a badge is looked up.
 *
 * @param list the address of the status list, as {@link StatusList#credential} gives it
 * @param index its place on the list, from 0; each badge has a place of its own, taken by chance
 */
public record StatusEntry(String list, int index) {

  /** Checks the address and the place. */
  public StatusEntry {
    if (!Forms.isAbsolute(list) || index < 0) {
      throw new IllegalArgumentException(
          "a status has the address of a list and a place from 0, not "
              + Quote.of(list)
              + " and "
              + index);
    }
  }
}
