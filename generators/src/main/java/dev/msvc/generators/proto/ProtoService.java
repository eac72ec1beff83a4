package dev.msvc.generators.proto;

import java.util.List;

/** What can be called of an aggregate. */
public record ProtoService(String name, List<String> comment, List<Method> methods) {
  public ProtoService {
    comment = List.copyOf(comment);
    methods = List.copyOf(methods);
  }

  /**
   * A call.
   *
   * @param reads whether it changes nothing
   * @param streams whether it answers with one message after the other
   * @param http lines of its {@code google.api.http}; none where REST has no such call
   */
  public record Method(
      String name, List<String> comment, boolean reads, boolean streams, List<ProtoLine> http) {
    public Method {
      comment = List.copyOf(comment);
      http = List.copyOf(http);
    }
  }
}
