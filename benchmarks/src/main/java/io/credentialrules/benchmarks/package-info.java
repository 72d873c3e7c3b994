/**
 * What the library costs, beside plain rules and beside Java by hand: {@link
 * io.credentialrules.benchmarks.Engine} has an adapter for each, {@link
 * io.credentialrules.benchmarks.Agreement} makes sure that they answer alike before anything is
 * timed.
 */
@NullMarked
package io.credentialrules.benchmarks;

import org.jspecify.annotations.NullMarked;
