/** An evaluation as a page: what is on it, and the templates that write it. */
@NullMarked
package io.credentialrules.report.internal.page;

import org.jspecify.annotations.NullMarked;
