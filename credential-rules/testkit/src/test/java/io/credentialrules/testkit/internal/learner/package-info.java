/** Tests of generated learners and of how they are written. */
@NullMarked
package io.credentialrules.testkit.internal.learner;

import org.jspecify.annotations.NullMarked;
