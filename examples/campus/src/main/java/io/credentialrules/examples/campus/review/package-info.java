/** The queue of reviewers: accept, return, sign off and waive. */
@NullMarked
package io.credentialrules.examples.campus.review;

import org.jspecify.annotations.NullMarked;
