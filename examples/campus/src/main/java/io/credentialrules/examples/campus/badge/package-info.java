/** Issues badges for what is earned, and shows those that learners share. */
@NullMarked
package io.credentialrules.examples.campus.badge;

import org.jspecify.annotations.NullMarked;
