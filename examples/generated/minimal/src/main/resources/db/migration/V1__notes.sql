-- made by msvc; this file is yours. Once it has run, a change is a new file: change service.yaml and
-- generate again, or write one.
-- The constraints say what the code checks too: a second writer cannot store what the service refuses.

create table notes (
  id uuid not null,
  version bigint not null,
  title varchar(100) not null,
  text text,
  constraint notes_pk primary key (id)
);
