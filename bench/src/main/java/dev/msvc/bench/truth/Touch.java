package dev.msvc.bench.truth;

/** A statement reads or writes a table. */
record Touch(String table, boolean writes) {
  Touch {
    table = Names.table(table);
  }
}
