package dev.msvc.analyzers.mapping;

import dev.msvc.analyzers.mapping.Entity.Property;

/** By what an entity is stored, which decides along which of its relations that goes on. */
public enum Storing {
  /** JPA's {@code persist}, and what is found new when changes are written. */
  PERSIST {
    @Override
    boolean goesOn(Property property) {
      return property.persists();
    }
  },
  /** JPA's {@code merge}. */
  MERGE {
    @Override
    boolean goesOn(Property property) {
      return property.cascade().merges();
    }
  },
  /** Hibernate's own {@code save} and {@code update}, which know nothing of JPA's two. */
  UPDATE {
    @Override
    boolean goesOn(Property property) {
      return property.cascade().updates();
    }
  },
  /** What comes down to one of JPA's two. */
  ANY {
    @Override
    boolean goesOn(Property property) {
      return property.persists() || property.cascade().merges();
    }
  };

  /** What a method of this name does where a session, or what stands before one, is called. */
  public static Storing ofSession(String method) {
    return switch (method) {
      case "save", "saveOrUpdate", "saveOrUpdateAll", "update", "replicate" -> UPDATE;
      default -> of(method);
    };
  }

  /** What a method of this name does that is JPA's, or hands on to JPA's of the same name. */
  public static Storing of(String method) {
    return switch (method) {
      case "persist", "persistAndFlush", "persistAll" -> PERSIST;
      case "merge", "mergeAndFlush", "mergeAll" -> MERGE;
      default -> ANY;
    };
  }

  abstract boolean goesOn(Property property);
}
