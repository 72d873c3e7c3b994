package io.credentialrules.json;

import io.credentialrules.Plan;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.concurrent.CancellationException;

/**
 * Writes plans as JSON, described by {@link PlanSchema}: for equal plans the same bytes. What is
 * absent is left out; lists are there even when they are empty. A fact is written once, in {@code
 * facts}, and steps and obstacles refer to it by its number there. A list of facts has at most
 * {@value EvaluationWriter.Options#DEFAULT_MOST_LISTED}; where there are more, their number stands
 * beside it.
 */
public final class PlanWriter {
  private PlanWriter() {}

  /** The plan, indented. Throws as {@link #write(Plan, JsonLayout)}. */
  public static String write(Plan plan) {
    return write(plan, JsonLayout.INDENTED);
  }

  /**
   * The plan.
   *
   * @throws IllegalArgumentException when a fact of a type of the host cannot be written, naming
   *     the type and the field
   * @throws CancellationException when the thread is interrupted, which it stays
   */
  public static String write(Plan plan, JsonLayout layout) {
    return JsonPrinter.print(PlanForms.PLAN, plan, layout);
  }

  /**
   * Writes to a stream in UTF-8. It is flushed and stays open. Throws as {@link #write(Plan,
   * JsonLayout)}.
   *
   * @throws IOException when the stream does
   */
  public static void write(Plan plan, JsonLayout layout, OutputStream stream) throws IOException {
    JsonPrinter.print(PlanForms.PLAN, plan, layout, stream);
  }

  /**
   * Writes to a writer. It is flushed and stays open. Throws as {@link #write(Plan, JsonLayout)}.
   *
   * @throws IOException when the writer does
   */
  public static void write(Plan plan, JsonLayout layout, Writer writer) throws IOException {
    JsonPrinter.print(PlanForms.PLAN, plan, layout, writer);
  }
}
