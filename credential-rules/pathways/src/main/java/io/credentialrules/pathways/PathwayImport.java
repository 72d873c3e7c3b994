package io.credentialrules.pathways;

import io.credentialrules.PolicyPack;
import java.util.List;
import java.util.SortedMap;

/** What a pathway became: a pack, what it is about, and what could not be carried over. */
public sealed interface PathwayImport permits StatedPathwayImport {

  /** The pack, whose rules a person can read and edit. */
  PolicyPack pack();

  /**
   * The page of the pack, in Markdown: its credentials, the addresses that its ids were published
   * under, and what was left out.
   */
  String readme();

  /** The credentials that are awarded elsewhere: their addresses, or ids in the file, by id. */
  SortedMap<String, String> external();

  /**
   * What could not be carried over, one sentence each, in the order of the file. None of it lowers
   * the bar: a condition that rules cannot say is a sign-off in the pack.
   */
  List<String> leftOut();
}
