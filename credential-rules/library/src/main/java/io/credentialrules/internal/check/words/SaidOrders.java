package io.credentialrules.internal.check.words;

import com.google.common.base.Splitter;
import io.credentialrules.internal.check.Linear;
import io.credentialrules.internal.check.words.AskedOrders.Dated;
import io.credentialrules.internal.check.words.AskedOrders.Order;
import io.credentialrules.internal.check.words.AskedOrders.Share;
import io.credentialrules.internal.check.words.ChosenValues.Chosen;
import io.credentialrules.internal.check.words.RuleContent.Counted;
import io.credentialrules.internal.fault.WordingFaults;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.VocabularyField;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Compares what a name says of two things with how a rule compares them: one before the other, half
 * of all, different ones of what.
 */
final class SaidOrders {
  private static final int NEAR = 4;

  private static final Set<String> SECTIONS = Set.of("before and after", "different");

  private final SaidText text;
  private final Wording wording;
  private final RuleContent content;
  private final Contradictions contradictions;
  private final List<Order> orders;

  /** Where the name speaks of what is required of a fact, by the place of its pattern. */
  private final Map<Object, List<Mention>> mentions = new HashMap<>();

  SaidOrders(SaidText text, Wording wording, RuleContent content, Contradictions contradictions) {
    this.text = text;
    this.wording = wording;
    this.content = content;
    this.contradictions = contradictions;
    this.orders = content.orders().all();
  }

  /** What the check costs at most: the words of the name by what dates and facts are asked for. */
  static long cost(Wording wording, RuleContent content) {
    long orders = content.orders().all().size();
    long asked =
        orders == 0
            ? 0
            : content.chosen().all().stream().mapToLong(each -> 1 + each.values().size()).sum();
    return (1L + wording.size()) * (1 + asked + orders * (2L * NEAR + wording.size()));
  }

  void check() {
    for (int at = 0; !wording.lacks(SECTIONS) && at < wording.size(); at++) {
      order(at);
      different(at);
    }
    if (content.orders().shares().size() == 1 && !content.isSplit()) {
      share(content.orders().shares().get(0));
    }
  }

  /** "Signed before the start" where the rule asks for the opposite. */
  private void order(int at) {
    int end = wording.after("before and after", at);
    if (end == at) {
      return;
    }
    boolean isAfter = !wording.meaning("before and after", at, end).equals("<");
    for (Order order : orders) {
      boolean asWritten = isOf(order.left(), at, -1) && isOf(order.right(), end, 1);
      boolean mirrored = isOf(order.right(), at, -1) && isOf(order.left(), end, 1);
      if (!asWritten && !mirrored && !order.left().pattern().equals(order.right().pattern())) {
        asWritten = names(order.left(), at, -1) && names(order.right(), end, 1);
        mirrored = names(order.right(), at, -1) && names(order.left(), end, 1);
      }
      Operator asked = mirrored ? order.operator().mirrored() : order.operator();
      if (asWritten != mirrored
          && (asked == Operator.LESS || asked == Operator.AT_MOST) == isAfter) {
        contradictions.found(
            order.source().span(),
            WordingFaults.comparisonInName(
                text.where(),
                wording.quote(Math.max(0, at - 1), Math.min(wording.size(), end + 2)),
                order.source().text()));
      }
    }
  }

  /** Whether one of the next few words is of a field such as {@code agreementSignedOn}. */
  private boolean isOf(Dated date, int edge, int direction) {
    String name = date.field().name().toLowerCase(Locale.ROOT);
    int from = direction < 0 ? edge - 1 : edge;
    for (int i = 0; i < NEAR; i++) {
      int at = from + i * direction;
      if (wording.hasAt("fields", at) && name.contains(wording.meaning("fields", at, at + 1))) {
        return true;
      }
    }
    return false;
  }

  /** Whether what is required of the fact is named by the words just before or after. */
  private boolean names(Dated date, int edge, int direction) {
    return mentions.computeIfAbsent(date.pattern(), this::mentions).stream()
        .anyMatch(
            mention ->
                direction < 0
                    ? mention.to() <= edge
                        && edge - mention.to() < NEAR
                        && joined(mention.to(), edge)
                    : mention.from() >= edge
                        && mention.from() - edge < NEAR
                        && joined(edge, mention.from() + 1));
  }

  private List<Mention> mentions(Object pattern) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (Chosen chosen : content.chosen().all()) {
      if (chosen.pattern().equals(pattern) && !chosen.isCounted()) {
        chosen.values().forEach(value -> values.put(value, Mention.words(value)));
      }
    }
    return Mention.in(wording, values);
  }

  private boolean joined(int from, int to) {
    return wording.endOfClause(from) >= to;
  }

  /** "At least half of the hours" where the rule asks for twice as many. */
  private void share(Share share) {
    int said = -1;
    int at = 0;
    while (at < wording.size()) {
      int after = wording.after("fractions", at);
      if (after > at && said >= 0) {
        return;
      }
      said = after > at ? at : said;
      at = Math.max(after, at + 1);
    }
    if (said < 0) {
      return;
    }
    int end = wording.after("fractions", said);
    List<String> meant = Splitter.on('/').splitToList(wording.meaning("fractions", said, end));
    BigDecimal over = new BigDecimal(meant.get(0));
    BigDecimal under = meant.size() > 1 ? new BigDecimal(meant.get(1)) : BigDecimal.ONE;
    int first = wording.firstBefore("before", said);
    boolean isMost =
        first >= 0
            && wording.relation("before", first).stream()
                .allMatch(each -> each == Operator.AT_MOST || each == Operator.LESS);
    boolean asksForLess = share.operator() == Operator.AT_MOST || share.operator() == Operator.LESS;
    boolean fits =
        asksForLess == isMost
            ? isShare(share.share(), over, under)
            : isShare(share.share(), under, over);
    if (!fits) {
      contradictions.found(
          share.source().span(),
          WordingFaults.comparisonInName(
              text.where(), wording.quote(first >= 0 ? first : said, end), share.source().text()));
    }
  }

  private static boolean isShare(Linear share, BigDecimal over, BigDecimal under) {
    return share.times().multiply(under).compareTo(share.over().multiply(over)) == 0;
  }

  /** "Three different terms" where the rule counts different courses. */
  private void different(int at) {
    int adjective = wording.after("different", at);
    if (adjective == at) {
      return;
    }
    // In French the noun comes first.
    boolean isFirst = wording.hasAt("counted", at - 1);
    int noun = isFirst ? at - 1 : adjective;
    int end = isFirst ? at : wording.after("counted", noun);
    if (end == noun
        || content.isSplit()
        || content.types().size() != 1
        || content.counted().size() != 1) {
      return;
    }
    String name = wording.meaning("counted", noun, end);
    Counted counted = content.counted().get(0);
    for (VocabularyField field : content.types().get(0).fields()) {
      if (field.name().equals(name)
          && field.kind() == FieldKind.TEXT
          && !counted.field().equals(field)) {
        contradictions.found(
            counted.span(),
            WordingFaults.differentInNameOf(
                text.where(),
                wording.quote(Math.min(at, noun), Math.max(adjective, end)),
                counted.written(),
                counted.field().name(),
                name));
      }
    }
  }
}
