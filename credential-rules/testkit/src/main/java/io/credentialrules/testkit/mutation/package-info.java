/**
 * Mutation of policies: each rule is changed in one respect at a time, and good scenarios notice
 * it.
 */
@NullMarked
package io.credentialrules.testkit.mutation;

import org.jspecify.annotations.NullMarked;
