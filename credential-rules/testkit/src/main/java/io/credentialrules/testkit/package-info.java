/**
 * For those who test policies and hosts: {@link io.credentialrules.testkit.Scenarios} runs the
 * scenario files of a rules folder as JUnit tests, {@link
 * io.credentialrules.testkit.CredentialAssertions} says in a test of your own what must be earned
 * or lacking.
 */
@NullMarked
package io.credentialrules.testkit;

import org.jspecify.annotations.NullMarked;
