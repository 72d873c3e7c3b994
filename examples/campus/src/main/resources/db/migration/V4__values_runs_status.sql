-- The configured values with which a policy was kept, as configuration wrote them.
create table policy_value (
  digest varchar(64) not null references policy,
  name varchar(300) not null,
  written text not null,
  primary key (digest, name)
);

-- A trial that is under way, so that every server shows how far it is. One whose server says nothing
-- any more is begun anew.
create table policy_trial_run (
  digest varchar(64) primary key references policy,
  run varchar(36) not null,
  done bigint not null,
  total bigint not null,
  seen_at timestamp with time zone not null,
  failure text not null
);

-- The place of a badge on one of the lists that say which badges are revoked. Null for those that
-- were issued without.
alter table award add column status_list bigint;
alter table award add column status_index int;
create unique index award_status on award (status_list, status_index);

