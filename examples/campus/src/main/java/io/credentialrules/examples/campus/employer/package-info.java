/** The pages of employers, who find only people who agreed. */
@NullMarked
package io.credentialrules.examples.campus.employer;

import org.jspecify.annotations.NullMarked;
