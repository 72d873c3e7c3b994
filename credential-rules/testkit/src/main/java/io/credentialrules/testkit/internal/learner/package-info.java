/** Facts and records that lie around what rules ask for. */
@NullMarked
package io.credentialrules.testkit.internal.learner;

import org.jspecify.annotations.NullMarked;
