package io.credentialrules.benchmarks;

/** Another engine, which the library is compared with in a process of its own. */
enum Rival {
  EVRETE("Evrete"),
  CEL("CEL"),
  KIE_DMN("Kie DMN");

  private final String title;

  Rival(String title) {
    this.title = title;
  }

  /** Its name in tables. */
  String title() {
    return title;
  }

  /** Makes an engine of a catalogue. */
  Engine compile(Catalogue catalogue) {
    return switch (this) {
      case EVRETE -> EvreteRules.compile(catalogue);
      case CEL -> CelPrograms.compile(catalogue);
      case KIE_DMN -> DmnModels.compile(catalogue);
    };
  }
}
