package io.credentialrules.internal.compare;

import com.google.common.base.Ascii;
import com.google.common.base.Strings;
import io.credentialrules.Decision;
import io.credentialrules.Difference;
import io.credentialrules.Route;
import io.credentialrules.internal.result.StatedDetail;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What two decisions differ in beside their requirements. */
final class Details {
  private Details() {}

  static List<Difference.Detail> of(@Nullable Decision before, @Nullable Decision after) {
    if (before == null || after == null) {
      return List.of();
    }
    Map<String, String> one = of(before);
    Map<String, String> other = of(after);
    Map<String, String> all = new TreeMap<>(Comparator.naturalOrder());
    all.putAll(one);
    all.putAll(other);
    List<Difference.Detail> details = new ArrayList<>();
    for (String name : all.keySet()) {
      if (!Objects.equals(one.get(name), other.get(name))) {
        details.add(new StatedDetail(name, one.get(name), other.get(name)));
      }
    }
    return details;
  }

  private static Map<String, String> of(@Nullable Decision decision) {
    Map<String, String> details = new TreeMap<>();
    if (decision instanceof Decision.Earned earned) {
      put(details, "since", earned.since());
      put(details, "until", earned.until());
      put(details, "held", earned.held() == null ? null : "yes");
      put(details, earned.route());
    } else if (decision instanceof Decision.NotEarned notEarned) {
      put(details, "eligible from", notEarned.eligibleFrom());
      put(details, notEarned.routes().isEmpty() ? null : notEarned.routes().get(0));
    }
    return details;
  }

  private static void put(Map<String, String> details, @Nullable Route route) {
    if (route != null) {
      put(details, "route", route.rule());
      put(details, "in force from", route.window().from());
      put(details, "in force until", route.window().until());
      put(details, "valid for", Strings.emptyToNull(route.settings().validity()));
      put(
          details,
          "renews",
          route.settings().validFor() == null ? null : word(route.settings().renews()));
      put(details, "lapses", word(route.settings().lapses()));
      put(details, "version by", word(route.settings().versionBy()));
      put(details, "evidence", word(route.settings().evidence()));
    }
  }

  private static String word(Enum<?> setting) {
    return Ascii.toLowerCase(setting.name()).replace('_', '-');
  }

  private static void put(Map<String, String> details, String name, @Nullable Object value) {
    if (value != null) {
      details.put(name, value.toString());
    }
  }
}
