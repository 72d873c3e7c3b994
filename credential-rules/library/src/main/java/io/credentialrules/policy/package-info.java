/**
 * About policies, for hosts that show or check them: the problems of a policy with their places,
 * the settings in which institutions differ, and the vocabulary that it is written in. The policy
 * itself, as data, is in {@link io.credentialrules.policy.syntax}.
 */
@NullMarked
package io.credentialrules.policy;

import org.jspecify.annotations.NullMarked;
