package dev.msvc.bench.truth;

import dev.msvc.bench.truth.Mapping.Mapped;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.ClassNode;

/** What is read and written with entities because their relations say so, or code follows them. */
final class Relations {
  private final Classes classes;
  private final Mapping mapping;
  private final Judged<Access> accesses;
  private final Doing doing;

  Relations(Classes classes, Mapping mapping, Judged<Access> accesses) {
    this.classes = classes;
    this.mapping = mapping;
    this.accesses = accesses;
    this.doing = new Doing(classes);
  }

  /** A managed entity is written without a statement, and its relations are read when used. */
  void used(Mapped entity, Code.Call call, String in) {
    ClassNode node = classes.get(entity.type);
    if (node == null || call.name().equals("<init>")) {
      return;
    }
    Doing.Done done = doing.of(node, call.name(), call.desc());
    if (done.writes()) {
      changed(entity, in);
    }
    done.reads().forEach(name -> followed(entity.relations.get(name), in));
  }

  private void followed(Mapping.@Nullable Relation relation, String in) {
    if (relation != null) {
      if (!relation.link().isEmpty()) {
        accesses.may().add(new Access(relation.link(), false, in));
      }
      Mapped target = mapping.at(relation.target());
      if (target != null) {
        fetches(target, in);
      }
    }
  }

  void fetches(Mapped entity, String in) {
    mapping.fetched(entity).forEach(table -> accesses.may().add(new Access(table, false, in)));
  }

  void changed(@Nullable Mapped entity, String in) {
    if (entity != null) {
      mapping.cascaded(entity).forEach(table -> accesses.may().add(new Access(table, true, in)));
    }
  }

  /** A relation of this name; whose, is not followed. */
  void joined(String name, String in) {
    for (Mapped entity : mapping.all()) {
      Mapping.Relation relation = entity.relations.get(name);
      followed(relation, in);
    }
  }

  /** Every relation, which conditions may lead over. */
  void all(Mapped entity, String in) {
    entity.relations.values().forEach(relation -> followed(relation, in));
  }

  /** What an entity graph names is read with the entity. */
  void graph(Mapped entity, String path, String in) {
    Mapped from = entity;
    for (String step : path.split("\\.", -1)) {
      Mapping.Relation relation = from.relations.get(step);
      Mapped target = relation == null ? null : mapping.at(relation.target());
      if (relation == null || target == null) {
        return;
      }
      if (!relation.link().isEmpty()) {
        accesses.must().add(new Access(relation.link(), false, in));
      }
      target.sources().forEach(table -> accesses.must().add(new Access(table, false, in)));
      fetches(target, in);
      from = target;
    }
  }

  /** Conditions of a derived name lead over relations, one after the other. */
  void condition(Mapped entity, String name, String in) {
    entity.relations.forEach(
        (property, relation) -> {
          String word = Character.toUpperCase(property.charAt(0)) + property.substring(1);
          int at = name.indexOf(word);
          Mapped target = mapping.at(relation.target());
          if (at >= 0 && target != null) {
            followed(relation, in);
            condition(target, name.substring(at + word.length()), in);
          }
        });
  }
}
