package io.credentialrules.examples.campus;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A clock that a test sets. */
public final class TestClock extends Clock {
  private final ZoneId zone = ZoneId.of("America/New_York");
  private LocalDate today = LocalDate.of(2026, 11, 26);
  private Duration passed = Duration.ZERO;
  private Duration tick = Duration.ZERO;

  /** Noon of a day. */
  public synchronized void set(LocalDate day) {
    today = day;
    passed = Duration.ZERO;
    tick = Duration.ZERO;
  }

  /** Time goes on. */
  public synchronized void pass(Duration time) {
    passed = passed.plus(time);
  }

  /** Time goes on by this much, each time that somebody looks at the clock. */
  synchronized void tick(Duration each) {
    tick = each;
  }

  synchronized LocalDate today() {
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
  public synchronized Instant instant() {
    passed = passed.plus(tick);
    return today.atTime(12, 0).atZone(zone).toInstant().plus(passed);
  }
}
