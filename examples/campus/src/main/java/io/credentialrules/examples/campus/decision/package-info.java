/**
 * Decides when facts change, keeps each decision with its audit record, and delivers what changed
 * once.
 */
@NullMarked
package io.credentialrules.examples.campus.decision;

import org.jspecify.annotations.NullMarked;
