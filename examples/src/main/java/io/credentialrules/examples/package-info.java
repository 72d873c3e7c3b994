/**
 * Small host applications, each run by the build, which compares what it prints with a committed
 * file: {@link io.credentialrules.examples.Quickstart} is the program of the README, {@link
 * io.credentialrules.examples.OwnFactType} registers a record of its own, {@link
 * io.credentialrules.examples.Reloading} swaps a changed policy under running threads, {@link
 * io.credentialrules.examples.NightlyBatch} evaluates many records, {@link
 * io.credentialrules.examples.Json} reads records and writes evaluations, {@link
 * io.credentialrules.examples.Advice} plans and compares.
 */
@NullMarked
package io.credentialrules.examples;

import org.jspecify.annotations.NullMarked;
