/**
 * What can be wrong with a policy: a method for each sentence of the register of checks, and the
 * one place where problems are collected, told apart and capped.
 */
@NullMarked
package io.credentialrules.internal.fault;

import org.jspecify.annotations.NullMarked;
