package io.credentialrules.examples.campus;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A clock that a test sets. */
final class TestClock extends Clock {
  private final ZoneId zone = ZoneId.of("America/New_York");
  private volatile LocalDate today = LocalDate.of(2026, 11, 26);
  private volatile Duration passed = Duration.ZERO;

  /** Noon of a day. */
  void set(LocalDate day) {
    today = day;
    passed = Duration.ZERO;
  }

  /** Time goes on. */
  void pass(Duration time) {
    passed = passed.plus(time);
  }

  LocalDate today() {
    return today;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return Clock.fixed(instant(), other);
  }

  @Override
  public Instant instant() {
    return today.atTime(12, 0).atZone(zone).toInstant().plus(passed);
  }
}
