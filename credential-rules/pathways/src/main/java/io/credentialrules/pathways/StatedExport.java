package io.credentialrules.pathways;

import java.util.List;

/** See {@link PathwayExport}. */
record StatedExport(String json, List<String> leftOut) implements PathwayExport {
  StatedExport {
    leftOut = List.copyOf(leftOut);
  }
}
