package io.credentialrules.examples.campus.cost;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.credentialrules.examples.campus.CampusProperties;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.springframework.stereotype.Service;

/**
 * How much each person may ask for: so many requests of each cost a minute, which come back one by
 * one. Of this server; several servers allow several times as much.
 */
@Service
public class Budgets {
  /** Those who asked last. Who is forgotten has a full budget, and was away for long. */
  private static final int PEOPLE = 50_000;

  private static final long NANOS_OF_SECOND = Duration.ofSeconds(1).toNanos();

  private final Map<Cost, Integer> each = new EnumMap<>(Cost.class);
  private final TimeMeter time;
  private final Cache<Key, Bucket> buckets = CacheBuilder.newBuilder().maximumSize(PEOPLE).build();

  /** With the budgets that are configured. */
  public Budgets(CampusProperties properties, Clock clock) {
    each.put(Cost.QUESTION, properties.budgets().questions());
    each.put(Cost.STUDY, properties.budgets().studies());
    each.put(Cost.SIGN_IN, properties.budgets().signIns());
    this.time = new ByClock(clock);
  }

  /**
   * Spends from the budget of somebody.
   *
   * @param who the name of an account, or the address of somebody who has none
   * @return how many seconds to wait before asking again; 0 where nothing is to be waited for
   */
  public long spend(String who, Cost cost) {
    long nanos =
        bucket(new Key(who, cost)).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill();
    return (nanos + NANOS_OF_SECOND - 1) / NANOS_OF_SECOND;
  }

  private Bucket bucket(Key key) {
    try {
      return buckets.get(key, () -> bucket(each.getOrDefault(key.cost(), 1)));
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("a bucket is only made", impossible);
    }
  }

  private Bucket bucket(int most) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(most).refillGreedy(most, Duration.ofMinutes(1)))
        .withCustomTimePrecision(time)
        .build();
  }

  private record Key(String who, Cost cost) {}

  /** The clock of the application. */
  private record ByClock(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return now.getEpochSecond() * NANOS_OF_SECOND + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
