package dev.msvc.model.service;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * An aggregate: what is stored and changed as one.
 *
 * @param description for people; empty for none
 * @param path below which it is reached by HTTP, without a version: {@code /orders}
 * @param emits events that say that a standard operation was done
 * @param entities parts of it with an identity of their own
 */
public record AggregateSpec(
    TypeName name,
    String description,
    String path,
    IdKind id,
    List<FieldSpec> fields,
    List<EntitySpec> entities,
    Set<StandardOperation> operations,
    Map<StandardOperation, TypeName> emits,
    List<CommandSpec> commands,
    List<EventSpec> events) {
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9][A-Za-z0-9._~-]*){1,8}");

  public AggregateSpec {
    if (path.isEmpty()) {
      path = "/" + name.kebabPlural();
    } else if (!PATH.matcher(path).matches()) {
      throw new IllegalArgumentException(
          "'%s' is no path: write /words with letters, digits and '-' between slashes"
              .formatted(Words.shown(path)));
    }
    fields = List.copyOf(fields);
    entities = List.copyOf(entities);
    operations = Collections.unmodifiableSet(new TreeSet<>(operations));
    emits = Collections.unmodifiableMap(new TreeMap<>(emits));
    commands = List.copyOf(commands);
    events = List.copyOf(events);
  }

  /** Whether a field is a state: only commands set it. */
  public boolean isState(FieldName field) {
    return commands.stream().anyMatch(each -> each.sets().containsKey(field));
  }

  public boolean can(StandardOperation operation) {
    return operations.contains(operation);
  }

  /** Whether callers can have it do anything but be read. */
  public boolean isChanged() {
    return !commands.isEmpty()
        || can(StandardOperation.CREATE)
        || can(StandardOperation.UPDATE)
        || can(StandardOperation.DELETE);
  }

  /** What callers say of it: all fields but its states. */
  public List<FieldSpec> details() {
    return fields.stream().filter(each -> !isState(each.name())).toList();
  }

  /** Whether callers can ask anything of it. */
  public boolean isCalled() {
    return !operations.isEmpty() || !commands.isEmpty();
  }
}
