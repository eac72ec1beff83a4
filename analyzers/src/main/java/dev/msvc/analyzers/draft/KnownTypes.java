package dev.msvc.analyzers.draft;

import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.FieldType.Scalar;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What types of the JDK and of libraries hold. */
final class KnownTypes {
  private static final Map<String, FieldType> ALL = new HashMap<>();

  private static final Set<String> COLLECTIONS =
      Set.of(
          "Collection",
          "List",
          "Set",
          "SortedSet",
          "NavigableSet",
          "Iterable",
          "ArrayList",
          "LinkedList",
          "HashSet",
          "TreeSet",
          "LinkedHashSet",
          "Vector",
          "Queue",
          "MutableList",
          "MutableSet",
          "ImmutableList",
          "ImmutableSet",
          "EnumSet",
          "Seq");
  private static final Set<String> MAPS =
      Set.of(
          "Map",
          "SortedMap",
          "HashMap",
          "TreeMap",
          "LinkedHashMap",
          "ConcurrentMap",
          "ConcurrentHashMap",
          "MutableMap",
          "ImmutableMap",
          "EnumMap",
          "Hashtable");
  private static final Set<String> OPTIONS = Set.of("Optional", "Option");

  static {
    all(Scalar.STRING, "String", "CharSequence", "char", "Character", "Char", "Currency", "Locale");
    all(Scalar.STRING, "Duration", "Period", "YearMonth", "MonthDay", "ZoneId", "TimeZone");
    all(Scalar.STRING, "ZoneOffset", "Month", "DayOfWeek", "URI", "URL", "InetAddress");
    all(Scalar.STRING, "DateTimeZone", "Interval", "StringBuilder", "StringBuffer", "Path", "File");
    all(Scalar.TEXT, "Clob", "NClob", "JsonNode", "ObjectNode", "ArrayNode", "JSONObject", "JSONB");
    all(Scalar.TEXT, "JsonObject", "SQLXML");
    all(Scalar.INT, "int", "Integer", "short", "Short", "byte", "Byte", "Int", "AtomicInteger");
    all(Scalar.INT, "OptionalInt", "Year");
    all(Scalar.LONG, "long", "Long", "AtomicLong", "OptionalLong");
    all(Scalar.DOUBLE, "float", "Float", "double", "Double", "OptionalDouble", "Number");
    all(Scalar.BOOLEAN, "boolean", "Boolean", "AtomicBoolean");
    all(new FieldType.Decimal(19, 4), "BigDecimal");
    all(new FieldType.Decimal(38, 0), "BigInteger");
    all(Scalar.UUID, "UUID");
    all(Scalar.DATE, "LocalDate", "DateMidnight");
    all(Scalar.TIME, "LocalTime", "Time");
    all(Scalar.INSTANT, "LocalDateTime", "Instant", "ZonedDateTime", "OffsetDateTime", "Date");
    all(Scalar.INSTANT, "Calendar", "GregorianCalendar", "Timestamp", "DateTime");
    all(Scalar.BYTES, "Blob", "InputStream", "ByteArray");
    all(Scalar.MONEY, "MonetaryAmount", "Money", "BigMoney", "FastMoney");
  }

  private KnownTypes() {}

  private static void all(FieldType type, String... names) {
    for (String each : names) {
      ALL.put(each, type);
    }
  }

  /** What a type that is not the monolith's own holds; null for what is not known. */
  static @Nullable FieldType of(String name) {
    return name.equals("java.sql.Date") ? Scalar.DATE : ALL.get(Declarations.simple(name));
  }

  /** Whether several are in it. */
  static boolean isCollection(String name) {
    return COLLECTIONS.contains(Declarations.simple(name));
  }

  /** Whether several are in it, by a key. */
  static boolean isMap(String name) {
    return MAPS.contains(Declarations.simple(name));
  }

  /** Whether one is in it, or none. */
  static boolean isOption(String name) {
    return OPTIONS.contains(Declarations.simple(name));
  }
}
