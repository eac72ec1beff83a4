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
  /** A step of a batch, or the job around it. */
  BATCH,
  /** An operation of a SOAP service. */
  SOAP,
  /** A field that a GraphQL schema offers. */
  GRAPHQL,
  /** A procedure of a gRPC service. */
  GRPC,
  /** A main method. */
  MAIN
}
