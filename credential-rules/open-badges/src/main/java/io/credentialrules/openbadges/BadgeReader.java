package io.credentialrules.openbadges;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads credentials of others into facts, and verifies them: Open Badges 3.0 and 2.0, endorsements,
 * Comprehensive Learner Records 2.0 and 1.0, as JSON, as JWT, or in a PNG or SVG image. Immutable
 * and thread-safe, as far as what the host hands it is. It fetches nothing, runs nothing and reads
 * no clock.
 *
 * <p>A reader that is told nothing knows no key, no document and no mapping: whatever it reads is
 * not checked, and does not count.
 */
public final class BadgeReader {
  private final Reading.Settings settings;

  private BadgeReader(Reading.Settings settings) {
    this.settings = settings;
  }

  /** A builder; the day of an award is the day in the zone. */
  public static Builder builder(ZoneId zone) {
    return new Builder(zone);
  }

  /**
   * Reads a document of whatever kind it is.
   *
   * @param source what problems call the document
   * @param badge JSON, a JWT, a PNG or an SVG
   * @param holder by what the badge can be recognised as the learner's
   * @param asOf the instant for which it is verified
   * @return what it became; without credentials, and with the reason, where it cannot be read
   */
  public BadgeImport read(String source, byte[] badge, Holder holder, Instant asOf) {
    return new ContentReading(new Reading(settings, holder, asOf)).read(source, badge);
  }

  /** What a host tells a reader. Not thread-safe. */
  public static final class Builder {
    private final ZoneId zone;
    private IssuerKeys keys = IssuerKeys.NONE;
    private HostedDocuments documents = HostedDocuments.NONE;
    private final Set<String> trustedIssuers = new TreeSet<>();
    private Contexts contexts = Contexts.BUILT_IN;
    private AchievementMapping mapping = AchievementMapping.EMPTY;
    private final Set<Verification.Kind> accepted = EnumSet.noneOf(Verification.Kind.class);
    private BadgeLimits limits = BadgeLimits.DEFAULT;

    private Builder(ZoneId zone) {
      this.zone = zone;
    }

    /** The keys of issuers that the host trusts. */
    @CanIgnoreReturnValue
    public Builder keys(IssuerKeys issuerKeys) {
      this.keys = issuerKeys;
      return this;
    }

    /** Documents that the host has fetched. */
    @CanIgnoreReturnValue
    public Builder documents(HostedDocuments hosted) {
      this.documents = hosted;
      return this;
    }

    /**
     * Issuers whose hosted badges (Open Badges 2.0) the host trusts, by their ids. Issuers that
     * sign are trusted by naming their keys.
     */
    @CanIgnoreReturnValue
    public Builder trusting(String... issuers) {
      trustedIssuers.addAll(List.of(issuers));
      return this;
    }

    /**
     * One more JSON-LD context, such as that of an extension.
     *
     * @throws IllegalArgumentException when it is built in already, or no context
     */
    @CanIgnoreReturnValue
    public Builder context(String address, String json) {
      contexts = contexts.with(address, json);
      return this;
    }

    /** The mapping of achievements to the policy's own credentials. */
    @CanIgnoreReturnValue
    public Builder mapping(AchievementMapping achievements) {
      this.mapping = achievements;
      return this;
    }

    /**
     * Lets a check of these kinds that could not be made be as good as one that holds. A check that
     * fails is never accepted.
     */
    @CanIgnoreReturnValue
    public Builder acceptingUnchecked(Verification.Kind... kinds) {
      accepted.addAll(List.of(kinds));
      return this;
    }

    /** How much a document may cost. */
    @CanIgnoreReturnValue
    public Builder limits(BadgeLimits badgeLimits) {
      this.limits = badgeLimits;
      return this;
    }

    /** What it trusts and accepts. */
    @Override
    public String toString() {
      return build() + ", not built";
    }

    /** The reader. */
    public BadgeReader build() {
      return new BadgeReader(
          new Reading.Settings(
              zone,
              keys,
              documents,
              Set.copyOf(trustedIssuers),
              contexts,
              mapping,
              Set.copyOf(accepted),
              limits));
    }
  }

  /** What it trusts and accepts. */
  @Override
  public String toString() {
    return "reader of badges in "
        + settings.zone()
        + ", trusting "
        + new TreeSet<>(settings.trustedIssuers())
        + ", "
        + settings.limits();
  }
}
