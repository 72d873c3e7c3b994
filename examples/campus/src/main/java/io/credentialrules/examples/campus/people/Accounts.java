package io.credentialrules.examples.campus.people;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Repository;

/** Who may sign in. An institution has its own single sign-on in place of this. */
@Repository
public class Accounts implements UserDetailsService {
  private final JdbcClient jdbc;

  Accounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Person loadUserByUsername(String username) {
    Set<Role> roles = new TreeSet<>();
    jdbc.sql("select role from account_role where username = ?")
        .param(username)
        .query(String.class)
        .list()
        .forEach(role -> roles.add(Role.valueOf(role)));
    return jdbc.sql("select username, name, password, learner from account where username = ?")
        .param(username)
        .query(
            (row, number) ->
                new Person(
                    row.getString("username"),
                    row.getString("name"),
                    row.getString("password"),
                    row.getString("learner"),
                    roles))
        .optional()
        .orElseThrow(() -> new UsernameNotFoundException("there is no such account"));
  }

  /** Adds somebody. */
  public void add(Person person) {
    jdbc.sql("insert into account (username, name, password, learner) values (?, ?, ?, ?)")
        .param(person.username())
        .param(person.name())
        .param(person.password())
        .param(person.learner())
        .update();
    for (Role role : new TreeSet<>(person.roles())) {
      jdbc.sql("insert into account_role (username, role) values (?, ?)")
          .param(person.username())
          .param(role.name())
          .update();
    }
  }
}
