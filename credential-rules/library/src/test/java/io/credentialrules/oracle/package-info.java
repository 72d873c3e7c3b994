/**
 * A second opinion: decides the same policies over the same records as the library does, slowly and
 * plainly, from the policy model alone. It shares no code with what it checks: it reads facts by
 * reflection, searches combinations by trying all, and knows nothing of the resolved program, the
 * rule engine or the explanation. Beside it, generated policies and learners, and the properties
 * that compare the two.
 */
@NullMarked
package io.credentialrules.oracle;

import org.jspecify.annotations.NullMarked;
