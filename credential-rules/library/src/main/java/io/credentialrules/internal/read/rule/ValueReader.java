package io.credentialrules.internal.read.rule;

import io.credentialrules.internal.fault.Fault;
import io.credentialrules.internal.fault.LimitFaults;
import io.credentialrules.internal.fault.NamedValueFaults;
import io.credentialrules.internal.fault.RuleFaults;
import io.credentialrules.internal.fault.StatementFaults;
import io.credentialrules.internal.read.token.Cursor;
import io.credentialrules.internal.read.token.Token;
import io.credentialrules.internal.text.NearestWord;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Window;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.NamedValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the declaration of a named value, from {@code declare} to {@code end}. */
public final class ValueReader {
  /** So that the days of a rule, and the values in it, stay few. */
  private static final int MOST_DAYS = 100;

  private static final int MOST_VALUES = 1_000;

  private static final Set<String> ANNOTATIONS =
      Set.of("value", "from", "name", "source", "description");

  private static final Comparator<LocalDate> FIRST_DAY =
      Comparator.nullsFirst(Comparator.naturalOrder());

  private final Cursor cursor;
  private final String pack;
  private final AnnotationArguments arguments;
  private final TreeMap<@Nullable LocalDate, List<Expression>> values = new TreeMap<>(FIRST_DAY);
  private final int problemsBefore;
  private String name = "";
  private @Nullable String called;
  private @Nullable String source;

  public ValueReader(Cursor cursor, String pack) {
    this.cursor = cursor;
    this.pack = pack;
    this.arguments = new AnnotationArguments(cursor.problems());
    this.problemsBefore = cursor.problems().count();
  }

  /** Whether a value is declared here, and nothing else that DRL declares. */
  public static boolean isNext(Cursor cursor) {
    Token after = cursor.peek(2);
    boolean ofValue =
        after.isSymbol("@") && NearestWord.of(cursor.peek(3).text(), ANNOTATIONS) != null;
    return cursor.atWord("declare") && cursor.peek(1).isWord() && (ofValue || after.isWord("end"));
  }

  /** The name that is declared, also where the declaration has a problem. */
  public String name() {
    return name;
  }

  /**
   * The value here; null where it has a problem, which is reported. The cursor is after it in
   * either case.
   */
  public @Nullable NamedValue value() {
    cursor.next();
    Token written = cursor.next();
    name = written.text();
    SourceSpan span = cursor.span(written);
    if (!NamedValue.isName(name)) {
      cursor.report(span, NamedValueFaults.badNamedValueName(name, maybe(name)));
    }
    while (cursor.at("@")) {
      Annotation annotation = new AnnotationReader(cursor).annotation();
      if (annotation != null) {
        add(annotation);
      }
    }
    if (cursor.atWord("end")) {
      cursor.next();
    } else {
      cursor.report(cursor.peek(), StatementFaults.declareNotAllowedTypes());
      while (!cursor.atEndOfConditions()) {
        cursor.skip();
      }
      if (cursor.atWord("end")) {
        cursor.next();
      }
    }
    return cursor.problems().count() > problemsBefore
        ? null
        : new NamedValue(pack, name, called, source, false, dated(), span);
  }

  private static String maybe(String name) {
    String maybe = name.replace("$", "").replace("_", "");
    maybe =
        maybe.isEmpty()
            ? maybe
            : maybe.substring(0, 1).toUpperCase(Locale.ROOT) + maybe.substring(1);
    return !maybe.isEmpty() && NamedValue.isName(maybe) ? "maybe `" + maybe + "`" : "";
  }

  private void add(Annotation annotation) {
    switch (annotation.name()) {
      case "value" -> put(null, annotation, annotation.values());
      case "from" -> from(annotation);
      case "name" -> called = arguments.text(annotation);
      case "source" -> source = arguments.text(annotation);
      case "description" -> arguments.text(annotation);
      default -> {
        String nearest = NearestWord.of(annotation.name(), ANNOTATIONS);
        report(
            annotation.nameSpan(),
            RuleFaults.unknownAnnotation(
                annotation.name(), nearest == null ? "" : "maybe `@" + nearest + "`"));
      }
    }
  }

  private void from(Annotation annotation) {
    List<Annotation.Value> written = annotation.values();
    LocalDate day =
        written.size() < 2 || !written.get(0).isText()
            ? null
            : AnnotationValues.date(written.get(0).text());
    if (day == null) {
      report(annotation.span(), NamedValueFaults.badNamedValueDate());
    } else {
      put(day, annotation, written.subList(1, written.size()));
    }
  }

  private void put(
      @Nullable LocalDate from, Annotation annotation, List<Annotation.Value> written) {
    if (written.isEmpty()) {
      report(annotation.span(), NamedValueFaults.badNamedValueValue(name));
    } else if (values.containsKey(from)) {
      report(
          annotation.span(),
          from == null
              ? RuleFaults.duplicateAnnotation("value")
              : NamedValueFaults.badNamedValueSameDay(name, from));
    } else if (values.size() >= MOST_DAYS) {
      report(annotation.span(), LimitFaults.limitNamedValues(MOST_DAYS, name));
    } else if (written.size() > MOST_VALUES) {
      report(annotation.span(), LimitFaults.limitNamedValuesList(MOST_VALUES, name));
    } else {
      List<Expression> read = new ArrayList<>();
      written.forEach(value -> read.add(expression(value)));
      values.put(from, read);
      checkKinds();
    }
  }

  private static Expression expression(Annotation.Value value) {
    if (value.isText()) {
      return new Expression.Text(value.text(), value.span());
    }
    return value.isTruth()
        ? new Expression.Truth(value.text().equals("true"), value.span())
        : new Expression.Number(new BigDecimal(value.text()), value.span());
  }

  private void checkKinds() {
    Expression first = values.firstEntry().getValue().get(0);
    for (List<Expression> all : values.values()) {
      for (Expression one : all) {
        if (one.getClass() != first.getClass()) {
          report(
              one.span(),
              NamedValueFaults.badNamedValueKinds(
                  name, NamedValue.kind(one), NamedValue.kind(first), first.span()));
          return;
        }
      }
    }
  }

  /** The values with their days; where one is a list, all are. */
  private List<NamedValue.Dated> dated() {
    boolean isList = values.values().stream().anyMatch(all -> all.size() > 1);
    List<NamedValue.Dated> dated = new ArrayList<>();
    values.forEach(
        (from, all) ->
            dated.add(
                new NamedValue.Dated(
                    new Window(from, values.higherKey(from)),
                    isList
                        ? new Expression.Listing(
                            all, all.get(0).span().to(all.get(all.size() - 1).span()))
                        : all.get(0))));
    return dated;
  }

  private void report(SourceSpan span, Fault fault) {
    cursor.report(span, fault);
  }
}
