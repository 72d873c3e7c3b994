package io.credentialrules.json;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;

/**
 * The form of a list, all of whose items are written.
 *
 * @param item the form of each
 */
record ListForm<T>(Form<? super T> item) implements Form<Collection<T>> {

  @Override
  public void write(Collection<T> values, JsonOutput out) throws IOException {
    out.startList();
    for (T value : values) {
      item.write(value, out);
    }
    out.endList();
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    return Schema.list(item.schema(definitions));
  }
}
