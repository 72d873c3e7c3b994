package io.credentialrules.examples.campus.policy;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.credentialrules.CredentialRules;
import io.credentialrules.PolicyPack;
import io.credentialrules.spring.RulesSetup;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All policies that ever were in force or proposed, by their digest. */
@Repository
public class PolicyStore {
  private static final int COMPILED = 4;

  private final JdbcClient jdbc;
  private final RulesSetup setup;
  private final Clock clock;
  private final Cache<String, CredentialRules> compiled =
      CacheBuilder.newBuilder().maximumSize(COMPILED).build();

  PolicyStore(JdbcClient jdbc, RulesSetup setup, Clock clock) {
    this.jdbc = jdbc;
    this.setup = setup;
    this.clock = clock;
  }

  /** The digest of the policy that is to be in force; nothing in a new database. */
  public Optional<String> digestInForce() {
    return jdbc.sql("select digest from policy_in_force order by id desc limit 1")
        .query(String.class)
        .optional();
  }

  /**
   * A policy without its packs.
   *
   * @param digest its digest
   * @param title what its first author called it
   * @param author who wrote it first
   * @param createdAt when
   */
  public record Row(String digest, String title, String author, OffsetDateTime createdAt) {}

  /** The policy with this digest. */
  public Optional<Row> find(String digest) {
    return jdbc.sql("select * from policy where digest = ?")
        .param(digest)
        .query(PolicyStore::row)
        .optional();
  }

  /** The policies that were kept last, newest first. */
  public List<Row> latest(int most) {
    return jdbc.sql("select * from policy order by created_at desc, digest limit ?")
        .param(most)
        .query(PolicyStore::row)
        .list();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getString("digest"),
        row.getString("title"),
        row.getString("author"),
        row.getObject("created_at", OffsetDateTime.class));
  }

  /** The packs of a policy by name, on which its digest depends; empty where there is none. */
  public List<PolicyPack> packs(String digest) {
    Map<String, Map<String, String>> files = new TreeMap<>();
    jdbc.sql("select pack, path, text from policy_file where digest = ? order by pack, path")
        .param(digest)
        .query(
            row -> {
              files
                  .computeIfAbsent(row.getString(1), pack -> new TreeMap<>())
                  .put(row.getString(2), row.getString(3));
            });
    List<PolicyPack> packs = new ArrayList<>();
    files.forEach((pack, texts) -> packs.add(PolicyPack.of(pack, texts)));
    return packs;
  }

  /**
   * The rules of a policy that may be in force no more, to look at what it decided: with the values
   * that were configured when it was kept.
   */
  public CredentialRules rules(String digest) {
    CredentialRules known = compiled.getIfPresent(digest);
    if (known == null) {
      known = builder(packs(digest), values(digest)).compile();
      compiled.put(digest, known);
    }
    return known;
  }

  /** A policy of packs with the values that are configured now, which is not compiled yet. */
  public CredentialRules.Builder builder(Collection<PolicyPack> packs) {
    return builder(packs, setup.values());
  }

  /** In the order of the packs' names, with the limits and fact types of this application. */
  CredentialRules.Builder builder(Collection<PolicyPack> packs, Map<String, String> values) {
    CredentialRules.Builder builder = setup.prepare(CredentialRules.builder());
    values.forEach(builder::writtenValue);
    packs.stream().sorted(Comparator.comparing(PolicyPack::name)).forEach(builder::add);
    return builder;
  }

  private Map<String, String> values(String digest) {
    Map<String, String> values = new TreeMap<>();
    jdbc.sql("select name, written from policy_value where digest = ?")
        .param(digest)
        .query(
            row -> {
              values.put(row.getString(1), row.getString(2));
            });
    return values;
  }

  /**
   * Keeps a policy with the values that are configured now; it is not in force yet. Does nothing
   * where it is kept already.
   */
  @Transactional
  public void keep(String digest, String title, String author, Collection<PolicyPack> packs) {
    if (!packs(digest).isEmpty()) {
      return;
    }
    jdbc.sql("insert into policy (digest, title, author, created_at) values (?, ?, ?, ?)")
        .param(digest)
        .param(title)
        .param(author)
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    for (PolicyPack pack : packs) {
      pack.files()
          .forEach(
              (path, text) ->
                  jdbc.sql("insert into policy_file (digest, pack, path, text) values (?, ?, ?, ?)")
                      .param(digest)
                      .param(pack.name())
                      .param(path)
                      .param(text)
                      .update());
    }
    setup
        .values()
        .forEach(
            (name, written) ->
                jdbc.sql("insert into policy_value (digest, name, written) values (?, ?, ?)")
                    .param(digest)
                    .param(name)
                    .param(written)
                    .update());
  }

  /** Says that a policy is to be in force. Who may say so is decided elsewhere. */
  public void putInForce(String digest, String by) {
    jdbc.sql("insert into policy_in_force (digest, put_by, put_at) values (?, ?, ?)")
        .param(digest)
        .param(by)
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}
