package io.credentialrules;

import java.time.LocalDate;
import java.util.List;

/**
 * What changes on a day if nothing is added to a record: waiting times end, and evidence and
 * credentials expire. Something changes.
 */
public interface Upcoming {

  /** The first day on which it is so. */
  LocalDate on();

  /** The ids of the credentials that are earned from then on, in the order of the catalogue. */
  List<String> earned();

  /** The ids of those that are not earned any more, in the order of the catalogue. */
  List<String> lost();
}
