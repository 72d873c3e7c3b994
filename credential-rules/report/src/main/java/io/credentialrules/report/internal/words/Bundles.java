package io.credentialrules.report.internal.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Properties files of this jar, in UTF-8. */
final class Bundles {
  private Bundles() {}

  static Map<String, String> read(String bundle) {
    String name = "/io/credentialrules/report/" + bundle + ".properties";
    try (InputStream in = Bundles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("`" + name + "` is missing from the class path");
      }
      Properties properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      Map<String, String> values = new HashMap<>();
      properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
      return Map.copyOf(values);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
