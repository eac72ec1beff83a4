package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.graph.Words;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.analyzers.word.Constraints;
import dev.msvc.model.Access;
import dev.msvc.model.ContextMap;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.EntryPointKind;
import dev.msvc.model.Facts;
import dev.msvc.model.Reference;
import dev.msvc.model.TypeFact;
import dev.msvc.model.TypeKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Finds the types that are not members of one context: shared by many, to be split among many, or
 * technical.
 */
final class Roles {
  private final Role[] roles;
  private final String[] reasons;

  private Roles(Role[] roles, String[] reasons) {
    this.roles = roles;
    this.reasons = reasons;
  }

  Role[] roles() {
    return roles;
  }

  /** Sentences with their figures; empty for members. */
  String[] reasons() {
    return reasons;
  }

  /** The same, but for what is told. */
  Roles obeying(Constraints told) {
    Role[] obeying = roles.clone();
    String[] why = reasons.clone();
    for (int node = 0; node < obeying.length; node++) {
      ContextMap.Placement placement = told.placement(node);
      if (placement == null) {
        continue;
      }
      Role role =
          switch (placement) {
            case CONTEXT -> Role.MEMBER;
            case SHARED -> Role.SHARED;
            case MUST_SPLIT -> Role.MUST_SPLIT;
            case TECHNICAL -> Role.TECHNICAL;
          };
      if (role != obeying[node]) {
        obeying[node] = role;
        why[node] = role == Role.MEMBER ? "" : told.reason(node);
      }
    }
    return new Roles(obeying, why);
  }

  private static final int MANY_USERS = 4;
  private static final int MANY_METHODS = 10;
  private static final int MANY_LINES = 300;
  private static final double DOMINANT = 0.5;

  /** So many others of its group with its name's words make a type part of an aggregate. */
  private static final int LAYERS = 2;

  private static final Set<String> TECHNICAL_ANNOTATIONS =
      Set.of(
          "ApplicationPath",
          "Aspect",
          "AutoConfiguration",
          "Configuration",
          "ConfigurationProperties",
          "ControllerAdvice",
          "Converter",
          "EnableAutoConfiguration",
          "Interceptor",
          "Provider",
          "RestControllerAdvice",
          "SpringBootApplication",
          "SpringBootConfiguration",
          "WebFilter",
          "WebListener");
  private static final Set<String> TECHNICAL_SUPERTYPES =
      Set.of(
          "AttributeConverter",
          "ExceptionMapper",
          "Filter",
          "GenericFilterBean",
          "HandlerInterceptor",
          "HandlerInterceptorAdapter",
          "HttpFilter",
          "HttpSessionListener",
          "OncePerRequestFilter",
          "ResponseEntityExceptionHandler",
          "RuntimeHintsRegistrar",
          "ServletContextListener",
          "SpringBootServletInitializer",
          "WebApplicationInitializer",
          "WebMvcConfigurer",
          "WebMvcConfigurerAdapter",
          "WebSecurityConfigurerAdapter");

  /** The roles of all types, given the group of each node. */
  static Roles of(Facts facts, CodeGraph graph, int[] groups, int contexts) {
    int types = graph.types().size();
    Role[] roles = new Role[types];
    Arrays.fill(roles, Role.MEMBER);
    String[] reasons = new String[types];
    Arrays.fill(reasons, "");
    Neighbours near = Neighbours.of(graph, groups);
    for (int node = 0; node < types; node++) {
      String reason = technical(graph, near, node);
      if (!reason.isEmpty()) {
        roles[node] = Role.TECHNICAL;
        reasons[node] = reason;
      }
    }
    int few = Math.max(2, Math.min(3, contexts));
    for (int node = 0; node < types; node++) {
      String reason = roles[node] == Role.MEMBER ? shared(graph, near, node, few) : "";
      if (!reason.isEmpty()) {
        roles[node] = Role.SHARED;
        reasons[node] = reason;
      }
    }
    boolean[] large = new boolean[types];
    for (int node = 0; node < types; node++) {
      large[node] = roles[node] == Role.MEMBER && !near.maps[node] && isLarge(graph, node);
    }
    Map<Integer, Map<String, SortedMap<Integer, Integer>>> ways =
        ways(facts, graph, groups, roles, large);
    for (int node = 0; node < types; node++) {
      String reason =
          large[node] ? mustSplit(graph, near, node, few, ways.getOrDefault(node, Map.of())) : "";
      if (!reason.isEmpty()) {
        roles[node] = Role.MUST_SPLIT;
        reasons[node] = reason;
      }
    }
    return new Roles(roles, reasons);
  }

  private static String technical(CodeGraph graph, Neighbours near, int node) {
    TypeFact type = graph.types().get(node);
    if (near.tables[node] > 0) {
      return "";
    }
    List<EntryPoint> entries =
        graph.entryPoints().getOrDefault(node, List.of()).stream()
            .filter(entry -> entry.kind() != EntryPointKind.MAIN)
            .toList();
    int users = sum(near.users.get(node));
    int used = sum(near.used.get(node));
    boolean nameless = near.words.get(node).isEmpty();
    if (users + used == 0 && near.groupTypes(node) <= 1) {
      return "no class of the system uses it, it uses none, and it reaches no table";
    }
    if (!entries.isEmpty()) {
      return "";
    }
    String mark = mark(type);
    if (!mark.isEmpty()) {
      int most = max(near.users.get(node)) + max(near.used.get(node));
      boolean tied = !nameless && most >= 2 && most >= 0.75 * (users + used);
      return tied
          ? ""
          : "%s; %d classes use it, it uses %d, and it reaches no table"
              .formatted(mark, users, used);
    }
    if (nameless
        && users < MANY_USERS
        && (users + used == 0 || spread(near.users.get(node), near.used.get(node)))) {
      return "its name has no word of the domain; %d classes use it, it uses %d, and it reaches no table"
          .formatted(users, used);
    }
    return "";
  }

  private static boolean spread(Map<Integer, Integer> users, Map<Integer, Integer> used) {
    int most = max(users) + max(used);
    return most <= DOMINANT * (sum(users) + sum(used));
  }

  /** What in its declaration says that it serves the framework and not the domain. */
  private static String mark(TypeFact type) {
    if (type.kind() == TypeKind.ANNOTATION) {
      return "it declares an annotation";
    }
    for (String annotation : type.annotations()) {
      if (TECHNICAL_ANNOTATIONS.contains(simple(annotation))) {
        return "it is annotated with @" + simple(annotation);
      }
    }
    List<String> supertypes = new ArrayList<>(type.interfaces());
    if (type.superclass() != null) {
      supertypes.add(type.superclass());
    }
    for (String supertype : supertypes) {
      if (TECHNICAL_SUPERTYPES.contains(simple(supertype))) {
        return "it is a " + simple(supertype);
      }
    }
    if (type.methods().size() == 1 && type.methods().get(0).name().equals("main")) {
      return "it only starts the program";
    }
    return "";
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String shared(CodeGraph graph, Neighbours near, int node, int few) {
    Map<Integer, Integer> users = near.users.get(node);
    int all = sum(users);
    int contexts = users.size();
    int used = sum(near.used.get(node));
    if (near.tables[node] > 0
        || graph.entryPoints().containsKey(node)
        || all < MANY_USERS
        || contexts < few
        || max(users) > DOMINANT * all
        || used > Math.max(1, all / 8)
        || near.namesakes(node) >= LAYERS) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "%d classes of %d contexts use it, no more than %d %% of them of one, and it uses only %d",
        all,
        contexts,
        Math.round(100.0 * max(users) / all),
        used);
  }

  private static String mustSplit(
      CodeGraph graph,
      Neighbours near,
      int node,
      int few,
      Map<String, SortedMap<Integer, Integer>> ways) {
    Map<Integer, Integer> reach = near.reach.get(node);
    int all = sum(reach);
    if (reach.size() < few || max(reach) > (few == 2 ? 0.6 : DOMINANT) * all) {
      return "";
    }
    SortedMap<Integer, Integer> goes = new TreeMap<>();
    ways.forEach(
        (method, contexts) ->
            contexts.entrySet().stream()
                .max(
                    Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(Map.Entry.<Integer, Integer>comparingByKey().reversed()))
                .ifPresent(most -> goes.merge(most.getKey(), 1, Integer::sum)));
    long several = goes.values().stream().filter(count -> count >= 2).count();
    if (several < few) {
      return "";
    }
    int going = goes.values().stream().mapToInt(Integer::intValue).sum();
    int most = goes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return String.format(
        Locale.ROOT,
        "its %d methods reach classes and tables of %d contexts: of %d that leave it, no more than"
            + " %d go to one",
        methods(graph, node),
        reach.size(),
        going,
        most);
  }

  private static boolean isLarge(CodeGraph graph, int node) {
    return methods(graph, node) >= MANY_METHODS || graph.types().get(node).lines() >= MANY_LINES;
  }

  private static long methods(CodeGraph graph, int node) {
    return graph.nested().get(node).stream()
        .flatMap(member -> member.methods().stream())
        .filter(method -> !method.name().equals("<init>"))
        .count();
  }

  /** For each large type and its methods, how often they go to members of each group. */
  private static Map<Integer, Map<String, SortedMap<Integer, Integer>>> ways(
      Facts facts, CodeGraph graph, int[] groups, Role[] roles, boolean[] large) {
    Map<Integer, Map<String, SortedMap<Integer, Integer>>> ways = new TreeMap<>();
    for (Reference reference : facts.references()) {
      int from = graph.node(reference.from());
      if (from < 0 || !large[from]) {
        continue;
      }
      int to = graph.node(reference.to());
      if (to >= 0 && from != to && roles[to] == Role.MEMBER && !reference.fromMember().isEmpty()) {
        ways.computeIfAbsent(from, node -> new TreeMap<>())
            .computeIfAbsent(reference.fromMember(), member -> new TreeMap<>())
            .merge(groups[to], 1, Integer::sum);
      }
    }
    for (Access access : facts.accesses()) {
      int from = graph.node(access.className());
      int table = graph.tableNode(access.table());
      if (from >= 0
          && large[from]
          && table >= 0
          && !access.method().isEmpty()
          && !access.isMigration()) {
        ways.computeIfAbsent(from, node -> new TreeMap<>())
            .computeIfAbsent(access.method(), member -> new TreeMap<>())
            .merge(groups[table], 1, Integer::sum);
      }
    }
    return ways;
  }

  private static int sum(Map<Integer, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static int max(Map<Integer, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** For each type how many types of each group use it, it uses, and it reaches with tables. */
  private static final class Neighbours {
    private final List<Map<Integer, Integer>> users;
    private final List<Map<Integer, Integer>> used;
    private final List<Map<Integer, Integer>> reach;
    private final int[] tables;
    private final boolean[] maps;
    private final int[] sizes;
    private final int[] groups;
    private final List<List<String>> words;
    private final List<List<Integer>> members = new ArrayList<>();

    private Neighbours(
        List<Map<Integer, Integer>> users,
        List<Map<Integer, Integer>> used,
        List<Map<Integer, Integer>> reach,
        int[] tables,
        boolean[] maps,
        int[] sizes,
        int[] groups,
        List<List<String>> words) {
      this.users = users;
      this.used = used;
      this.reach = reach;
      this.tables = tables;
      this.maps = maps;
      this.sizes = sizes;
      this.groups = groups;
      this.words = words;
      Arrays.stream(sizes).forEach(any -> members.add(new ArrayList<>()));
    }

    static Neighbours of(CodeGraph graph, int[] groups) {
      int types = graph.types().size();
      Neighbours near =
          new Neighbours(
              maps(types),
              maps(types),
              maps(types),
              new int[types],
              new boolean[types],
              new int[Arrays.stream(groups).max().orElse(-1) + 1],
              groups,
              Workers.map(graph.types(), type -> Words.domain(type.simpleName())));
      for (int node = 0; node < types; node++) {
        near.sizes[groups[node]]++;
        near.members.get(groups[node]).add(node);
      }
      for (CodeGraph.Link link : graph.links()) {
        near.users.get(link.to()).merge(groups[link.from()], 1, Integer::sum);
        near.used.get(link.from()).merge(groups[link.to()], 1, Integer::sum);
        near.reach.get(link.from()).merge(groups[link.to()], 1, Integer::sum);
      }
      for (CodeGraph.TableUse use : graph.uses()) {
        near.tables[use.type()]++;
        near.maps[use.type()] |= use.maps();
        near.reach.get(use.type()).merge(groups[use.table()], 1, Integer::sum);
      }
      return near;
    }

    private static List<Map<Integer, Integer>> maps(int count) {
      return IntStream.range(0, count)
          .<Map<Integer, Integer>>mapToObj(i -> new TreeMap<>())
          .toList();
    }

    int groupTypes(int node) {
      return sizes[groups[node]];
    }

    /** How many other types of its group have all words of its name. */
    long namesakes(int node) {
      List<String> own = words.get(node);
      return own.isEmpty()
          ? 0
          : members.get(groups[node]).stream()
              .filter(other -> other != node && words.get(other).containsAll(own))
              .count();
    }
  }
}
