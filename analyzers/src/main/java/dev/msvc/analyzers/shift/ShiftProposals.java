package dev.msvc.analyzers.shift;

import dev.msvc.analyzers.aggregate.Aggregates;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Counted;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.EntryPointKind;
import dev.msvc.model.shift.LeftOut;
import dev.msvc.model.shift.ProposedRoute;
import dev.msvc.model.shift.ShiftProposal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Proposes the routes of a shift from the entry points of a context. */
public final class ShiftProposals {
  private final ContextMap map;
  private final String context;
  private final Map<EntryPoint, SortedMap<String, String>> effects = new HashMap<>();
  private final List<LeftOut> unsaid = new ArrayList<>();

  private ShiftProposals(ContextMap map, String context) {
    this.map = map;
    this.context = context;
  }

  /**
   * The routes that take all URLs of a context which can be told from those of others.
   *
   * @param context its name
   * @param name of the shift
   */
  public static ShiftProposal of(ContextMap map, String context, String name) {
    return of(map, context, name, new TreeMap<>());
  }

  /**
   * The same, beside shifts that are there.
   *
   * @param shifts by name, each with its context
   */
  public static ShiftProposal of(
      ContextMap map, String context, String name, SortedMap<String, String> shifts) {
    return new ShiftProposals(map, context).proposal(name, new Priors(map, context).of(shifts));
  }

  private ShiftProposal proposal(String name, List<ShiftProposal.Prior> after) {
    List<Endpoint> own = new ArrayList<>();
    List<Endpoint> others = new ArrayList<>();
    Effects all = new Effects(map);
    for (EntryPoint entry : map.facts().entryPoints()) {
      if (!Endpoint.isWeb(entry)) {
        continue;
      }
      String its = map.contextOf(entry.className());
      if (!its.equals(context)) {
        Endpoint.of(entry, its, false).ifPresent(others::add);
        continue;
      }
      SortedMap<String, String> changes = all.of(entry);
      effects.put(entry, changes);
      boolean changing =
          !changes.isEmpty() || (Endpoint.isForAny(entry) && Endpoint.soundsChanging(entry));
      Endpoint.of(entry, its, changing)
          .ifPresentOrElse(own::add, () -> unsaid.add(inexpressible(entry)));
    }
    Territory territory = new Territory(own, others, false);
    RoutePlan plan = new RoutePlan(territory);
    RoutePlan wider = new RoutePlan(new Territory(own, others, true));
    RouteWords words =
        new RouteWords(map, new Subjects(Aggregates.of(map), context), effects, context);
    List<ProposedRoute> routes = plan.routes().stream().map(words::of).toList();
    List<ProposedRoute> perhaps = wider.beyond(plan).stream().map(words::of).toList();
    List<LeftOut> out = new ArrayList<>(unsaid);
    plan.out().forEach((each, methods) -> out.add(leftOut(territory, each, methods)));
    out.sort(
        Comparator.comparing((LeftOut each) -> !each.straddles())
            .thenComparing(each -> String.valueOf(each.entryPoint().path()))
            .thenComparing(each -> each.entryPoint().id()));
    return new ShiftProposal(name, context, routes, perhaps, after, out, remarks(plan, others));
  }

  private static LeftOut inexpressible(EntryPoint entry) {
    String path = entry.path();
    String why =
        path == null
            ? "its path is not known"
            : path.contains("?")
                ? "its path has a query, which no route sees"
                : "'%s' goes by the end of a path, and routes go by its beginning".formatted(path);
    return new LeftOut(entry, Endpoint.methods(entry), List.of(), why);
  }

  private static LeftOut leftOut(Territory territory, Endpoint mine, SortedSet<String> methods) {
    List<String> beginning = mine.template().beginning();
    SortedMap<String, LeftOut.Rival> rivals = new TreeMap<>();
    for (String method : methods) {
      List<Endpoint> found =
          mine.template().isFixed() || beginning.isEmpty()
              ? territory.others().stream()
                  .filter(each -> each.answers(method) && each.template().meets(mine.template()))
                  .filter(each -> !mine.template().isFixed() || each.template().isFixed())
                  .toList()
              : territory.rivals(beginning, method, territory.others());
      found.forEach(
          each ->
              rivals.put(
                  each.entry().id() + " " + each.context(),
                  new LeftOut.Rival(each.context(), each.entry())));
    }
    String why =
        mine.template().isFixed()
            ? "others answer the same path"
            : beginning.isEmpty()
                ? "it begins with what varies: only '/' would take it, and everything else with it"
                : "only the prefix %s would take it, and others answer below it%s"
                    .formatted(
                        UrlTemplate.path(beginning),
                        where(beginning, List.copyOf(rivals.values())));
    return new LeftOut(mine.entry(), methods, List.copyOf(rivals.values()), why);
  }

  /** By which value of a variable of theirs others come below a prefix at all; empty for always. */
  private static String where(List<String> prefix, List<LeftOut.Rival> rivals) {
    String where = "";
    for (LeftOut.Rival each : rivals) {
      String path = String.valueOf(each.entryPoint().path());
      List<String> segments =
          UrlTemplate.of(path, false).map(UrlTemplate::segments).orElse(List.of());
      String said = "";
      for (int i = 0; i < Math.min(prefix.size(), segments.size()) && said.isEmpty(); i++) {
        if (!UrlTemplate.isLiteral(segments.get(i))) {
          said = " where %s is '%s'".formatted(segments.get(i), prefix.get(i));
        }
      }
      if (said.isEmpty()) {
        return "";
      }
      where = where.isEmpty() ? said : where;
    }
    return where;
  }

  private List<String> remarks(RoutePlan plan, List<Endpoint> others) {
    List<String> remarks = new ArrayList<>();
    SortedMap<String, String> fallbacks = new TreeMap<>();
    for (RoutePlan.Route route : plan.routes()) {
      if (!route.claim().exact()) {
        for (Endpoint each : others) {
          List<String> prefix = route.claim().segments();
          if (Territory.isFallback(each, prefix) && each.template().below(prefix).isPresent()) {
            fallbacks.putIfAbsent(
                String.valueOf(each.entry().path()),
                ExplainedName.of(each.entry().className(), each.entry().method()));
          }
        }
      }
    }
    fallbacks.forEach(
        (path, handler) ->
            remarks.add(
                "%s of %s answers what nothing else does: below these prefixes the service does now"
                    .formatted(path, handler)));
    Map<EntryPointKind, Integer> kinds = new LinkedHashMap<>();
    for (EntryPoint each : map.entryPoints(context)) {
      boolean called =
          each.kind() == EntryPointKind.GRAPHQL
              || each.kind() == EntryPointKind.GRPC
              || each.kind() == EntryPointKind.EJB_REMOTE
              || (each.kind() == EntryPointKind.SOAP && !Endpoint.isWeb(each));
      if (called) {
        kinds.merge(each.kind(), 1, Integer::sum);
      }
    }
    kinds.forEach((kind, count) -> remarks.add(unrouted(kind, count)));
    return remarks;
  }

  private static String unrouted(EntryPointKind kind, int count) {
    return switch (kind) {
      case GRAPHQL ->
          Counted.of(count, "field of GraphQL is", "fields of GraphQL are")
              + " asked at one URL: no route tells them apart";
      case GRPC ->
          Counted.of(count, "procedure of gRPC is", "procedures of gRPC are") + " not in this plan";
      case SOAP ->
          "the URLs of %s of SOAP are not known"
              .formatted(Counted.of(count, "operation", "operations"));
      default ->
          Counted.of(count, "remote interface of beans is", "remote interfaces of beans are")
              + " not reached by URLs";
    };
  }
}
