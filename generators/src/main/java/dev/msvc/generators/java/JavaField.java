package dev.msvc.generators.java;

import dev.msvc.model.service.FieldName;
import dev.msvc.model.service.FieldSpec;
import java.util.List;

/**
 * A field, in all the places where code names it. Where its owner is named, it is called as the
 * owner's class is, with a small letter.
 *
 * @param type as the domain declares it
 * @param isFilled whether it is a collection that JPA watches: it is filled, never replaced
 * @param annotations for JPA
 * @param initial what it holds before it is set
 * @param checks statements of a constructor
 * @param request component of a request's body
 * @param response component of an answer's body
 * @param owned code of the owner's value
 * @param toDomain the domain's value from a request's component
 * @param toBody an answer's component from the owner
 * @param fromMessage the domain's value from a {@code message}
 * @param setter call of a message's builder with the owner's value, which is there
 * @param sampleSetter the same with a value for tests
 * @param sample code of a value for tests
 * @param json the same as a caller of the REST API writes it
 * @param argument code of what stands in {@code json}, where it is another each time
 */
public record JavaField(
    String name,
    String capitalized,
    String type,
    boolean optional,
    boolean unique,
    boolean isFilled,
    List<String> annotations,
    String initial,
    List<String> checks,
    String request,
    String response,
    String owned,
    String toDomain,
    String toBody,
    String fromMessage,
    String setter,
    String sampleSetter,
    String sample,
    String json,
    String argument) {
  private static final String COLUMN = "@Column(name = \"";

  public JavaField {
    annotations = List.copyOf(annotations);
    checks = List.copyOf(checks);
  }

  static boolean isCollection(FieldSpec field) {
    return Scope.element(field.type()) != field.type();
  }

  /** Whether it is kept as JSON. */
  boolean isJson() {
    return annotations.contains(Storage.JSON);
  }

  /** Its column, as SQL in a text of Java writes it. */
  String column() {
    return annotations.stream()
        .filter(each -> each.startsWith(COLUMN))
        .findFirst()
        .map(each -> each.substring(COLUMN.length(), each.lastIndexOf('"')))
        .orElseGet(() -> new FieldName(name).snake());
  }

  /** As a component of a record of the domain. */
  public String component() {
    return String.join(" ", annotations) + (annotations.isEmpty() ? "" : " ") + declared();
  }

  /** As a parameter. */
  public String declared() {
    return type + " " + name;
  }

  /** As it is read of an aggregate: nobody changes its lists. */
  public String read() {
    if (!isFilled) {
      return name;
    }
    return (type.startsWith("Map<") ? "Map" : "List") + ".copyOf(" + name + ")";
  }

  /** Its type where it is there. */
  public String present() {
    return type.replace("@Nullable ", "");
  }

  /** Its name for people: {@code customer id}. */
  public String words() {
    return name.replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
  }

  /** Its value for tests in a text block. */
  public String literal() {
    return json.replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"");
  }

  /** The same in a text that {@code formatted} reads. */
  public String formatted() {
    return argument.isEmpty() ? literal().replace("%", "%%") : literal();
  }
}
