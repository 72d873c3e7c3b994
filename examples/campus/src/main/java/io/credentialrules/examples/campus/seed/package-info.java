/** What a new database is filled with: policies, accounts and generated learners. */
@NullMarked
package io.credentialrules.examples.campus.seed;

import org.jspecify.annotations.NullMarked;
