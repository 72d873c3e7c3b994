/** Many learners on Spark, and the same in one process. */
@NullMarked
package io.credentialrules.examples.spark;

import org.jspecify.annotations.NullMarked;
