package io.credentialrules.openbadges;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Images that carry a credential (Open Badges 3.0, 5.3). A credential that an image carries already
 * is replaced.
 */
public final class BakedBadge {
  private static final Pattern ROOT = Pattern.compile("<svg\\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>");
  private static final Pattern CARRIED =
      Pattern.compile(
          "<openbadges:credential\\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*?(?:/>|>(?s:.*?)</openbadges:credential>)");

  private BakedBadge() {}

  /**
   * A PNG image with a credential in it.
   *
   * @param png the image; only its chunks are looked at
   * @param credential signed: JSON or a JWT
   * @throws IllegalArgumentException when it is no PNG image
   */
  public static byte[] png(byte[] png, String credential) {
    if (!PngBadge.isPng(png)) {
      throw new IllegalArgumentException("the image is no PNG");
    }
    return PngBadge.bake(png, credential);
  }

  /**
   * An SVG image with a credential in it.
   *
   * @param svg the image
   * @param credential signed: JSON or a JWT
   * @throws IllegalArgumentException when it has no element {@code svg} to begin with
   */
  public static String svg(String svg, String credential) {
    String plain = CARRIED.matcher(svg).replaceAll("");
    Matcher root = ROOT.matcher(plain);
    if (!root.find()) {
      throw new IllegalArgumentException("the image is no SVG");
    }
    String element =
        CompactJws.looksLikeOne(credential)
            ? "<openbadges:credential xmlns:openbadges=\""
                + SvgBadge.NAMESPACE
                + "\" verify=\""
                + credential
                + "\"/>"
            : "<openbadges:credential xmlns:openbadges=\""
                + SvgBadge.NAMESPACE
                + "\"><![CDATA["
                + credential.replace("]]>", "]]]]><![CDATA[>")
                + "]]></openbadges:credential>";
    String tag = root.group();
    String open = tag.endsWith("/>") ? tag.substring(0, tag.length() - 2) + ">" : tag;
    return plain.substring(0, root.start())
        + open
        + element
        + (tag.endsWith("/>") ? "</svg>" : "")
        + plain.substring(root.end());
  }
}
