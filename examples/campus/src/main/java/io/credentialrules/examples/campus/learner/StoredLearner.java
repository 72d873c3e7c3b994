package io.credentialrules.examples.campus.learner;

import io.credentialrules.LearnerRecord;

/**
 * A learner as the database has it.
 *
 * @param id by which the institution knows the learner
 * @param badgeHolder the id in badges, which says nothing of the person
 * @param name the name
 * @param record what is known
 */
public record StoredLearner(String id, String badgeHolder, String name, LearnerRecord record) {}
