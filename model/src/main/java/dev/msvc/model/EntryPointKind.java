package dev.msvc.model;

/** How the outside reaches the code. */
public enum EntryPointKind {
  /** A handler of an HTTP route. */
  HTTP,
  SERVLET,
  /** A remote interface of an enterprise bean. */
  EJB_REMOTE,
  /** A handler of a message or an application event. */
  LISTENER,
  SCHEDULE,
  /** A main method. */
  MAIN
}
