package io.credentialrules.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The documentation comments in the source of a record or an enumeration of the vocabulary. */
final class Comments {
  private static final Path SOURCES = Golden.ROOT.resolve("credential-rules/library/src/main/java");

  private final String source;
  private final String ofType;

  private Comments(String source, String ofType) {
    this.source = source;
    this.ofType = ofType;
  }

  static Comments of(Class<?> type) {
    try {
      String source = Files.readString(SOURCES.resolve(type.getName().replace('.', '/') + ".java"));
      return new Comments(source, plain(source.substring(0, source.indexOf("public "))));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What the type is: all that is before the first tag. */
  String about() {
    return tidy(ofType.replaceFirst("(?s) @param .*", ""));
  }

  /** What a component is. */
  String param(String name) {
    Matcher param =
        Pattern.compile("@param " + name + " (.*?)(?= @param |$)", Pattern.DOTALL).matcher(ofType);
    if (!param.find()) {
      throw new IllegalStateException("there is no comment on `" + name + "`: " + ofType);
    }
    return tidy(param.group(1));
  }

  /** What a constant is. */
  String constant(String name) {
    Matcher comment =
        Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*" + name + "\\b", Pattern.DOTALL)
            .matcher(source);
    if (!comment.find()) {
      throw new IllegalStateException("there is no comment on `" + name + "`");
    }
    return tidy(plain("/**" + comment.group(1) + "*/"));
  }

  /** The text of the last comment, in one line. */
  private static String plain(String source) {
    String comment = source.substring(source.lastIndexOf("/**") + 3, source.lastIndexOf("*/"));
    return comment.replaceAll("\\n\\s*\\*", " ").replaceAll("\\s+", " ").strip();
  }

  private static String tidy(String text) {
    return text.replaceAll("\\{@code ([^}]*)\\}", "`$1`")
        .replaceAll("\\{@link #?([^}]*)\\}", "`$1`")
        .replace("|", "\\|")
        .strip();
  }
}
