package io.credentialrules.examples.campus.people;

import io.credentialrules.vocabulary.ReviewerRole;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * Somebody who is signed in. What a learner sees hangs on {@link #learner} and never on a part of
 * an address.
 *
 * @param username by which the person signs in
 * @param name the name
 * @param password its hash
 * @param learner the id of the learner who this person is; null for somebody who is none
 * @param roles what the person is
 */
public record Person(
    String username, String name, String password, @Nullable String learner, Set<Role> roles)
    implements UserDetails {
  private static final long serialVersionUID = 1L;

  /** With a set of its own. */
  public Person {
    roles = Set.copyOf(roles);
  }

  /** The id of the learner who this person is; only learners have the pages that ask for it. */
  public String requireLearner() {
    if (learner == null) {
      throw new IllegalStateException("`" + username + "` is no learner");
    }
    return learner;
  }

  /** Whether this person has a role, by its name. */
  public boolean is(String role) {
    return roles.contains(Role.valueOf(role));
  }

  /** In which role this person reviews evidence. */
  public ReviewerRole reviewerRole() {
    if (roles.contains(Role.FACULTY)) {
      return ReviewerRole.FACULTY;
    }
    return roles.contains(Role.STAFF) ? ReviewerRole.STAFF : ReviewerRole.OTHER;
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    List<SimpleGrantedAuthority> authorities =
        roles.stream().sorted().map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList();
    return authorities;
  }

  @Override
  public String getPassword() {
    return password;
  }

  @Override
  public String getUsername() {
    return username;
  }

  /** The name by which the person signs in; no hash of a password belongs into a log. */
  @Override
  public String toString() {
    return username;
  }
}
