package io.credentialrules;

/** How many of a number of things are done. */
public interface Progress {

  /** How many, from 0 to {@code total}. */
  int done();

  /** Of how many. */
  int total();

  /** Whole percent, rounded down, so that it is 100 only when all is done. */
  int percent();
}
