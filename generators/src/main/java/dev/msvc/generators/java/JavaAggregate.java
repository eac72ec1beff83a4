package dev.msvc.generators.java;

import dev.msvc.model.service.StandardOperation;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An aggregate: its class and all that is made of it.
 *
 * @param path of the REST API
 * @param fields all of it
 * @param details what callers say of it
 * @param states fields that only commands change, with what they begin as
 * @param constants patterns of its commands
 * @param detailConstants patterns of its details
 * @param asked fields that an empty request is told of, as the REST API names them, sorted
 * @param askedProto the same, as the contract names them
 * @param idComponent of its events
 */
public record JavaAggregate(
    JavaName name,
    String description,
    String path,
    String table,
    Id id,
    Set<StandardOperation> operations,
    List<JavaField> fields,
    List<JavaField> details,
    List<State> states,
    List<JavaValue> entities,
    List<JavaEnum> enums,
    List<JavaCommand> commands,
    List<JavaEvent> events,
    Contract contract,
    List<String> constants,
    List<String> detailConstants,
    List<String> asked,
    List<String> askedProto,
    Told told,
    String idComponent) {
  private static final Pattern DATED =
      Pattern.compile("\"(\\d{4}-\\d\\d-\\d\\d(?:T\\d\\d:\\d\\d:\\d\\dZ)?|\\d\\d:\\d\\d:\\d\\d)\"");

  public JavaAggregate {
    operations = Set.copyOf(operations);
    fields = List.copyOf(fields);
    details = List.copyOf(details);
    states = List.copyOf(states);
    entities = List.copyOf(entities);
    enums = List.copyOf(enums);
    commands = List.copyOf(commands);
    events = List.copyOf(events);
    constants = List.copyOf(constants);
    detailConstants = List.copyOf(detailConstants);
    asked = List.copyOf(asked);
    askedProto = List.copyOf(askedProto);
  }

  /**
   * What identifies it.
   *
   * @param type as it is declared
   * @param first code of an id before all others
   * @param parse code that reads one from a text
   * @param fromMessage code that reads one from {@code request}
   * @param sequence that counts them; empty where nothing does
   */
  public record Id(
      String kind,
      String type,
      String boxed,
      String first,
      String parse,
      String fromMessage,
      String sequence,
      String sample,
      String other,
      String absent,
      String absentProto) {
    public boolean given() {
      return kind.equals("string");
    }

    public boolean counted() {
      return kind.equals("long");
    }

    public boolean random() {
      return kind.equals("uuid");
    }
  }

  /** A field that only commands change. */
  public record State(
      String field, String type, String first, String label, String accessor, String proto) {}

  /**
   * Its names in the contract.
   *
   * @param outer class of its messages
   * @param calls outer class of its requests
   * @param one stem of accessors of the field that holds it
   * @param many stem of accessors of the field that holds several
   * @param field its name in requests
   */
  public record Contract(String outer, String calls, String one, String many, String field) {}

  /**
   * Code that makes the events of its life; empty for none.
   *
   * @param created the event of its creation
   */
  public record Told(String created, String create, String update, String delete) {}

  public boolean creates() {
    return operations.contains(StandardOperation.CREATE);
  }

  public boolean gets() {
    return operations.contains(StandardOperation.GET);
  }

  public boolean lists() {
    return operations.contains(StandardOperation.LIST);
  }

  public boolean updates() {
    return operations.contains(StandardOperation.UPDATE);
  }

  public boolean deletes() {
    return operations.contains(StandardOperation.DELETE);
  }

  /** Whether callers say what it is. */
  public boolean isDescribed() {
    return creates() || updates();
  }

  /** Whether it is asked for by its id. */
  public boolean isFound() {
    return gets() || changes() || deletes();
  }

  /** Whether it is changed after it was made. */
  public boolean changes() {
    return updates() || !commands.isEmpty();
  }

  /** Whether a caller is shown one of them as an answer. */
  public boolean isShown() {
    return gets() || changes();
  }

  public boolean isServed() {
    return !operations.isEmpty() || !commands.isEmpty();
  }

  public boolean isAnswered() {
    return isServed() && (creates() || isShown() || lists());
  }

  /** The table as an annotation writes it. */
  public String tableName() {
    return SqlNames.java(table);
  }

  /** The list of several, as JSON calls it. */
  public String many() {
    return Character.toLowerCase(name.labels().charAt(0)) + name.labels().substring(1);
  }

  /** The component of its events that holds its id. */
  public String eventId() {
    return idComponent;
  }

  /** Fields of which no two aggregates have the same. */
  public List<JavaField> uniques() {
    return details.stream().filter(JavaField::unique).toList();
  }

  public boolean optionalDetails() {
    return details.stream().anyMatch(JavaField::optional);
  }

  public boolean optionalFields() {
    return fields.stream().anyMatch(JavaField::optional);
  }

  /**
   * A column of JSON that holds a day or a time.
   *
   * @param column as SQL in a text of Java writes it
   * @param text of that day or time, in values for tests
   */
  public record Dated(String field, String column, String text) {}

  /** Columns of JSON that hold a day or a time. */
  public List<Dated> dated() {
    return fields.stream()
        .filter(JavaField::isJson)
        .flatMap(
            each ->
                DATED
                    .matcher(each.json())
                    .results()
                    .limit(1)
                    .map(found -> new Dated(each.name(), each.column(), found.group(1))))
        .toList();
  }

  /** Whether values for tests are another each time. */
  public boolean isVaried() {
    return details.stream().anyMatch(each -> !each.argument().isEmpty());
  }

  public boolean hasLetters() {
    return details.stream().anyMatch(each -> each.sample().contains("letters("));
  }

  public boolean isTold() {
    return !events.isEmpty();
  }
}
