package io.credentialrules.openbadges;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The link by which a learner adds a credential to a LinkedIn profile. */
public final class LinkedInProfile {
  private static final String ADD =
      "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME";

  private LinkedInProfile() {}

  /**
   * The link. It shows nothing that is not in its arguments.
   *
   * @param name the name of the credential
   * @param organization the name of the issuer
   * @param issued the day of the award, of which the link has the month
   * @param until the last day of its validity; null where it does not end
   * @param page where the badge can be seen; null where it is not published
   * @param id the id of the badge; null for none
   */
  public static String addLink(
      String name,
      String organization,
      LocalDate issued,
      @Nullable LocalDate until,
      @Nullable String page,
      @Nullable String id) {
    StringBuilder link = new StringBuilder(ADD);
    add(link, "name", name);
    add(link, "organizationName", organization);
    add(link, "issueYear", Integer.toString(issued.getYear()));
    add(link, "issueMonth", Integer.toString(issued.getMonthValue()));
    if (until != null) {
      add(link, "expirationYear", Integer.toString(until.getYear()));
      add(link, "expirationMonth", Integer.toString(until.getMonthValue()));
    }
    if (page != null) {
      add(link, "certUrl", page);
    }
    if (id != null) {
      add(link, "certId", id);
    }
    return link.toString();
  }

  private static void add(StringBuilder link, String name, String value) {
    link.append('&')
        .append(name)
        .append('=')
        .append(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
  }
}
