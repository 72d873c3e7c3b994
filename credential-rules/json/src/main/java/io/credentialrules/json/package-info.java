/**
 * Learner records and evaluations as JSON: {@link io.credentialrules.json.LearnerRecordReader}
 * reads a record or says everything that is wrong with it, {@link
 * io.credentialrules.json.LearnerRecordWriter} and {@link io.credentialrules.json.EvaluationWriter}
 * write, {@link io.credentialrules.json.RecordSchema} and {@link
 * io.credentialrules.json.EvaluationSchema} describe both. {@code docs/json.md} describes the
 * format.
 */
@NullMarked
package io.credentialrules.json;

import org.jspecify.annotations.NullMarked;
