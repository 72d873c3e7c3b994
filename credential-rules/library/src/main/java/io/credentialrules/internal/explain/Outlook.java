package io.credentialrules.internal.explain;

import io.credentialrules.RequirementState;

/**
 * Where something would stand if further facts of the record counted: the state that names the
 * nearest of them, {@link RequirementState#UNMET} where they would not help.
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
        public RequirementState ofCredential(int credential) {
          return RequirementState.UNMET;
        }
      };

  /** Of a requirement that is not satisfied, by its number. */
  RequirementState ofRequirement(int requirement);

  /** Of a credential that is not earned, by its number. */
  RequirementState ofCredential(int credential);
}
