package dev.msvc.analyzers.draft;

import dev.msvc.model.EntryPoint;
import dev.msvc.model.service.StandardOperation;
import org.jspecify.annotations.Nullable;

/** What HTTP's methods can ask for: no word of a path makes a deletion a list. */
enum Verb {
  GET,
  POST,
  PUT,
  DELETE,
  /** Any of them, or a call that is none of HTTP. */
  ANY;

  static Verb of(EntryPoint entry) {
    @Nullable String method = entry.httpMethod();
    return method == null
        ? ANY
        : switch (method) {
          case "GET", "HEAD" -> GET;
          case "POST" -> POST;
          case "PUT", "PATCH" -> PUT;
          case "DELETE" -> DELETE;
          default -> ANY;
        };
  }

  boolean reads() {
    return this == GET;
  }

  boolean canAsk(StandardOperation operation) {
    boolean asksToRead = operation == StandardOperation.GET || operation == StandardOperation.LIST;
    return switch (this) {
      case GET -> asksToRead;
      case DELETE -> operation == StandardOperation.DELETE;
      case POST, PUT -> !asksToRead;
      case ANY -> true;
    };
  }

  /**
   * What it asks for where no word says more.
   *
   * @param one whether it is told to one, and not to all
   */
  StandardOperation plain(boolean one) {
    return switch (this) {
      case POST -> one ? StandardOperation.UPDATE : StandardOperation.CREATE;
      case PUT -> StandardOperation.UPDATE;
      case DELETE -> StandardOperation.DELETE;
      case GET, ANY -> one ? StandardOperation.GET : StandardOperation.LIST;
    };
  }
}
