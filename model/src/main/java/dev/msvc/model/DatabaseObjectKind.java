package dev.msvc.model;

/** What something is that a database holds beside its tables. */
public enum DatabaseObjectKind {
  VIEW,
  MATERIALIZED_VIEW,
  TRIGGER,
  PROCEDURE,
  FUNCTION,
  /** Routines under one name; each of them is an object, too. */
  PACKAGE,
  SEQUENCE,
  SYNONYM,
  TYPE,
  /** Work that the database itself starts by the clock. */
  JOB,
  /** A way to another database. */
  LINK,
  /** Tables whose changes are sent to another database, or received from one. */
  REPLICATION,
  /** A condition that the database adds to every statement on a table. */
  POLICY
}
