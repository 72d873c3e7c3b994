package io.credentialrules.internal.read.rule;

import io.credentialrules.internal.fault.FrameworkFaults;
import io.credentialrules.internal.fault.RuleFaults;
import io.credentialrules.internal.fault.StatementFaults;
import io.credentialrules.internal.read.token.Cursor;
import io.credentialrules.internal.read.token.Token;
import io.credentialrules.internal.text.NearestWord;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.syntax.Framework;
import io.credentialrules.policy.syntax.NamedValue;
import io.credentialrules.policy.syntax.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the declaration of a framework, from {@code declare} to {@code end}. What tells it from a
 * named value is that one of its annotations is about levels.
 */
public final class FrameworkReader {
  private static final Set<String> OWN = Set.of("levels", "packs", "vettedBy", "requires");

  private static final Set<String> ANNOTATIONS =
      Set.of("levels", "packs", "vettedBy", "requires", "source", "description");

  /** So that what a framework says of a level stays few. */
  private static final int MOST = 1_000;

  private final Cursor cursor;
  private final String pack;
  private final AnnotationArguments arguments;
  private final int problemsBefore;
  private final List<String> packs = new ArrayList<>();
  private final List<Framework.OfLevel> vetting = new ArrayList<>();
  private final List<Framework.OfLevel> demands = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private int levels;
  private @Nullable String source;

  public FrameworkReader(Cursor cursor, String pack) {
    this.cursor = cursor;
    this.pack = pack;
    this.arguments = new AnnotationArguments(cursor.problems());
    this.problemsBefore = cursor.problems().count();
  }

  /** Whether a framework is declared here. */
  public static boolean isNext(Cursor cursor) {
    if (!cursor.atWord("declare")) {
      return false;
    }
    for (int ahead = 1; ; ahead++) {
      Token token = cursor.peek(ahead);
      if (token.isEnd() || token.isWord("end") || token.isWord("rule") || token.isWord("declare")) {
        return false;
      }
      if (token.isSymbol("@") && OWN.contains(cursor.peek(ahead + 1).text())) {
        return true;
      }
    }
  }

  /**
   * The framework here; null where it has a problem, which is reported. The cursor is after it in
   * either case.
   */
  public @Nullable Framework framework() {
    cursor.next();
    Token written = cursor.next();
    SourceSpan span = cursor.span(written);
    if (!NamedValue.isName(written.text())) {
      cursor.report(span, FrameworkFaults.badFrameworkName(written.text()));
    }
    while (cursor.at("@")) {
      Annotation annotation = new AnnotationReader(cursor).annotation();
      if (annotation != null) {
        add(annotation);
      }
    }
    if (!cursor.atWord("end")) {
      cursor.report(cursor.peek(), StatementFaults.declareNotAllowedTypes());
      while (!cursor.atEndOfConditions()) {
        cursor.skip();
      }
    }
    if (cursor.atWord("end")) {
      cursor.next();
    }
    if (cursor.problems().count() == problemsBefore) {
      checkLevels(written.text(), span);
    }
    return cursor.problems().count() > problemsBefore
        ? null
        : new Framework(pack, written.text(), source, packs, levels, vetting, demands, span);
  }

  private void add(Annotation annotation) {
    String name = annotation.name();
    boolean repeats = name.equals("vettedBy") || name.equals("requires");
    if (!ANNOTATIONS.contains(name)) {
      String nearest = NearestWord.of(name, ANNOTATIONS);
      cursor.report(
          annotation.nameSpan(),
          RuleFaults.unknownAnnotation(name, nearest == null ? "" : "maybe `@" + nearest + "`"));
    } else if (!repeats && !seen.add(name)) {
      cursor.report(annotation.span(), RuleFaults.duplicateAnnotation(name));
    } else {
      switch (name) {
        case "levels" -> {
          Integer number = arguments.level(annotation);
          levels = number == null ? 0 : number;
        }
        case "packs" -> addPacks(annotation);
        case "vettedBy" -> add(annotation, vetting);
        case "requires" -> add(annotation, demands);
        case "source" -> source = arguments.text(annotation);
        default -> arguments.text(annotation);
      }
    }
  }

  private void addPacks(Annotation annotation) {
    if (annotation.values().size() > MOST) {
      cursor.report(annotation.span(), FrameworkFaults.badFrameworkMany(MOST));
    } else {
      annotation.values().forEach(value -> packs.add(value.text()));
    }
  }

  /** A level, and what is said of it. */
  private void add(Annotation annotation, List<Framework.OfLevel> said) {
    List<Annotation.Value> values = annotation.values();
    Integer level = values.isEmpty() ? null : AnnotationValues.level(values.get(0));
    List<Annotation.Value> rest = values.subList(Math.min(1, values.size()), values.size());
    boolean isList = !rest.isEmpty() && rest.stream().allMatch(Annotation.Value::isText);
    if (level == null || !isList) {
      cursor.report(annotation.span(), FrameworkFaults.badFrameworkLevel(annotation.name()));
    } else if (said == vetting && said.stream().anyMatch(other -> other.level() == level)) {
      cursor.report(annotation.span(), FrameworkFaults.badFrameworkTwice(level));
    } else if (said.size() >= MOST || rest.size() > MOST) {
      cursor.report(annotation.span(), FrameworkFaults.badFrameworkMany(MOST));
    } else {
      said.add(
          new Framework.OfLevel(
              level,
              rest.stream().map(value -> new Reference(value.text(), value.span())).toList()));
    }
  }

  private void checkLevels(String name, SourceSpan span) {
    if (levels == 0) {
      cursor.report(span, FrameworkFaults.badFramework(name));
      return;
    }
    for (List<Framework.OfLevel> said : List.of(vetting, demands)) {
      for (Framework.OfLevel one : said) {
        if (one.level() > levels) {
          cursor.report(
              one.anyOf().get(0).span(), FrameworkFaults.badFrameworkBeyond(one.level(), levels));
        }
      }
    }
  }
}
