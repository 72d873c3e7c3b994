package io.credentialrules.openbadges;

/** Where the status of a badge is looked up. */
public sealed interface StatusEntry permits StatedStatus {

  /** The address of the status list, as {@link StatusList#credential} gives it. */
  String list();

  /** Its place on the list, from 0; each badge has a place of its own, taken by chance. */
  int index();

  /** A place on a list. */
  static StatusEntry of(String list, int index) {
    return new StatedStatus(list, index);
  }
}
