/**
 * Live issuing on Kafka Streams: {@link io.credentialrules.kafka.DecisionTopology} keeps each
 * learner's facts and last outcome, and emits a change when a credential is earned or lost, by a
 * fact or by time.
 */
@NullMarked
package io.credentialrules.kafka;

import org.jspecify.annotations.NullMarked;
