/** The pages of registrars: every decision, and what becomes of policies. */
@NullMarked
package io.credentialrules.examples.campus.registrar;

import org.jspecify.annotations.NullMarked;
