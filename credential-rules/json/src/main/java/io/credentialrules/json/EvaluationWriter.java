package io.credentialrules.json;

import io.credentialrules.Credential;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.LimitExceededException;
import io.credentialrules.json.DecisionForms.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;

/**
 * Writes evaluations as JSON, described by {@link EvaluationSchema}: for equal evaluations the same
 * bytes. What is absent is left out; lists are there even when they are empty. A fact is written
 * once, in {@code facts}, and everything else refers to it by its number there, so that a document
 * grows with the facts and not with how often they are mentioned.
 *
 * <p>A document that goes to a stream is written as it comes and never held in memory. What was
 * written when a method throws is not a whole document.
 */
public final class EvaluationWriter {
  private EvaluationWriter() {}

  /** What is written, and how. Immutable; each method gives other options. */
  public static final class Options {

    /** How many items a list within a decision has at most, unless the options say otherwise. */
    public static final int DEFAULT_MOST_LISTED = 100;

    /** All decisions, indented. */
    public static final Options ALL =
        new Options(Set.of(), Set.of(), JsonLayout.INDENTED, DEFAULT_MOST_LISTED, false);

    private final Set<String> include;
    private final Set<String> exclude;
    private final JsonLayout layout;
    private final int mostListed;
    private final boolean isLookingAhead;

    private Options(
        Set<String> include,
        Set<String> exclude,
        JsonLayout layout,
        int mostListed,
        boolean isLookingAhead) {
      this.isLookingAhead = isLookingAhead;
      this.include = include;
      this.exclude = exclude;
      this.layout = layout;
      this.mostListed = mostListed;
    }

    /** With the decisions on these credentials only, by their ids; of all where there are none. */
    public Options including(Set<String> credentials) {
      return new Options(Set.copyOf(credentials), exclude, layout, mostListed, isLookingAhead);
    }

    /** Without the decisions on these credentials, by their ids, even where they are included. */
    public Options excluding(Set<String> credentials) {
      return new Options(include, Set.copyOf(credentials), layout, mostListed, isLookingAhead);
    }

    /** In another layout. */
    public Options withLayout(JsonLayout other) {
      return new Options(include, exclude, other, mostListed, isLookingAhead);
    }

    /**
     * With lists of another length.
     *
     * @param most how many facts, ids, alternatives or shortfalls a list within a decision has at
     *     most, at least 1; where there are more, their number is beside the list, under its name
     *     and {@code Count}
     */
    public Options withMostListed(int most) {
      if (most < 1) {
        throw new IllegalArgumentException("`mostListed` must be positive, and is " + most);
      }
      return new Options(include, exclude, layout, most, isLookingAhead);
    }

    /**
     * With the next day on which a credential of the catalogue is earned or lost if nothing is
     * added, as {@link Evaluation#nextChange} finds it.
     */
    public Options withNextChange() {
      return new Options(include, exclude, layout, mostListed, true);
    }

    /** What is written, and how. */
    @Override
    public String toString() {
      return (include.isEmpty() ? "all credentials" : new TreeSet<>(include))
          + (exclude.isEmpty() ? "" : " without " + new TreeSet<>(exclude))
          + ", at most "
          + mostListed
          + " listed, "
          + layout
          + (isLookingAhead ? ", with the next change" : "");
    }

    /** Works out no others, of which a catalogue may have thousands. */
    private List<Decision> chosen(Evaluation evaluation) {
      if (include.isEmpty() && exclude.isEmpty()) {
        return evaluation.decisions();
      }
      Set<String> ids = new HashSet<>(include);
      ids.addAll(exclude);
      List<Credential> named = evaluation.rules().catalogue(ids);
      List<Credential> among = include.isEmpty() ? evaluation.rules().catalogue() : named;
      return among.stream()
          .map(Credential::id)
          .filter(this::takes)
          .map(evaluation::decision)
          .toList();
    }

    private boolean takes(String id) {
      return (include.isEmpty() || include.contains(id)) && !exclude.contains(id);
    }
  }

  /** The evaluation with all decisions. Throws as {@link #write(Evaluation, Options)}. */
  public static String write(Evaluation evaluation) {
    return write(evaluation, Options.ALL);
  }

  /**
   * The evaluation with some of the decisions, in the order of the catalogue.
   *
   * @throws IllegalArgumentException when the options name a credential that the catalogue does not
   *     have, or when a fact of a type of the host cannot be written, naming the type and the field
   * @throws LimitExceededException as {@link Evaluation#decisions}
   * @throws CancellationException when the thread is interrupted, which it stays
   */
  public static String write(Evaluation evaluation, Options options) {
    return JsonPrinter.print(document(evaluation, options), options.layout, options.mostListed);
  }

  /**
   * Writes to a stream in UTF-8. It is flushed and stays open. Throws as {@link #write(Evaluation,
   * Options)}.
   *
   * @throws IOException when the stream does
   */
  public static void write(Evaluation evaluation, Options options, OutputStream stream)
      throws IOException {
    JsonPrinter.print(document(evaluation, options), options.layout, options.mostListed, stream);
  }

  /**
   * Writes to a writer. It is flushed and stays open. Throws as {@link #write(Evaluation,
   * Options)}.
   *
   * @throws IOException when the writer does
   */
  public static void write(Evaluation evaluation, Options options, Writer writer)
      throws IOException {
    JsonPrinter.print(document(evaluation, options), options.layout, options.mostListed, writer);
  }

  private static JsonPrinter.Document document(Evaluation evaluation, Options options) {
    Answer answer =
        new Answer(
            evaluation,
            options.chosen(evaluation),
            LeftOut.of(evaluation),
            options.isLookingAhead ? evaluation.nextChange() : null);
    return out -> DecisionForms.EVALUATION.write(answer, out);
  }
}
