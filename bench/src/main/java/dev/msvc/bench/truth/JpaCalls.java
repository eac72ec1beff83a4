package dev.msvc.bench.truth;

import dev.msvc.bench.truth.Mapping.Mapped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.ClassNode;

/** Calls of entity managers, sessions, repositories and base mappers in code. */
final class JpaCalls {
  private static final Set<String> MANAGERS =
      Set.of(
          "javax/persistence/EntityManager",
          "jakarta/persistence/EntityManager",
          "org/hibernate/Session",
          "org/hibernate/StatelessSession",
          "org/hibernate/classic/Session",
          "org/hibernate/SharedSessionContract",
          "org/springframework/orm/hibernate3/HibernateTemplate",
          "org/springframework/orm/hibernate4/HibernateTemplate",
          "org/springframework/orm/hibernate5/HibernateTemplate",
          "org/springframework/orm/hibernate3/HibernateOperations",
          "org/springframework/orm/hibernate5/HibernateOperations",
          "org/springframework/orm/jpa/JpaTemplate");
  private static final Set<String> WRITES =
      Set.of(
          "persist",
          "merge",
          "remove",
          "save",
          "saveOrUpdate",
          "update",
          "delete",
          "replicate",
          "insert",
          "saveOrUpdateAll",
          "deleteAll");
  private static final Set<String> READS =
      Set.of("find", "get", "load", "byId", "loadAll", "refresh", "createCriteria", "lock");
  private static final String MAPPER_SERVICE = "com/baomidou/mybatisplus/.*Service(Impl)?";
  private static final Set<String> SEEN = Set.of("getReference");

  private final Classes classes;
  private final Code code;
  private final Mapping mapping;
  private final Judged<Access> accesses;
  private final Texts texts;
  private final Relations relations;
  private final Map<String, Optional<String>> repositories = new HashMap<>();
  private final Map<String, Set<Mapped>> named = new HashMap<>();

  /** Classes with a call on an entity that this oracle does not know. */
  final Set<String> open = new HashSet<>();

  JpaCalls(Classes classes, Code code, Mapping mapping, Texts texts, Judged<Access> accesses) {
    this.texts = texts;
    this.relations = new Relations(classes, mapping, accesses);
    this.classes = classes;
    this.code = code;
    this.mapping = mapping;
    this.accesses = accesses;
  }

  void add() {
    for (Code.Call call : code.calls) {
      String in = classes.top(call.in().name);
      if (MANAGERS.contains(call.owner())) {
        manager(call, in);
      } else if (call.owner().contains("/persistence/criteria/")) {
        criteria(call, in);
      } else if (call.name().equals("withTableName")
          && call.owner().startsWith("org/springframework/jdbc/core/simple/SimpleJdbcInsert")) {
        call.arguments().get(0).texts().stream()
            .filter(name -> !name.contains(Sql.HOLE))
            .forEach(name -> accesses.must().add(new Access(name, true, in)));
      }
      Mapped used = mapping.at(call.owner());
      if (used != null) {
        relations.used(used, call, in);
      }
      ClassNode owner = classes.get(call.owner());
      if (owner != null) {
        repository(call, owner, in);
        generic(owner, in);
      }
    }
    for (ClassNode node : classes.all()) {
      generic(node, classes.top(node.name));
    }
    for (Code.Read read : code.metamodel) {
      relations.joined(read.name(), classes.top(read.in().name));
    }
    for (ClassNode node : classes.all()) {
      String entity = repositoryOf(node);
      if (entity != null) {
        declared(node, entity);
      } else if (repository(node)) {
        // a base of repositories: what it declares is for the entities of all below
        open.add(classes.top(node.name));
      }
    }
  }

  private void manager(Code.Call call, String in) {
    boolean writes = WRITES.contains(call.name());
    boolean reads = READS.contains(call.name());
    if (call.arguments().isEmpty() || !(writes || reads || SEEN.contains(call.name()))) {
      return;
    }
    String type = null;
    for (Val argument : call.arguments()) {
      if (argument.klass() != null) {
        type = argument.klass();
        break;
      }
      if (type == null && mapping.of(argument.type()) != null) {
        type = argument.type();
      }
    }
    if (type == null) {
      type = call.arguments().get(call.arguments().size() - 1).type();
    }
    Mapped entity = mapping.of(type);
    if (entity == null) {
      unknown(type, in);
    } else if (writes) {
      writes(entity, in);
    } else {
      reads(entity, in, reads);
    }
  }

  private void writes(Mapped entity, String in) {
    entity.tables.forEach(table -> accesses.must().add(new Access(table, true, in)));
    mapping.cascaded(entity).forEach(table -> accesses.may().add(new Access(table, true, in)));
    // a merge or a removal reads first
    mapping.cascaded(entity).forEach(table -> accesses.may().add(new Access(table, false, in)));
    relations.fetches(entity, in);
  }

  private void reads(Mapped entity, String in, boolean sure) {
    for (String table : entity.sources()) {
      (sure ? accesses.must() : accesses.may()).add(new Access(table, false, in));
    }
    relations.fetches(entity, in);
  }

  /** A value of a type that is no entity: its subtypes may be meant, or a type variable. */
  private void unknown(@Nullable String type, String in) {
    open.add(in);
    if (type != null) {
      for (String sub : classes.below(type)) {
        Mapped mapped = mapping.of(sub);
        if (mapped != null) {
          mapping.cascaded(mapped).forEach(t -> accesses.may().add(new Access(t, true, in)));
          mapping.fetched(mapped).forEach(t -> accesses.may().add(new Access(t, false, in)));
        }
      }
    }
  }

  private void criteria(Code.Call call, String in) {
    boolean writes =
        call.name().equals("createCriteriaUpdate")
            || call.name().equals("createCriteriaDelete")
            || call.owner().endsWith("/CriteriaUpdate")
            || call.owner().endsWith("/CriteriaDelete");
    if (call.name().equals("join") || call.name().equals("fetch")) {
      call.arguments().forEach(each -> each.texts().forEach(text -> relations.joined(text, in)));
      return;
    }
    if (!call.name().equals("from") && !call.name().startsWith("createCriteria")) {
      return;
    }
    for (Val argument : call.arguments()) {
      Mapped entity = mapping.of(argument.klass());
      if (entity == null) {
        unknown(argument.type(), in);
      } else {
        if (writes) {
          entity.tables.forEach(table -> accesses.must().add(new Access(table, true, in)));
        } else {
          reads(entity, in, true);
        }
      }
    }
  }

  /** The entity of a repository of Spring Data or a base mapper of MyBatis-Plus. */
  private @Nullable String repositoryOf(ClassNode node) {
    return repositories
        .computeIfAbsent(node.name, key -> Optional.ofNullable(foundFor(node)))
        .orElse(null);
  }

  /**
   * A type that gives an entity to a generic one, as a DAO does: what the generic code does with it
   * may be said of the code itself, of the type, or of who calls it.
   */
  private void generic(ClassNode node, String in) {
    for (Mapped entity : named.computeIfAbsent(node.name, key -> entitiesOf(node))) {
      relations.changed(entity, in);
      relations.fetches(entity, in);
    }
  }

  private Set<Mapped> entitiesOf(ClassNode node) {
    Set<Mapped> entities = new LinkedHashSet<>();
    for (ClassNode each : classes.lineage(node)) {
      for (String type : Classes.named(each.signature)) {
        Mapped entity = mapping.of(type);
        if (entity != null) {
          entities.add(entity);
        } else if (classes.get(type) != null) {
          // an interface that entities implement
          for (String sub : classes.below(type)) {
            Mapped below = mapping.of(sub);
            if (below != null) {
              entities.add(below);
            }
          }
        }
      }
    }
    return entities;
  }

  private @Nullable String foundFor(ClassNode node) {
    if (!repository(node)) {
      return null;
    }
    for (ClassNode each : classes.lineage(node)) {
      for (String named : Classes.named(each.signature)) {
        if (mapping.of(named) != null) {
          return named;
        }
      }
    }
    return null;
  }

  private boolean repository(ClassNode node) {
    boolean repository = false;
    for (String above : classes.above(node)) {
      repository |=
          above.startsWith("org/springframework/data/")
              && (above.endsWith("Repository") || above.endsWith("Executor"));
      repository |=
          above.startsWith("com/baomidou/mybatisplus/")
              && (above.endsWith("Mapper")
                  || above.endsWith("Service")
                  || above.endsWith("ServiceImpl"));
    }
    return repository;
  }

  private void repository(Code.Call call, ClassNode owner, String in) {
    Mapped entity = mapping.of(repositoryOf(owner));
    if (entity == null) {
      return;
    }
    boolean own =
        classes.lineage(owner).stream()
            .flatMap(each -> each.methods.stream())
            .anyMatch(method -> method.name.equals(call.name()));
    // a service may be said to do what it inherits, rather than who calls it
    own |= classes.above(owner).stream().anyMatch(each -> each.matches(MAPPER_SERVICE));
    boolean writes = writes(call.name());
    boolean reads = reads(call.name());
    if (own || !(writes || reads)) {
      relations.changed(entity, in);
      relations.fetches(entity, in);
    } else if (writes) {
      writes(entity, in);
    } else {
      reads(entity, in, true);
    }
  }

  private void declared(ClassNode repository, String type) {
    Mapped entity = mapping.of(type);
    if (entity == null || Classes.concrete(repository)) {
      return;
    }
    String in = classes.top(repository.name);
    repository.methods.forEach(
        method -> {
          List<Note> notes = Classes.notes(method);
          boolean told =
              notes.stream()
                  .anyMatch(
                      note ->
                          note.type().endsWith("Query")
                              || note.type().startsWith("org.apache.ibatis"));
          boolean derived = method.name.contains("By") && Classes.written(method);
          boolean mapper =
              classes.above(repository).stream().anyMatch(each -> each.contains("mybatis"));
          texts.run(accesses, in, entity.name + "." + method.name);
          for (Note note : notes) {
            if (note.type().endsWith(".EntityGraph")) {
              note.texts("attributePaths").forEach(path -> relations.graph(entity, path, in));
            }
          }
          int by = method.name.indexOf("By");
          if (by > 0) {
            relations.condition(entity, method.name.substring(by + 2), in);
          }
          if (!told && derived && !mapper) {
            if (method.name.matches("(delete|remove)\\w*")) {
              writes(entity, in);
            } else if (method.name.matches(
                "(find|get|read|query|search|stream|count|exists)\\w*")) {
              reads(entity, in, true);
            }
          } else {
            mapping.cascaded(entity).forEach(t -> accesses.may().add(new Access(t, true, in)));
          }
          relations.fetches(entity, in);
        });
    relations.all(entity, in);
  }

  private static boolean writes(String method) {
    return method.matches("(save|delete|remove|insert|update)\\w*");
  }

  private static boolean reads(String method) {
    return method.matches("(find|get|count|exists|select|list|page)\\w*");
  }
}
