package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Operation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which types inherit a framework's methods for the rows of a table, and of which entity. */
final class MapperBases {
  private static final List<String> MAPPERS =
      List.of(
          "com.baomidou.mybatisplus.",
          "com.github.yulichang.",
          "com.mybatisflex.",
          "tk.mybatis.mapper.",
          "io.mybatis.mapper.");
  private static final String QUARKUS = "io.quarkus.";
  private static final String MICRONAUT = "io.micronaut.data.repository.";

  /** Their ends tell bases from wrappers and helpers of the same packages. */
  private static final List<String> ENDS =
      List.of("Mapper", "Service", "ServiceImpl", "Repository", "Model");

  private final CodeBase code;
  private final Map<String, Optional<Base>> known = new ConcurrentHashMap<>();

  MapperBases(CodeBase code) {
    this.code = code;
  }

  /**
   * A type that inherits such methods.
   *
   * @param entity of its rows; perhaps a variable of the type
   * @param serves whether it is a service, whose methods are code that runs a mapper
   */
  record Base(TypeRef on, TypeRef entity, AccessVia via, boolean serves) {
    Base(TypeRef on, TypeRef entity, AccessVia via) {
      this(on, entity, via, false);
    }

    boolean isMyBatis() {
      return via == AccessVia.MYBATIS_BASE;
    }

    /** Whether the framework gives it a method of that name. */
    boolean has(String method) {
      return serves ? MapperVerbs.isOfService(method) : MapperVerbs.isOfMapper(method);
    }

    /** What a method does by its name; null for nothing. */
    @Nullable Operation operation(String method) {
      return MapperVerbs.operationOf(method);
    }
  }

  /** Whether the system uses such a framework at all. */
  boolean any() {
    for (JavaType each : code.types()) {
      if (of(each) != null) {
        return true;
      }
    }
    return false;
  }

  /** The entities of all types that inherit such methods, sorted by name. */
  List<JavaType> entities() {
    Map<String, JavaType> all = new TreeMap<>();
    for (JavaType each : code.types()) {
      Base base = of(each);
      JavaType entity =
          base == null || base.entity().variable() ? null : code.project(base.entity().name());
      if (entity != null) {
        all.put(entity.name(), entity);
      }
    }
    return new ArrayList<>(all.values());
  }

  /** What a type of the system is; null for none. */
  @Nullable Base of(JavaType type) {
    Optional<Base> found = known.get(type.name());
    if (found == null) {
      found = Optional.ofNullable(find(type.self()));
      known.put(type.name(), found);
    }
    return found.orElse(null);
  }

  /** What a type is where it is used, with the arguments that it has there; null for none. */
  @Nullable Base of(TypeRef type) {
    if (!type.known() || type.variable() || type.isArray()) {
      return null;
    }
    JavaType own = code.project(type.name());
    if (own != null && own.variableNames().isEmpty()) {
      return of(own);
    }
    return find(type);
  }

  private @Nullable Base find(TypeRef type) {
    Deque<TypeRef> open = new ArrayDeque<>(List.of(type));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      TypeRef each = open.remove();
      if (!seen.add(each.name())) {
        continue;
      }
      Base base = library(each, type);
      if (base != null) {
        return base;
      }
      open.addAll(code.supertypes(each));
    }
    return null;
  }

  private static @Nullable Base library(TypeRef library, TypeRef on) {
    String name = library.name();
    if (name.startsWith(QUARKUS) && name.contains("panache")) {
      String simple = library.simpleName();
      if (simple.endsWith("Entity") || simple.endsWith("EntityBase")) {
        return new Base(on, TypeRef.of(on.name()), AccessVia.PANACHE);
      }
      return simple.contains("Repository") && library.argument(0).known()
          ? new Base(on, library.argument(0), AccessVia.PANACHE)
          : null;
    }
    boolean micronaut =
        name.startsWith(MICRONAUT) || name.startsWith("io.micronaut.data.jpa.repository.");
    if (micronaut && library.argument(0).known()) {
      return new Base(on, library.argument(0), AccessVia.MICRONAUT_DATA);
    }
    boolean mapper =
        MAPPERS.stream().anyMatch(name::startsWith)
            && ENDS.stream().anyMatch(name::endsWith)
            && !library.arguments().isEmpty();
    if (!mapper) {
      return null;
    }
    boolean second = library.arguments().size() > 1 && !name.endsWith("Mapper");
    TypeRef entity = library.argument(second ? 1 : 0);
    boolean serves = name.endsWith("Service") || name.endsWith("ServiceImpl");
    return entity.known() ? new Base(on, entity, AccessVia.MYBATIS_BASE, serves) : null;
  }

  /**
   * The classes of the system whose objects a service of some type can be, for an entity; none
   * where the type is a library's and it could be several.
   */
  List<JavaType> services(Base base, JavaType entity) {
    JavaType own = code.project(base.on().name());
    Map<String, JavaType> all = new TreeMap<>();
    for (JavaType each : code.subtypes(base.on().name())) {
      all.put(each.name(), each);
    }
    if (own != null) {
      all.put(own.name(), own);
    }
    all.values().removeIf(each -> each.isAbstract() || !serves(each, entity));
    Set<String> found = Set.copyOf(all.keySet());
    all.values()
        .removeIf(each -> each.superclass() != null && found.contains(each.superclass().name()));
    return own == null && all.size() > 1 ? List.of() : List.copyOf(all.values());
  }

  private boolean serves(JavaType type, JavaType entity) {
    Base base = of(type);
    return base != null && base.serves() && base.entity().name().equals(entity.name());
  }

  /** The mapper behind a service that inherits one; null for none. */
  @Nullable Base mapperOf(JavaType service) {
    Deque<TypeRef> open = new ArrayDeque<>(List.of(service.self()));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      TypeRef each = open.remove();
      if (seen.add(each.name())) {
        boolean found =
            MAPPERS.stream().anyMatch(each.name()::startsWith) && each.arguments().size() > 1;
        if (found) {
          Base mapper = of(each.argument(0));
          return mapper == null ? of(service) : mapper;
        }
        open.addAll(code.supertypes(each));
      }
    }
    return null;
  }

  /** What is called on a kit of static methods, which is given the entity or its class. */
  @Nullable Base kit(Call call) {
    String receiver = call.receiver().name();
    boolean kit =
        receiver.equals("com.baomidou.mybatisplus.extension.toolkit.Db")
            || receiver.equals("com.mybatisflex.core.row.Db")
            || receiver.equals("com.baomidou.mybatisplus.extension.toolkit.ChainWrappers");
    if (!kit) {
      return null;
    }
    for (TypeRef each : call.argumentTypes()) {
      TypeRef meant = each;
      Base mapper = of(each);
      if (mapper != null) {
        return mapper;
      }
      if (!each.arguments().isEmpty()) {
        meant = each.argument(0);
      }
      if (meant.known() && (meant.variable() || code.project(meant.name()) != null)) {
        return new Base(meant, meant, AccessVia.MYBATIS_BASE);
      }
    }
    return null;
  }

  /** Whether a type holds conditions of a query: a framework's, or the system's own above it. */
  boolean isWrapper(TypeRef type) {
    if (MAPPERS.stream().anyMatch(type.name()::startsWith)) {
      return type.name().contains("rapper");
    }
    return code.project(type.name()) != null
        && code.supertypes(type).stream().anyMatch(this::isWrapper);
  }
}
