package dev.msvc.analyzers.data;

import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.mapping.TableName;
import dev.msvc.model.Access;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Place;
import dev.msvc.model.RoutineCall;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the database does on behalf of code: the tables behind a view that it reads, what a routine
 * that it calls does, and what triggers do where it writes. Comes after all that finds accesses.
 */
public final class ThroughDatabase implements Analyzer {
  @Override
  public void analyze(Sources sources, FactCollector facts) {
    if (facts.databaseObjects().isEmpty()) {
      return;
    }
    DatabaseGraph graph = new DatabaseGraph(facts.databaseObjects());
    List<Access> direct = List.copyOf(facts.accesses());
    Set<List<Object>> known = new HashSet<>();
    direct.forEach(access -> known.add(identity(access)));
    Set<Access> carried = new LinkedHashSet<>();
    for (Access access : direct) {
      if (access.className().isEmpty()) {
        continue;
      }
      for (DatabaseGraph.Effect effect : graph.behind(access.table(), access.op())) {
        AccessVia via = effect.byTrigger() ? AccessVia.TRIGGER : AccessVia.VIEW;
        carried.add(
            carried(
                effect,
                access.className(),
                access.method(),
                access.place(),
                via,
                access.certainty()));
      }
    }
    for (RoutineCall call : facts.routineCalls()) {
      for (DatabaseGraph.Effect effect : graph.behindCall(call.routine())) {
        carried.add(
            carried(
                effect,
                call.className(),
                call.method(),
                call.place(),
                AccessVia.ROUTINE,
                call.certainty()));
      }
    }
    carried.stream().filter(access -> !known.contains(identity(access))).forEach(facts::add);
  }

  private static List<Object> identity(Access access) {
    return List.of(
        TableName.bare(TableName.key(access.table())),
        access.className(),
        access.method(),
        access.op());
  }

  private static Access carried(
      DatabaseGraph.Effect effect,
      String className,
      String method,
      Place place,
      AccessVia via,
      Certainty certainty) {
    return new Access(
        effect.table(),
        className,
        method,
        effect.op(),
        List.of(),
        place,
        via,
        DatabaseGraph.weaker(effect.certainty(), certainty));
  }
}
