/** What hostile policies reach for. */
@NullMarked
package planted;

import org.jspecify.annotations.NullMarked;
