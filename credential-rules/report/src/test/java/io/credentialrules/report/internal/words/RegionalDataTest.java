package io.credentialrules.report.internal.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import io.credentialrules.report.internal.words.RegionalFormats.ListKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * Numbers, dates, lists and plurals are written as ICU4J writes them, in every region of the
 * languages that there are sentences in.
 */
class RegionalDataTest {
  private static final long MILLIS_A_DAY = 86_400_000L;

  private static final List<ULocale> REGIONS =
      Arrays.stream(ULocale.getAvailableLocales())
          .filter(one -> one.getScript().isEmpty() && one.getVariant().isEmpty())
          .filter(
              one ->
                  Messages.LANGUAGES.stream()
                      .anyMatch(language -> language.getLanguage().equals(one.getLanguage())))
          .toList();

  @Provide
  Arbitrary<ULocale> regions() {
    return Arbitraries.of(REGIONS);
  }

  @Provide
  Arbitrary<BigDecimal> numbers() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("-1e12"), new BigDecimal("1e12"))
        .ofScale(6);
  }

  private static RegionalFormats formats(ULocale region) {
    return new RegionalFormats(region.toLocale());
  }

  @Test
  void there_are_regions_of_each_language() {
    assertThat(REGIONS).hasSizeGreaterThan(150);
  }

  @Property
  void numbers_are_those_of_icu(
      @ForAll("regions") ULocale region, @ForAll("numbers") BigDecimal number) {
    NumberFormat icu = NumberFormat.getInstance(region);
    icu.setMaximumFractionDigits(40);
    assertThat(formats(region).number(number)).isEqualTo(icu.format(number));
  }

  @Property
  void dates_are_those_of_icu(
      @ForAll("regions") ULocale region,
      @ForAll @IntRange(min = -100_000, max = 1_000_000) int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    DateFormat icu = DateFormat.getDateInstance(DateFormat.LONG, region);
    icu.setTimeZone(TimeZone.GMT_ZONE);
    assertThat(formats(region).date(date)).isEqualTo(icu.format(day * MILLIS_A_DAY));
  }

  @Property
  void lists_are_those_of_icu(
      @ForAll("regions") ULocale region, @ForAll @IntRange(max = 6) int size) {
    List<String> items = Stream.iterate(1, i -> i + 1).limit(size).map(i -> "item " + i).toList();
    for (ListKind kind : ListKind.values()) {
      ListFormatter icu =
          ListFormatter.getInstance(
              region, ListFormatter.Type.valueOf(kind.name()), ListFormatter.Width.WIDE);
      assertThat(formats(region).list(kind, items)).isEqualTo(icu.format(items));
    }
  }

  /** The rules of all languages, though only those of some are used: so another can be added. */
  @Test
  void plural_rules_of_all_languages_choose_as_icu_does() {
    List<BigDecimal> samples =
        Stream.of(
                "0", "1", "2", "3", "4", "5", "6", "7", "10", "11", "12", "14", "19", "20", "21",
                "22", "25", "99", "100", "101", "102", "103", "111", "112", "121", "1000", "1001",
                "1000000", "0.1", "0.2", "0.5", "1.1", "1.5", "2.25", "10.1", "0.01", "21.01")
            .map(BigDecimal::new)
            .toList();
    int compared = 0;
    for (ULocale language : PluralRules.getAvailableULocales()) {
      PluralRules icu = PluralRules.forLocale(language);
      for (String written : Splitter.on(";").trimResults().split(icu.toString())) {
        List<String> parts = Splitter.on(": ").splitToList(written);
        String keyword = parts.get(0);
        String rule = parts.get(1).replaceAll(" ?@.*", "");
        if (keyword.equals("other") || rule.isBlank()) {
          continue;
        }
        PluralRule ours = PluralRule.of(rule);
        for (BigDecimal sample : samples) {
          // The first rule that applies decides; the rules of one language exclude each other.
          assertThat(ours.appliesTo(sample))
              .as(language + " " + keyword + " " + sample)
              .isEqualTo(selects(icu, sample).equals(keyword));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(5_000);
  }

  private static String selects(PluralRules icu, BigDecimal sample) {
    return icu.select(sample.doubleValue());
  }

  @Property(tries = 200)
  void messages_are_those_of_icu(
      @ForAll @IntRange(max = 2_000_000) int number, @ForAll @IntRange(max = 2) int decimals) {
    BigDecimal exact = BigDecimal.valueOf(number, decimals);
    for (ULocale language : List.of(ULocale.ENGLISH, ULocale.FRENCH)) {
      Messages messages = Messages.in(language.toLocale());
      for (String key : messages.keys()) {
        String pattern = messages.pattern(key);
        if (pattern.contains("plural")) {
          Map<String, Object> values = new HashMap<>();
          MessageTemplate.of(pattern).names().forEach(name -> values.put(name, "<" + name + ">"));
          for (String name : List.of("n", "total", "credentials", "asked")) {
            values.computeIfPresent(name, (same, text) -> exact);
          }
          assertThat(MessageTemplate.of(pattern).fill(values, messages.formats()))
              .isEqualTo(new MessageFormat(pattern, language).format(values));
        }
      }
    }
  }
}
