package io.credentialrules.policy;

import org.jspecify.annotations.Nullable;

/**
 * A place in a policy file, from its first character to just after its last. Lines and columns
 * count from 1; a column counts UTF-16 units.
 *
 * @param file pack and path, such as {@code ums-horticulture/level-3.drl}
 * @param line first line, at least 1
 * @param column first column, at least 1
 * @param endLine last line
 * @param endColumn the column just after the last character
 */
public record SourceSpan(String file, int line, int column, int endLine, int endColumn)
    implements Comparable<SourceSpan> {

  /** Checks that the place exists. */
  public SourceSpan {
    if (line < 1 || column < 1 || endLine < line || (endLine == line && endColumn < column)) {
      throw new IllegalArgumentException(
          "no such place: " + line + ":" + column + " to " + endLine + ":" + endColumn);
    }
  }

  /** The smallest span that covers both, which are of one file. */
  public SourceSpan to(SourceSpan last) {
    return new SourceSpan(file, line, column, last.endLine, last.endColumn);
  }

  /** By file, line and column. */
  @Override
  public int compareTo(SourceSpan other) {
    int byFile = file.compareTo(other.file);
    int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  /** Such as {@code ums-horticulture/level-3.drl:12:19}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SourceSpan that
        && file.equals(that.file)
        && line == that.line
        && column == that.column
        && endLine == that.endLine
        && endColumn == that.endColumn;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * (31 * file.hashCode() + line) + column) + 31 * endLine + endColumn;
  }
}
