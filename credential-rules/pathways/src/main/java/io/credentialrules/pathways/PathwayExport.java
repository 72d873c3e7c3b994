package io.credentialrules.pathways;

import java.util.List;

/** The catalogue of some packs as CTDL, and what CTDL does not carry of it. */
public sealed interface PathwayExport permits StatedExport {

  /**
   * JSON-LD with one graph: a pathway with its components and their conditions, and a
   * micro-credential with a condition profile for each credential. The same rules and date give the
   * same text.
   */
  String json();

  /** What was not carried over, one sentence each, in the order of the rules. */
  List<String> leftOut();
}
