package io.credentialrules.json.tree;

import org.jspecify.annotations.Nullable;

/**
 * The place of a value in a document.
 *
 * @param parent the object or list that holds it; null for the document itself
 * @param step its name or index there
 * @param offset its first character, from 0, in UTF-16 units
 */
public record Place(@Nullable Place parent, String step, int offset) {

  /** That of a whole document, or of a part that is read alone. */
  public static Place root(int offset) {
    return new Place(null, "", offset);
  }

  /** The same value, but another character of it: that of its name. */
  public Place at(int otherOffset) {
    return new Place(parent, step, otherOffset);
  }

  /** As a JSON Pointer. */
  public String pointer() {
    StringBuilder pointer = new StringBuilder();
    for (Place place = this; place.parent() != null; place = place.parent()) {
      pointer.insert(0, "/" + place.step().replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }
}
