package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.model.Reference;
import dev.msvc.model.ReferenceKind;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is behind interfaces whose sources are elsewhere, as those of an API with a repository of
 * its own: who is given such an interface, is given the one class here that implements it.
 */
final class Implementers {
  /** Packages of platforms: what implements these, says nothing of who is given it. */
  private static final Set<String> PLATFORMS =
      Set.of("java", "javax", "jakarta", "kotlin", "scala", "groovy");

  private final CodeBase code;

  /** By the interfaces that somebody is given. */
  private final Map<String, Optional<JavaType>> given = new ConcurrentHashMap<>();

  Implementers(CodeBase code) {
    this.code = code;
  }

  /** The one class that implements what somebody is given; null where there is none, or several. */
  @Nullable JavaType given(String name) {
    return given.computeIfAbsent(name, this::find).orElse(null);
  }

  private Optional<JavaType> find(String name) {
    int end = name.indexOf('.');
    if (end < 0 || PLATFORMS.contains(name.substring(0, end)) || code.project(name) != null) {
      return Optional.empty();
    }
    JavaType found = null;
    for (JavaType each : code.subtypes(name)) {
      if (!each.isAbstract()) {
        if (found != null) {
          return Optional.empty();
        }
        found = each;
      }
    }
    return Optional.ofNullable(found);
  }

  /** The calls of a type that go to what somebody is given; all must have asked before. */
  void calls(JavaType type, FactCollector facts) {
    Set<Reference> all = new LinkedHashSet<>();
    for (JavaMethod method : type.methods()) {
      for (Call call : method.calls()) {
        JavaType target = given.getOrDefault(call.receiver().name(), Optional.empty()).orElse(null);
        if (target != null && target != type) {
          all.add(
              new Reference(
                  type.name(),
                  method.name(),
                  target.name(),
                  call.name(),
                  ReferenceKind.WIRED,
                  call.line()));
        }
      }
    }
    all.forEach(facts::add);
  }
}
