package io.credentialrules.openbadges;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page for one badge, which an employer opens: what was done, vetted by whom, valid until when,
 * how to verify it, and the badge to download. It is one file, has no script and asks nothing of
 * any server, prints well, and shows nothing of the learner that the badge does not say: not even
 * the recipient's id, unless the learner shares a name. In English. Immutable.
 */
public final class BadgePage {
  private final String badge;
  private final @Nullable String picture;
  private final @Nullable String holder;
  private final @Nullable String verifier;
  private final @Nullable Verification verification;
  private final @Nullable Instant verifiedAt;

  private BadgePage(
      String badge,
      @Nullable String picture,
      @Nullable String holder,
      @Nullable String verifier,
      @Nullable Verification verification,
      @Nullable Instant verifiedAt) {
    this.badge = badge;
    this.picture = picture;
    this.holder = holder;
    this.verifier = verifier;
    this.verification = verification;
    this.verifiedAt = verifiedAt;
  }

  /**
   * A page of a badge.
   *
   * @param badge an Open Badge 3.0, signed: JSON or a JWT
   * @throws BadgeException when it cannot be read
   */
  public static BadgePage of(String badge) {
    BadgePageText.credential(badge);
    return new BadgePage(badge, null, null, null, null, null);
  }

  /**
   * With a picture, which can be downloaded with the badge in it.
   *
   * @param svg such as {@link BadgeDrawing} draws
   * @throws IllegalArgumentException when it is no SVG
   */
  public BadgePage withPicture(String svg) {
    BakedBadge.svg(svg, badge);
    return new BadgePage(badge, svg, holder, verifier, verification, verifiedAt);
  }

  /** With the name of the learner, who agreed that it is shown. */
  public BadgePage withHolder(String name) {
    return new BadgePage(badge, picture, name, verifier, verification, verifiedAt);
  }

  /**
   * With a link to a page where anybody can have the badge verified.
   *
   * @throws IllegalArgumentException when it is not a web address
   */
  public BadgePage withVerifier(String address) {
    if (!HtmlPage.isWeb(address)) {
      throw new IllegalArgumentException(
          Quote.of(address) + " is not a web address; it begins with `https://`");
    }
    return new BadgePage(badge, picture, holder, address, verification, verifiedAt);
  }

  /** With what a reader found when it verified the badge. */
  public BadgePage verified(Verification found, Instant at) {
    return new BadgePage(badge, picture, holder, verifier, found, at);
  }

  /** The page as HTML. */
  public String html() {
    return new BadgePageText(badge, picture, holder, verifier, verification, verifiedAt).html();
  }

  /** Whether it has a picture, and whether the badge was verified. */
  @Override
  public String toString() {
    return "page of a badge"
        + (picture == null ? "" : " with its picture")
        + (verification == null ? "" : ", " + verification);
  }
}
