package io.credentialrules.json;

/** {@link Replay.Finding} as it is stated. */
record StatedFinding(Replay.Outcome kind, String pointer, String message)
    implements Replay.Finding {

  /** Such as {@code /policy/packs/0: the pack `ums-horticulture` is another}. */
  @Override
  public String toString() {
    return (pointer.isEmpty() ? "" : pointer + ": ") + message;
  }
}
