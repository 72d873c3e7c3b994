/** The engines that are timed answer the same question. */
@NullMarked
package io.credentialrules.benchmarks;

import org.jspecify.annotations.NullMarked;
