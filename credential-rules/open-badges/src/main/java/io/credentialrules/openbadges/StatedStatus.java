package io.credentialrules.openbadges;

/** {@link StatusEntry} as it is stated. */
record StatedStatus(String list, int index) implements StatusEntry {

  /** Checks the address and the place. */
  StatedStatus {
    if (!ObjectForms.isAbsolute(list) || index < 0) {
      throw new IllegalArgumentException(
          "a status has the address of a list and a place from 0, not "
              + Quote.of(list)
              + " and "
              + index);
    }
  }

  /** Such as {@code https://university.example/status/1#4711}. */
  @Override
  public String toString() {
    return list + "#" + index;
  }
}
