package io.credentialrules.pathways;

import io.credentialrules.PolicyPack;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** See {@link PathwayImport}. */
record StatedPathwayImport(
    PolicyPack pack, String readme, SortedMap<String, String> external, List<String> leftOut)
    implements PathwayImport {
  StatedPathwayImport {
    external = Collections.unmodifiableSortedMap(new TreeMap<>(external));
    leftOut = List.copyOf(leftOut);
  }
}
