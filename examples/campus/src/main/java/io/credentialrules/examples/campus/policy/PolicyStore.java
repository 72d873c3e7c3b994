package io.credentialrules.examples.campus.policy;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.credentialrules.CredentialRules;
import io.credentialrules.PolicyPack;
import io.credentialrules.examples.campus.learner.Consent;
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
  private final Clock clock;
  private final Cache<String, CredentialRules> compiled =
      CacheBuilder.newBuilder().maximumSize(COMPILED).build();

  PolicyStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
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

  /** The rules of a policy that may be in force no more, to look at what it decided. */
  public CredentialRules rules(String digest) {
    CredentialRules known = compiled.getIfPresent(digest);
    if (known == null) {
      known = compile(packs(digest));
      compiled.put(digest, known);
    }
    return known;
  }

  /** Packs, in the order of their names, with the fact types of this application. */
  public static CredentialRules compile(Collection<PolicyPack> packs) {
    CredentialRules.Builder builder = CredentialRules.builder().register(Consent.class);
    packs.stream().sorted(Comparator.comparing(PolicyPack::name)).forEach(builder::add);
    return builder.compile();
  }

  /** Keeps a policy, which is not in force yet. Does nothing where it is kept already. */
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
