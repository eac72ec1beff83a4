package dev.msvc.generators.proto;

import java.util.List;

/**
 * A file of the contract.
 *
 * @param name without folder and {@code .proto}
 * @param outerClass Java's class around those of its messages
 * @param imports paths, sorted
 * @param services one or none
 */
public record ProtoFile(
    String name,
    String outerClass,
    List<String> imports,
    List<ProtoService> services,
    List<ProtoEnum> enums,
    List<ProtoMessage> messages) {
  public ProtoFile {
    imports = List.copyOf(imports);
    services = List.copyOf(services);
    enums = List.copyOf(enums);
    messages = List.copyOf(messages);
  }
}
