package dev.msvc.analyzers.plan;

import dev.msvc.model.SqlChange;
import java.util.List;

/** Writes the steps that give the tables of a context a schema of their own, for one database. */
sealed interface SplitSteps permits MySqlSplit, PostgresSplit {
  /** The changes in their order. */
  List<SqlChange> changes();
}
