/** What each stage costs grows with what it is given, and no faster. */
@NullMarked
package io.credentialrules.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
