/**
 * Many learners on Apache Spark: {@link io.credentialrules.spark.SparkBatch} makes a Dataset of
 * decisions from a Dataset of records, and sums up what a change of policy does to groups of
 * learners and what they lack. {@link io.credentialrules.spark.PolicyText} is sent to the executors
 * as text and compiled once in each.
 */
@NullMarked
package io.credentialrules.spark;

import org.jspecify.annotations.NullMarked;
