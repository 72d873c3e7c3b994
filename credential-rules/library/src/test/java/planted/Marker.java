package planted;

/** A class that no policy may load: loading it leaves a mark, as does each of its methods. */
public final class Marker {
  /** The system property that is set once anything of this class has run. */
  public static final String PROPERTY = "hostile.marker";

  static {
    System.setProperty(PROPERTY, "loaded");
  }

  public Marker() {
    set();
  }

  public static boolean set() {
    System.setProperty(PROPERTY, "set");
    return true;
  }
}
