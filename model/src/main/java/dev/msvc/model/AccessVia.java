package dev.msvc.model;

/** The way by which code reaches a table. */
public enum AccessVia {
  /** EntityManager, Session, or another call that stores, finds or removes an entity. */
  JPA,
  /** A relation by which storing or removing an entity goes on to another. */
  CASCADE,
  /** An entity that is loaded and then changed in a transaction, with no call that stores it. */
  DIRTY_CHECKING,
  /** A relation of an entity that is fetched with it, or on first use. */
  FETCH,
  /** A method that a Spring Data repository inherits or derives from its name. */
  SPRING_DATA,
  /** JPQL or HQL text. */
  JPQL,
  /** A query put together by method calls: criteria, QueryDSL. */
  CRITERIA,
  /** SQL text given to a JPA provider or a Spring Data repository. */
  NATIVE_QUERY,
  MYBATIS_XML,
  MYBATIS_ANNOTATION,
  /** A method that a base mapper of MyBatis-Plus or tk.mybatis brings. */
  MYBATIS_BASE,
  /** A statement of an iBATIS 2 map. */
  IBATIS,
  JOOQ,
  PANACHE,
  MICRONAUT_DATA,
  /** MongoDB's own driver, by the name of a collection. */
  MONGO_DRIVER,
  /** SQL text in Java, whatever runs it. */
  JDBC,
  /** SQL in a file that code names: properties, XML, templates. */
  SQL_FILE,
  /** A stored procedure or function that code calls: what that one does. */
  ROUTINE,
  /** A trigger that fires when code writes its table: what that one does. */
  TRIGGER,
  /** A view that code reads: the tables behind it. */
  VIEW,
  /** A migration, schema file or seed that changes rows: code or a script that code runs. */
  MIGRATION
}
