package dev.msvc.generators.report;

import dev.msvc.generators.template.Templates;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Dependency;
import dev.msvc.model.MappingFact;
import dev.msvc.model.MappingRole;
import dev.msvc.model.RelationFact;
import dev.msvc.model.TypeKind;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Contexts, what they use of each other, and their entities in the language of Context Mapper.
 *
 * <p>An entity is a class with a table of its own. What is removed with another one is part of its
 * aggregate; every other entity is a root.
 */
public final class DomainModel {
  /** From so many users on, a context that is used through interfaces alone is an open host. */
  private static final int OPEN_TO = 3;

  private static final Pattern TRANSLATES =
      Pattern.compile(".*(Adapter|Adaptor|Translator|Gateway|Client|Facade|Acl)");

  private final ContextMap map;
  private final CmlNames names = new CmlNames();
  private final Map<String, String> ids = new HashMap<>();
  private final SortedMap<String, String> tables = new TreeMap<>();
  private final Map<String, String> entities = new HashMap<>();

  public DomainModel(ContextMap map) {
    this.map = map;
    for (BoundedContext each : map.decomposition().contexts()) {
      ids.put(each.name(), names.type(each.name(), "Context"));
    }
    for (MappingFact each : map.facts().mappings()) {
      if (each.role() == MappingRole.OWN && !map.contextOf(each.className()).isEmpty()) {
        tables.putIfAbsent(each.className(), each.table());
      }
    }
    tables.keySet().forEach(each -> entities.put(each, names.type(simple(each), "")));
  }

  /** Writes a model that Context Mapper reads. */
  public void cml(Writer to) {
    Map<String, Object> data = new HashMap<>();
    data.put("contexts", map.decomposition().contexts().stream().map(this::context).toList());
    data.put("relationships", relationships());
    Templates.BUNDLED.render("report/cml", data, to);
  }

  /** A context with its aggregates. */
  public record Context(String id, String name, String vision, List<Aggregate> aggregates) {}

  /** A root and what belongs to it. */
  public record Aggregate(String id, List<Entity> entities) {}

  /** A class with a table. */
  public record Entity(
      String id, String name, String table, boolean root, List<Reference> references) {}

  /** A property that holds entities of the same context. */
  public record Reference(String id, String target, boolean many) {}

  /** What one context, downstream, uses of another. */
  public record Relationship(
      String upstream,
      String upstreamRoles,
      String downstream,
      String downstreamRoles,
      String weight) {}

  private Context context(BoundedContext context) {
    String vision =
        ContextReport.counted(context.classes().size(), "class")
            + ", "
            + ContextReport.counted(map.tablesWithRows(context).size(), "table")
            + ", "
            + ContextReport.counted(map.entryPoints(context.name()).size(), "entry point");
    return new Context(
        ids.getOrDefault(context.name(), ""), context.name(), vision, aggregates(context.name()));
  }

  private List<Aggregate> aggregates(String context) {
    SortedSet<String> open = new TreeSet<>();
    tables.keySet().stream().filter(each -> map.contextOf(each).equals(context)).forEach(open::add);
    Map<String, SortedSet<String>> parts = parts(open);
    Set<String> inside = new HashSet<>();
    parts.values().forEach(inside::addAll);
    List<Aggregate> aggregates = new ArrayList<>();
    // roots first; what is left over are circles of parts, each of which has no outermost one
    for (String root : open.stream().filter(each -> !inside.contains(each)).toList()) {
      aggregates.add(aggregate(root, parts, open));
    }
    while (!open.isEmpty()) {
      aggregates.add(aggregate(open.first(), parts, open));
    }
    return aggregates;
  }

  /** What each entity removes with it, of the entities given. */
  private Map<String, SortedSet<String>> parts(Set<String> among) {
    Map<String, SortedSet<String>> parts = new HashMap<>();
    for (RelationFact each : map.facts().relations()) {
      boolean within = among.contains(each.className()) && among.contains(each.target());
      if (within && each.composes() && !each.className().equals(each.target())) {
        parts.computeIfAbsent(each.className(), name -> new TreeSet<>()).add(each.target());
      }
    }
    return parts;
  }

  private Aggregate aggregate(
      String root, Map<String, SortedSet<String>> parts, SortedSet<String> open) {
    List<Entity> members = new ArrayList<>();
    List<String> next = new ArrayList<>(List.of(root));
    for (int i = 0; i < next.size(); i++) {
      String each = next.get(i);
      if (open.remove(each)) {
        members.add(entity(each, each.equals(root)));
        next.addAll(parts.getOrDefault(each, new TreeSet<>()));
      }
    }
    return new Aggregate(names.type(simple(root), "Aggregate"), members);
  }

  private Entity entity(String className, boolean root) {
    String context = map.contextOf(className);
    CmlNames members = new CmlNames();
    List<Reference> references = new ArrayList<>();
    for (RelationFact each : map.facts().relations()) {
      String target = entities.get(each.target());
      if (each.className().equals(className)
          && target != null
          && map.contextOf(each.target()).equals(context)) {
        references.add(new Reference(members.member(each.property()), target, each.many()));
      }
    }
    String id = entities.getOrDefault(className, "");
    return new Entity(id, className, tables.getOrDefault(className, ""), root, references);
  }

  private List<Relationship> relationships() {
    Map<List<String>, List<Dependency>> uses = new TreeMap<>((a, b) -> order(a, b));
    for (Dependency each : map.decomposition().dependencies()) {
      uses.computeIfAbsent(
              List.of(map.contextOf(each.from()), map.contextOf(each.to())),
              pair -> new ArrayList<>())
          .add(each);
    }
    List<ContextMap.Coupling> couplings = map.couplings();
    Map<String, Integer> users = new HashMap<>();
    couplings.forEach(each -> users.merge(each.to(), 1, Integer::sum));
    List<Relationship> relationships = new ArrayList<>();
    for (ContextMap.Coupling each : couplings) {
      String upstream = ids.get(each.to());
      String downstream = ids.get(each.from());
      List<Dependency> all = uses.getOrDefault(List.of(each.from(), each.to()), List.of());
      boolean data = each.reads() + each.writes() > 0;
      if (upstream != null && downstream != null) {
        boolean host = users.getOrDefault(each.to(), 0) >= OPEN_TO && !data && usesInterfaces(all);
        boolean translated = !data && isTranslated(all);
        relationships.add(
            new Relationship(
                upstream,
                host ? "U,OHS" : "U",
                downstream,
                translated ? "D,ACL" : "D",
                ContextReport.label(each)));
      }
    }
    return relationships;
  }

  private static int order(List<String> one, List<String> other) {
    int first = one.get(0).compareTo(other.get(0));
    return first != 0 ? first : one.get(1).compareTo(other.get(1));
  }

  private boolean usesInterfaces(List<Dependency> uses) {
    return !uses.isEmpty()
        && uses.stream()
            .map(each -> map.type(each.to()))
            .allMatch(type -> type != null && type.kind() == TypeKind.INTERFACE);
  }

  private static boolean isTranslated(List<Dependency> uses) {
    return !uses.isEmpty()
        && uses.stream().allMatch(each -> TRANSLATES.matcher(simple(each.from())).matches());
  }

  private static String simple(String className) {
    int module = className.indexOf('@');
    String bare = module < 0 ? className : className.substring(0, module);
    return bare.substring(bare.lastIndexOf('.') + 1);
  }
}
