package io.credentialrules.oracle;

import io.credentialrules.policy.FieldKind;
import java.util.ArrayList;
import java.util.List;

/** The variables of a generated rule that can be used at one place, with what they hold. */
final class Names {

  /** A variable; of a fact it has a type and no kind, of a collection neither. */
  record Name(String name, String what) {}

  private static final String COLLECTED = "collected ";

  private final List<Name> names;
  private final int[] count;

  Names() {
    this(new ArrayList<>(), new int[1]);
  }

  private Names(List<Name> names, int[] count) {
    this.names = names;
    this.count = count;
  }

  /** Names that are forgotten behind the place, beside those that are known. */
  Names inner() {
    return new Names(new ArrayList<>(names), count);
  }

  String value(FieldKind kind) {
    return add(kind.name());
  }

  String fact(String type) {
    return add(type);
  }

  String collection(FieldKind kind) {
    return add(COLLECTED + kind.name());
  }

  private String add(String what) {
    String name = "$v" + count[0]++;
    names.add(new Name(name, what));
    return name;
  }

  List<String> of(FieldKind kind) {
    return of(kind.name());
  }

  List<String> collections(FieldKind kind) {
    return of(COLLECTED + kind.name());
  }

  List<String> of(String what) {
    return names.stream().filter(name -> name.what().equals(what)).map(Name::name).toList();
  }
}
