package io.credentialrules.vocabulary;

/** What a learner took part in. */
public enum ParticipationType {
  /** An event, such as a talk, an exhibition or a symposium. */
  EVENT,
  /** A meeting. */
  MEETING,
  /** A team. */
  TEAM,
  /** A role with responsibility for others. */
  LEADERSHIP_ROLE,
  /** A session in which ideas are generated. */
  IDEA_SESSION,
  /** A registration with a service, such as a job board. */
  REGISTRATION,
  /** Exploring options, resources or careers. */
  EXPLORATION,
  /** An application, such as for a fellowship, an internship or a job. */
  APPLICATION,
  /** Service to a community. */
  SERVICE,
  /** Another activity. */
  OTHER
}
