/** What is known of learners. */
@NullMarked
package io.credentialrules.examples.campus.learner;

import org.jspecify.annotations.NullMarked;
