package io.credentialrules.report.internal.page;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.UnaryOperator;

/** How templates of one kind escape what they are given. */
final class EscapingFormat extends CommonMarkupOutputFormat<EscapingFormat.Escaped> {
  static final EscapingFormat PLAIN = new EscapingFormat("plain", "text/plain", Escaping::plain);
  static final EscapingFormat MARKDOWN =
      new EscapingFormat("markdown", "text/markdown", Escaping::markdown);
  static final EscapingFormat MARKUP = new EscapingFormat("markup", "text/html", Escaping::markup);
  static final List<EscapingFormat> ALL = List.of(PLAIN, MARKDOWN, MARKUP);

  private final String name;
  private final String mimeType;
  private final UnaryOperator<String> escape;

  private EscapingFormat(String name, String mimeType, UnaryOperator<String> escape) {
    this.name = name;
    this.mimeType = mimeType;
    this.escape = escape;
  }

  /** A text that is escaped already. */
  static final class Escaped extends CommonTemplateMarkupOutputModel<Escaped> {
    private final EscapingFormat format;

    Escaped(String plain, String markup, EscapingFormat format) {
      super(plain, markup);
      this.format = format;
    }

    @Override
    public EscapingFormat getOutputFormat() {
      return format;
    }
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public String getMimeType() {
    return mimeType;
  }

  @Override
  public void output(String text, Writer out) throws IOException {
    out.write(escape.apply(text));
  }

  @Override
  public String escapePlainText(String text) {
    return escape.apply(text);
  }

  @Override
  public boolean isLegacyBuiltInBypassed(String builtIn) {
    return false;
  }

  @Override
  protected Escaped newTemplateMarkupOutputModel(String plain, String markup) {
    return new Escaped(plain, markup, this);
  }
}
