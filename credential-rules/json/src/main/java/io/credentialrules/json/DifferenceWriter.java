package io.credentialrules.json;

import io.credentialrules.Difference;
import io.credentialrules.Impact;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.concurrent.CancellationException;

/**
 * Writes differences and impacts as JSON, described by {@link DifferenceSchema}: for equal ones the
 * same bytes. What is absent is left out; lists are there even when they are empty.
 */
public final class DifferenceWriter {
  private DifferenceWriter() {}

  /** The difference, indented. Throws as {@link #write(Difference, JsonLayout)}. */
  public static String write(Difference difference) {
    return write(difference, JsonLayout.INDENTED);
  }

  /**
   * The difference between two evaluations.
   *
   * @throws CancellationException when the thread is interrupted, which it stays
   */
  public static String write(Difference difference, JsonLayout layout) {
    return JsonPrinter.print(DifferenceForms.DIFFERENCE, difference, layout);
  }

  /**
   * Writes a difference to a stream in UTF-8. It is flushed and stays open. Throws as {@link
   * #write(Difference, JsonLayout)}.
   *
   * @throws IOException when the stream does
   */
  public static void write(Difference difference, JsonLayout layout, OutputStream stream)
      throws IOException {
    JsonPrinter.print(DifferenceForms.DIFFERENCE, difference, layout, stream);
  }

  /**
   * Writes a difference to a writer. It is flushed and stays open. Throws as {@link
   * #write(Difference, JsonLayout)}.
   *
   * @throws IOException when the writer does
   */
  public static void write(Difference difference, JsonLayout layout, Writer writer)
      throws IOException {
    JsonPrinter.print(DifferenceForms.DIFFERENCE, difference, layout, writer);
  }

  /** The impact, indented. Throws as {@link #write(Impact, JsonLayout)}. */
  public static String write(Impact impact) {
    return write(impact, JsonLayout.INDENTED);
  }

  /**
   * The impact of a change of policy.
   *
   * @throws CancellationException when the thread is interrupted, which it stays
   */
  public static String write(Impact impact, JsonLayout layout) {
    return JsonPrinter.print(DifferenceForms.IMPACT, impact, layout);
  }

  /**
   * Writes an impact to a stream in UTF-8. It is flushed and stays open. Throws as {@link
   * #write(Impact, JsonLayout)}.
   *
   * @throws IOException when the stream does
   */
  public static void write(Impact impact, JsonLayout layout, OutputStream stream)
      throws IOException {
    JsonPrinter.print(DifferenceForms.IMPACT, impact, layout, stream);
  }

  /**
   * Writes an impact to a writer. It is flushed and stays open. Throws as {@link #write(Impact,
   * JsonLayout)}.
   *
   * @throws IOException when the writer does
   */
  public static void write(Impact impact, JsonLayout layout, Writer writer) throws IOException {
    JsonPrinter.print(DifferenceForms.IMPACT, impact, layout, writer);
  }
}
