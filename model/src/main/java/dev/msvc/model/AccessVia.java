package dev.msvc.model;

/** The way by which code reaches a table. */
public enum AccessVia {
  /** EntityManager, Session, or a relation of an entity. */
  JPA,
  /** A method that a Spring Data repository inherits or derives from its name. */
  SPRING_DATA,
  /** JPQL or HQL text. */
  JPQL,
  /** SQL text given to a JPA provider or a Spring Data repository. */
  NATIVE_QUERY,
  MYBATIS_XML,
  MYBATIS_ANNOTATION,
  /** SQL text in Java, whatever runs it. */
  JDBC,
  /** A migration or schema file that changes rows. */
  MIGRATION
}
