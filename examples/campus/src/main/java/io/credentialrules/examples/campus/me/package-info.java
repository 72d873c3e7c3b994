/** The pages of learners about themselves. */
@NullMarked
package io.credentialrules.examples.campus.me;

import org.jspecify.annotations.NullMarked;
