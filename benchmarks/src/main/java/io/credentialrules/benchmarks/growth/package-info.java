/** How what a stage costs grows with what it is given, counted in steps and not in time. */
@NullMarked
package io.credentialrules.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
