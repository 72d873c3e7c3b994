package io.credentialrules.openbadges;

import java.time.Instant;
import java.util.BitSet;

/**
 * Which badges of an issuer are revoked (W3C, Bitstring Status List 1.0). Immutable: revoking one
 * makes another list, which the issuer signs and publishes at the same address.
 */
public final class StatusList {

  /** Places of a list: the least that the standard allows, so that a look-up tells little. */
  public static final int PLACES = 131_072;

  /** A list on which nothing is revoked. */
  public static final StatusList EMPTY = new StatusList(new BitSet());

  private final BitSet revoked;

  private StatusList(BitSet revoked) {
    this.revoked = revoked;
  }

  /** This list with a badge revoked. */
  public StatusList revoking(int index) {
    return with(index, true);
  }

  /** This list with a badge in force again. */
  public StatusList reinstating(int index) {
    return with(index, false);
  }

  private StatusList with(int index, boolean isRevoked) {
    check(index);
    BitSet bits = (BitSet) revoked.clone();
    bits.set(index, isRevoked);
    return new StatusList(bits);
  }

  /** Whether a badge is revoked. */
  public boolean isRevoked(int index) {
    check(index);
    return revoked.get(index);
  }

  private static void check(int index) {
    if (index < 0 || index >= PLACES) {
      throw new IllegalArgumentException(
          "a place on a status list is between 0 and " + (PLACES - 1) + ", not " + index);
    }
  }

  /**
   * The list as a credential, still to be signed.
   *
   * @param address where it will be published
   * @param validFrom from when it tells the status
   */
  public String credential(IssuerProfile issuer, String address, Instant validFrom) {
    byte[] bits = new byte[PLACES / 8];
    revoked.stream().forEach(index -> StatusBits.set(bits, index));
    return JsonReading.PROVIDER
        .createObjectBuilder()
        .add("@context", JsonReading.PROVIDER.createArrayBuilder().add(Contexts.CREDENTIALS_2))
        .add("id", address)
        .add(
            "type",
            JsonReading.PROVIDER
                .createArrayBuilder()
                .add("VerifiableCredential")
                .add("BitstringStatusListCredential"))
        .add("issuer", issuer.id())
        .add("validFrom", validFrom.toString())
        .add(
            "credentialSubject",
            JsonReading.PROVIDER
                .createObjectBuilder()
                .add("id", address + "#list")
                .add("type", "BitstringStatusList")
                .add("statusPurpose", "revocation")
                .add("encodedList", StatusBits.encode(bits)))
        .build()
        .toString();
  }

  /** How many credentials are revoked. */
  @Override
  public String toString() {
    return "status list: " + revoked.cardinality() + " revoked";
  }
}
