package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.graph.Layers;
import dev.msvc.analyzers.word.Constraints;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Counted;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.EntryPointKind;
import dev.msvc.model.Facts;
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

  /**
   * The same for what moved, and what was before for all else: a class that is moved does not make
   * another one shared or technical.
   */
  Roles keeping(Roles before, boolean[] moved) {
    Role[] kept = roles.clone();
    String[] why = reasons.clone();
    for (int node = 0; node < kept.length; node++) {
      if (!moved[node]) {
        kept[node] = before.roles[node];
        why[node] = before.reasons[node];
      }
    }
    return new Roles(kept, why);
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
      Role role = Role.of(placement);
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

  /** What does more than this for one context belongs to it, and uses others. */
  private static final double MOST_METHODS = 0.6;

  private static final double DOMINANT = 0.5;

  /** A group with most of the types has most users of whatever all use, so much more at most. */
  private static final double MORE_THAN_ITS_SIZE = 1.25;

  private static final String ALONE =
      "no class of the system uses it, it uses none, and it reaches no table";

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

  /** Of a class with {@code main}: what enters it besides, as a page that says that it runs. */
  private static final Set<String> STARTING_ANNOTATIONS =
      Set.of("EnableAutoConfiguration", "SpringBootApplication", "SpringBootConfiguration");

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
    Libraries libraries = Libraries.of(graph);
    Map<Integer, SortedMap<Integer, Integer>> outside = libraries.users(groups);
    for (int node = 0; node < types; node++) {
      if (roles[node] != Role.MEMBER) {
        continue;
      }
      String reason = shared(graph, near, node, few);
      if (reason.isEmpty()
          && libraries.has(node)
          && near.namesakes(node, other -> !libraries.has(other)) < LAYERS
          && isOfNoContext(graph, near, node, outside.getOrDefault(node, new TreeMap<>()))) {
        reason = libraries.reason(node);
      }
      if (!reason.isEmpty()) {
        roles[node] = Role.SHARED;
        reasons[node] = reason;
      }
    }
    boolean[] acting = Layers.acting(graph);
    boolean[] large = new boolean[types];
    for (int node = 0; node < types; node++) {
      large[node] =
          roles[node] == Role.MEMBER && acting[node] && !near.maps[node] && isLarge(graph, node);
    }
    int[] ofMembers = groups.clone();
    for (int node = 0; node < types; node++) {
      if (roles[node] != Role.MEMBER) {
        ofMembers[node] = -1;
      }
    }
    Ways ways = Ways.of(facts, graph, ofMembers, large);
    for (int node = 0; node < types; node++) {
      String reason = large[node] ? mustSplit(graph, near, node, few, ways) : "";
      if (!reason.isEmpty()) {
        roles[node] = Role.MUST_SPLIT;
        reasons[node] = reason;
      }
    }
    facesOfSplit(graph, roles, reasons);
    alone(graph, near, roles, reasons);
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
      return ALONE;
    }
    boolean main = graph.entryPoints().getOrDefault(node, List.of()).size() > entries.size();
    boolean starts = main && (nameless || isAnnotated(type, STARTING_ANNOTATIONS));
    if (!entries.isEmpty() && !starts) {
      return "";
    }
    String mark = mark(type);
    if (mark.isEmpty() && !entries.isEmpty()) {
      mark = "it starts the program";
    }
    if (!mark.isEmpty()) {
      int most = max(near.users.get(node)) + max(near.used.get(node));
      boolean tied = !nameless && most >= 2 && most >= 0.75 * (users + used);
      return tied
          ? ""
          : "%s; %s it, it uses %d, and it reaches no table".formatted(mark, using(users), used);
    }
    if (nameless
        && users < MANY_USERS
        && (users + used == 0 || spread(near.users.get(node), near.used.get(node)))) {
      return "its name has no word of the domain; %s it, it uses %d, and it reaches no table"
          .formatted(using(users), used);
    }
    return "";
  }

  /**
   * What nothing ties to anything is no context where all others of its group are in none; nor is
   * what only technical classes are tied to, and nothing enters.
   */
  private static void alone(CodeGraph graph, Neighbours near, Role[] roles, String[] reasons) {
    boolean[] tied = new boolean[roles.length];
    for (CodeGraph.Link link : graph.links()) {
      tied[link.from()] |= roles[link.to()] != Role.TECHNICAL;
      tied[link.to()] |= roles[link.from()] != Role.TECHNICAL;
    }
    for (int node = 0; node < roles.length; node++) {
      int self = node;
      boolean untied = sum(near.users.get(node)) + sum(near.used.get(node)) == 0;
      if (roles[node] == Role.MEMBER
          && near.tables[node] == 0
          && (untied || (!tied[node] && !graph.isEntered(node)))
          && near.groupOf(node).stream()
              .allMatch(other -> other == self || roles[other] != Role.MEMBER)) {
        roles[node] = Role.TECHNICAL;
        reasons[node] =
            untied ? ALONE : "only technical classes are tied to it, and it reaches no table";
      }
    }
  }

  /** The interface of what is to be split alone is split with it. */
  private static void facesOfSplit(CodeGraph graph, Role[] roles, String[] reasons) {
    int[] implementations = Layers.implementations(graph);
    for (int node = 0; node < roles.length; node++) {
      int by = implementations[node];
      if (by >= 0 && roles[node] == Role.MEMBER && roles[by] == Role.MUST_SPLIT) {
        roles[node] = Role.MUST_SPLIT;
        reasons[node] =
            graph.types().get(by).simpleName() + " implements it alone, and must be split";
      }
    }
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

  private static boolean isAnnotated(TypeFact type, Set<String> annotations) {
    return type.annotations().stream().anyMatch(each -> annotations.contains(simple(each)));
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
        || graph.isEntered(node)
        || all < MANY_USERS
        || contexts < few
        || hasMost(near, users)
        || used > Math.max(1, all / 8)
        || near.namesakes(node) >= LAYERS) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "%d classes of %d contexts use it, no more than %d %% of them of one, and it uses %s",
        all,
        contexts,
        Math.round(100.0 * max(users) / all),
        used == 0 ? "none" : "only " + used);
  }

  /** Whether no context has most of those who use a type of a library. */
  private static boolean isOfNoContext(
      CodeGraph graph, Neighbours near, int node, Map<Integer, Integer> users) {
    return near.tables[node] == 0
        && !graph.isEntered(node)
        && (sum(users) < MANY_USERS || !hasMost(near, users));
  }

  /** Whether one context has most users of a type, and more than its size lets expect. */
  private static boolean hasMost(Neighbours near, Map<Integer, Integer> users) {
    double expected = Math.max(DOMINANT, MORE_THAN_ITS_SIZE * near.sizeOfLargest(users));
    return max(users) > expected * sum(users);
  }

  private static String mustSplit(CodeGraph graph, Neighbours near, int node, int few, Ways ways) {
    Map<Integer, Integer> reach = near.reach.get(node);
    int all = sum(reach);
    if (reach.size() < few || max(reach) > (few == 2 ? 0.6 : DOMINANT) * all) {
      return "";
    }
    SortedMap<Integer, Integer> goes = new TreeMap<>();
    ways.of(node).forEach((group, methods) -> goes.put(group, methods.size()));
    long several = goes.values().stream().filter(count -> count >= 2).count();
    int going = sum(goes);
    int most = max(goes);
    if (several < few || most > MOST_METHODS * going) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "its %d methods reach classes and tables of %d contexts: of %d that leave it, no more than"
            + " %d go to one",
        methods(graph, node),
        reach.size(),
        going,
        most);
  }

  /** Whether it may have to be split; nothing else depends on how long a type is. */
  static boolean isLarge(CodeGraph graph, int node) {
    return methods(graph, node) >= MANY_METHODS || graph.types().get(node).lines() >= MANY_LINES;
  }

  private static long methods(CodeGraph graph, int node) {
    return graph.nested().get(node).stream()
        .flatMap(member -> member.methods().stream())
        .filter(method -> !method.name().equals("<init>"))
        .count();
  }

  private static int sum(Map<Integer, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static int max(Map<Integer, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private static String using(int users) {
    return Counted.of(users, "class uses", "classes use");
  }
}
