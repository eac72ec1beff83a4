-- made by msvc; this file is yours. Change the schema by a new file beside it: this one has run already.
-- The constraints say what the code checks too: a second writer cannot store what the service refuses.

create table notes (
  id uuid not null,
  version bigint not null,
  title varchar(100) not null,
  text text,
  constraint notes_pk primary key (id)
);
