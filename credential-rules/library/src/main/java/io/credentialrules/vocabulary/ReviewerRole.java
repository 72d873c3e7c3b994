package io.credentialrules.vocabulary;

/**
 * In which role somebody vets a fact. University of Maine System: evidence is vetted by authorised
 * faculty or staff, at Level 3 also by work-based supervisors.
 */
public enum ReviewerRole {
  /** Faculty of the institution. */
  FACULTY,
  /** Staff of the institution. */
  STAFF,
  /** An approved instructor, such as a 4-H volunteer leader. */
  INSTRUCTOR,
  /** An assessor named by the institution or a testing body. */
  ASSESSOR,
  /** The learner's supervisor at a place of work. */
  SUPERVISOR,
  /** The host of an apprenticeship or internship. */
  HOST,
  /** The registrar, for facts of the institution's own records. */
  REGISTRAR,
  /** An employer who is neither supervisor nor host; not a reviewer. */
  EMPLOYER,
  /** Another learner; not a reviewer. */
  PEER,
  /** The learner; not a reviewer. */
  LEARNER,
  /** Anybody else; not a reviewer. */
  OTHER
}
