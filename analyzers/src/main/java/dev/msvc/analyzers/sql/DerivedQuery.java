package dev.msvc.analyzers.sql;

import dev.msvc.model.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a Spring Data repository's method asks for, as in {@code
 * findTop10ByCustomerNameAndStateInOrderByDateDesc}.
 *
 * @param operation SELECT, or DELETE for delete and remove
 * @param subject FIND, COUNT, EXISTS or DELETE
 * @param distinct whether duplicates are dropped
 * @param limit the most rows; 0 for all
 * @param conditions in the order of the name
 * @param orders in the order of the name
 */
public record DerivedQuery(
    Operation operation,
    Subject subject,
    boolean distinct,
    int limit,
    List<Condition> conditions,
    List<Order> orders) {
  private static final Pattern METHOD =
      Pattern.compile(
          "^(find|read|get|query|search|stream|count|exists|delete|remove)(\\p{Lu}.*?)??By(.*)$");
  private static final Pattern LIMIT = Pattern.compile("(?:First|Top)(\\d*)");
  private static final Pattern OR = Pattern.compile("Or(?=\\p{Lu})");
  private static final Pattern AND = Pattern.compile("And(?=\\p{Lu})");
  private static final Pattern ORDER = Pattern.compile("(.+?)(Asc|Desc)(?=\\p{Lu}|$)|(.+)$");
  private static final Pattern IGNORE_CASE = Pattern.compile("Ignor(?:e|ing)Case");
  private static final Pattern ALL_IGNORE_CASE = Pattern.compile("AllIgnor(?:e|ing)Case");
  private static final Pattern LAST_WORD = Pattern.compile("(?:\\p{Lu}\\p{Ll}*|\\d+)$");

  /** The words that may end a condition; the longest that fits counts. */
  private static final List<String> KEYWORDS =
      List.of(
          "After",
          "Before",
          "Between",
          "Containing",
          "Contains",
          "Empty",
          "EndingWith",
          "EndsWith",
          "Equals",
          "Exists",
          "False",
          "GreaterThan",
          "GreaterThanEqual",
          "In",
          "Is",
          "IsAfter",
          "IsBefore",
          "IsBetween",
          "IsContaining",
          "IsEmpty",
          "IsEndingWith",
          "IsFalse",
          "IsGreaterThan",
          "IsGreaterThanEqual",
          "IsIn",
          "IsLessThan",
          "IsLessThanEqual",
          "IsLike",
          "IsNear",
          "IsNot",
          "IsNotContaining",
          "IsNotEmpty",
          "IsNotIn",
          "IsNotLike",
          "IsNotNull",
          "IsNull",
          "IsStartingWith",
          "IsTrue",
          "IsWithin",
          "LessThan",
          "LessThanEqual",
          "Like",
          "Matches",
          "MatchesRegex",
          "Near",
          "Not",
          "NotContaining",
          "NotContains",
          "NotEmpty",
          "NotIn",
          "NotLike",
          "NotNull",
          "Null",
          "Regex",
          "StartingWith",
          "StartsWith",
          "True",
          "Within");

  public DerivedQuery {
    conditions = List.copyOf(conditions);
    orders = List.copyOf(orders);
  }

  /** What is asked for. */
  public enum Subject {
    FIND,
    COUNT,
    EXISTS,
    DELETE
  }

  /**
   * One condition.
   *
   * @param property as in the name: {@code CustomerAddressCity}
   * @param keyword as in the name; empty for equality
   * @param or whether it begins an alternative to the conditions before it
   */
  public record Condition(String property, String keyword, boolean ignoreCase, boolean or) {}

  /** A property to sort by, as in the name. */
  public record Order(String property, boolean ascending) {}

  /** Knows which properties types have. */
  @FunctionalInterface
  public interface Properties {
    /** The type of a property, or of its elements; empty where the type has no such property. */
    Optional<String> typeOf(String type, String property);
  }

  /** The query that a method's name describes; empty where the name describes none. */
  public static Optional<DerivedQuery> parse(String methodName) {
    Matcher method = METHOD.matcher(methodName);
    if (!method.matches()) {
      return Optional.empty();
    }
    String what = method.group(2) == null ? "" : method.group(2);
    String rest = method.group(3);
    int orderBy = rest.startsWith("OrderBy") ? 0 : rest.lastIndexOf("OrderBy");
    String conditions = orderBy < 0 ? rest : rest.substring(0, orderBy);
    String orders = orderBy < 0 ? "" : rest.substring(orderBy + "OrderBy".length());
    Subject subject =
        switch (method.group(1)) {
          case "count" -> Subject.COUNT;
          case "exists" -> Subject.EXISTS;
          case "delete", "remove" -> Subject.DELETE;
          default -> Subject.FIND;
        };
    return Optional.of(
        new DerivedQuery(
            subject == Subject.DELETE ? Operation.DELETE : Operation.SELECT,
            subject,
            what.contains("Distinct"),
            limit(what),
            conditions(conditions),
            orders(orders)));
  }

  /** Every property that conditions and orders name, in their order. */
  public List<String> properties() {
    List<String> properties = new ArrayList<>();
    conditions.forEach(condition -> properties.add(condition.property()));
    orders.forEach(order -> properties.add(order.property()));
    return properties.stream().distinct().toList();
  }

  /**
   * Splits a property of a name into a path from an entity, as Spring does: the longest property
   * first, underscores separate for certain.
   *
   * @return names of properties; empty where the entity has no such path
   */
  public static List<String> path(String property, String entity, Properties types) {
    int underscore = property.indexOf('_');
    if (underscore > 0 && underscore < property.length() - 1) {
      String head = uncapitalized(property.substring(0, underscore));
      Optional<String> type = types.typeOf(entity, head);
      return type.isEmpty()
          ? List.of()
          : joined(head, path(property.substring(underscore + 1), type.get(), types));
    }
    String head = property;
    while (!head.isEmpty()) {
      Optional<String> type = types.typeOf(entity, uncapitalized(head));
      if (type.isEmpty()) {
        type = types.typeOf(entity, head);
      }
      if (type.isPresent()) {
        String tail = property.substring(head.length());
        List<String> path =
            tail.isEmpty()
                ? List.of(uncapitalized(head))
                : joined(uncapitalized(head), path(tail, type.get(), types));
        if (!path.isEmpty()) {
          return path;
        }
      }
      Matcher last = LAST_WORD.matcher(head);
      head = last.find() ? head.substring(0, last.start()) : "";
    }
    return List.of();
  }

  private static List<String> joined(String head, List<String> tail) {
    if (tail.isEmpty()) {
      return List.of();
    }
    List<String> path = new ArrayList<>();
    path.add(head);
    path.addAll(tail);
    return List.copyOf(path);
  }

  private static String uncapitalized(String name) {
    boolean acronym = name.length() > 1 && Character.isUpperCase(name.charAt(1));
    return name.isEmpty() || acronym
        ? name
        : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  private static int limit(String what) {
    Matcher limit = LIMIT.matcher(what);
    if (!limit.find()) {
      return 0;
    }
    String digits = limit.group(1);
    return digits.isEmpty()
        ? 1
        : digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }

  private static List<Condition> conditions(String text) {
    boolean all = ALL_IGNORE_CASE.matcher(text).find();
    String plain = ALL_IGNORE_CASE.matcher(text).replaceAll("");
    List<Condition> conditions = new ArrayList<>();
    for (String alternative : OR.split(plain)) {
      boolean or = !conditions.isEmpty();
      for (String part : AND.split(alternative)) {
        if (!part.isEmpty()) {
          conditions.add(condition(part, all, or));
          or = false;
        }
      }
    }
    return conditions;
  }

  private static Condition condition(String text, boolean allIgnoreCase, boolean or) {
    boolean ignoreCase = allIgnoreCase || IGNORE_CASE.matcher(text).find();
    String part = IGNORE_CASE.matcher(text).replaceAll("");
    String keyword = "";
    for (String candidate : KEYWORDS) {
      if (candidate.length() > keyword.length()
          && part.length() > candidate.length()
          && part.endsWith(candidate)) {
        keyword = candidate;
      }
    }
    return new Condition(
        part.substring(0, part.length() - keyword.length()), keyword, ignoreCase, or);
  }

  private static List<Order> orders(String text) {
    List<Order> orders = new ArrayList<>();
    Matcher order = ORDER.matcher(text);
    while (order.find()) {
      boolean directed = order.group(1) != null;
      orders.add(
          new Order(directed ? order.group(1) : order.group(3), !"Desc".equals(order.group(2))));
    }
    return orders;
  }
}
