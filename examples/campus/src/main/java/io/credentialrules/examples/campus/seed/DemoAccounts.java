package io.credentialrules.examples.campus.seed;

import io.credentialrules.examples.campus.people.Accounts;
import io.credentialrules.examples.campus.people.Person;
import io.credentialrules.examples.campus.people.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts to look around with, all with the password {@code campus}. */
@Component
class DemoAccounts {
  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final PasswordEncoder passwords;

  DemoAccounts(JdbcClient jdbc, Accounts accounts, PasswordEncoder passwords) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.passwords = passwords;
  }

  /** Adds them; false where there are accounts already. Of two servers one does it. */
  @Transactional
  public boolean fillOnce() {
    jdbc.sql("select id from filling for update").query(Integer.class).single();
    if (jdbc.sql("select count(*) from account").query(Long.class).single() > 0) {
      return false;
    }
    String password = passwords.encode("campus");
    add("maria", Names.ofAccount(1), password, "l-0001", Role.LEARNER);
    add("sam", Names.ofAccount(2), password, "l-0002", Role.LEARNER);
    add("rosa", Names.ofAccount(3), password, "l-0003", Role.FACULTY, Role.LEARNER);
    add("theo", "Theo Walsh", password, null, Role.STAFF);
    add("ruth", "Ruth Levesque", password, null, Role.REGISTRAR);
    add("ron", "Ron Sato", password, null, Role.REGISTRAR);
    add("eve", "Eve Jensen, River Nursery", password, null, Role.EMPLOYER);
    add("alex", "Alex Rossi", password, null, Role.AUTHOR);
    return true;
  }

  private void add(
      String username, String name, String password, @Nullable String learner, Role... roles) {
    accounts.add(new Person(username, name, password, learner, Set.of(roles)));
  }
}
