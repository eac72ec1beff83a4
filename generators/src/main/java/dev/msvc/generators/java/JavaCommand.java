package dev.msvc.generators.java;

import java.util.List;

/**
 * A command of an aggregate.
 *
 * @param path behind that of one aggregate
 * @param call as the contract names it
 * @param owner the aggregate that it is one of
 * @param body statements of its method
 * @param reached the state that it brings the aggregate to, as code; empty for none
 * @param state the field that is then so
 * @param event code that makes the event that it emits; empty for none
 */
public record JavaCommand(
    String name,
    String capitalized,
    String path,
    String call,
    JavaName owner,
    List<String> body,
    String state,
    String reached,
    String stateAccessor,
    String reachedProto,
    boolean staysFirst,
    String event,
    List<JavaField> fields) {
  public JavaCommand {
    body = List.copyOf(body);
    fields = List.copyOf(fields);
  }

  /** The method of the contract's service. */
  public String method() {
    return Character.toLowerCase(call.charAt(0)) + call.substring(1);
  }

  /** The aggregate as a lambda calls it, beside the command's parameters. */
  public String subject() {
    boolean taken = fields.stream().anyMatch(each -> each.name().equals(owner.variable()));
    return taken ? "it" : owner.variable();
  }

  /** The event that it emits. */
  public String eventName() {
    return event.substring(event.indexOf('.') + 1, event.indexOf('('));
  }
}
