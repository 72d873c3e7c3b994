/**
 * Metrics: {@link io.credentialrules.micrometer.RulesMetrics} is a listener of rules that keeps
 * Micrometer meters.
 */
@NullMarked
package io.credentialrules.micrometer;

import org.jspecify.annotations.NullMarked;
