package dev.msvc.analyzers.risk;

import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import java.util.List;

/** Looks for one thing that kills migrations. */
interface Rule {
  FindingRule about();

  /** At most one finding for each cause: a table, a context, a setting. */
  List<Finding> find(Ground ground);
}
