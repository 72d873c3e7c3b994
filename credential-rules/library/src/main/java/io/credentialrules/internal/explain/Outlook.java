package io.credentialrules.internal.explain;

import io.credentialrules.RequirementState;
import io.credentialrules.internal.program.Program.Way;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What would be if further facts of the record counted, or time passed. The states name the nearest
 * facts that would help, {@link RequirementState#UNMET} where none would.
 */
public interface Outlook {

  /** No further facts. */
  Outlook NONE =
      new Outlook() {
        @Override
        public RequirementState ofRequirement(int requirement) {
          return RequirementState.UNMET;
        }

        @Override
        public RequirementState besideOthers(Way way, int requirement) {
          return RequirementState.UNMET;
        }

        @Override
        public @Nullable LocalDate eligibleFrom(int credential) {
          return null;
        }
      };

  /** Of a requirement that is not satisfied, by its number. */
  RequirementState ofRequirement(int requirement);

  /**
   * Of a requirement that does not hold beside the others of a way, where each fact serves once: it
   * would be among those that hold together.
   */
  RequirementState besideOthers(Way way, int requirement);

  /**
   * The first day on which waiting alone earns a credential that is not earned, by its number; null
   * where it does not.
   */
  @Nullable LocalDate eligibleFrom(int credential);
}
