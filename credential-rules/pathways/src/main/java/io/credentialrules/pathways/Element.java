package io.credentialrules.pathways;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a pathway: what it is called, what it is, and what it needs. Being read, so mutable.
 */
final class Element {
  /** What satisfies an element that needs nothing else. */
  enum Kind {
    /** A credential; without needs, one that is awarded elsewhere. */
    CREDENTIAL,
    /** A course or programme that is completed. */
    TRAINING,
    /** An assessment that is passed. */
    ASSESSMENT,
    /** An age in years, which is its code. */
    AGE,
    /** Anything else: somebody of the institution signs that it is satisfied. */
    OTHER
  }

  private final String key;
  private final Kind kind;
  private final String name;
  private final String code;
  private final List<String> addresses = new ArrayList<>();
  private final List<SomeOf> needs = new ArrayList<>();
  private final List<String> shortcuts = new ArrayList<>();
  private boolean isItself;
  private Carried carried = Carried.NOTHING;

  /**
   * An element.
   *
   * @param code what records call it; empty where the file does not say
   */
  Element(String key, Kind kind, String name, String code) {
    this.key = key;
    this.kind = kind;
    this.name = name;
    this.code = code;
  }

  String key() {
    return key;
  }

  Kind kind() {
    return kind;
  }

  String name() {
    return name;
  }

  String code() {
    return code;
  }

  /** What the file carries of its rule beside CTDL. */
  Carried carried() {
    return carried;
  }

  void carry(Carried ofRule) {
    carried = ofRule;
  }

  /** Whether it is no element of the file, but a condition or a part of one. */
  boolean isCondition() {
    return key.indexOf('\u0000') >= 0;
  }

  /** Where it is published. */
  List<String> addresses() {
    return addresses;
  }

  /** All of which must be satisfied. */
  List<SomeOf> needs() {
    return needs;
  }

  /** Any of which is as good as all needs. */
  List<String> shortcuts() {
    return shortcuts;
  }

  /** Whether it must be completed itself, beside its needs. */
  boolean isItself() {
    return isItself || needs.isEmpty();
  }

  void requireItself() {
    isItself = true;
  }

  /** Whether a rule awards it as a credential. */
  boolean isAwarded() {
    return kind == Kind.CREDENTIAL && !needs.isEmpty();
  }

  /** Whether it is a credential that no rule awards. */
  boolean isExternal() {
    return kind == Kind.CREDENTIAL && needs.isEmpty();
  }
}
