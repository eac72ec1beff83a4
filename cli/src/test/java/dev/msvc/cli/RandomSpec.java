package dev.msvc.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Descriptions of services that use the whole language and {@link HostileWords}, always the same
 * for a seed. Most can be generated; some say what msvc refuses.
 */
final class RandomSpec {
  private static final List<String> SCALARS =
      List.of(
          "string",
          "text",
          "int",
          "long",
          "double",
          "boolean",
          "date",
          "time",
          "instant",
          "uuid",
          "bytes",
          "money",
          "decimal(12,2)",
          "decimal(38,38)",
          "decimal(1,0)",
          "decimal(5,5)");
  private static final Set<String> FEW = Set.of("boolean", "bytes", "decimal(1,0)");
  private static final List<String> OPERATIONS =
      List.of("create", "get", "list", "update", "delete");

  private final Random random;
  private final int size;
  private final Set<String> types = new HashSet<>();
  private final List<String> values = new ArrayList<>();

  private RandomSpec(long seed, int size) {
    this.random = new Random(seed);
    this.size = size;
    // neighbours begin alike
    random.nextLong();
  }

  /** A {@code service.yaml}; the greater the size, the more is in it. */
  static String service(long seed, int size) {
    return json(new RandomSpec(seed, size).service());
  }

  /** A {@code msvc.yaml} with an organisation. */
  static String word(long seed) {
    return json(
        Map.of("schema", "msvc/word/v1", "organisation", new RandomSpec(seed, 1).organisation()));
  }

  private static String json(Object value) {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, Object> service() {
    Map<String, Object> values = values();
    Map<String, Object> aggregates = new LinkedHashMap<>();
    for (int i = between(1, size); i > 0; i--) {
      String name = type();
      aggregates.put(name, aggregate());
    }
    Map<String, Object> service = new LinkedHashMap<>();
    service.put("name", one(HostileWords.SERVICES));
    if (rarely(2)) {
      service.put("package", one(HostileWords.PACKAGES));
    }
    describe(service, 2);
    service.put("aggregates", aggregates);
    if (!values.isEmpty()) {
      service.put("values", values);
    }
    if (rarely(2)) {
      service.put(
          "options",
          Map.of("boot", rarely(2) ? "3.5" : "4.1", "java", one(List.of("17", "21", "25"))));
    }
    return service;
  }

  private Map<String, Object> organisation() {
    Map<String, Object> organisation = new LinkedHashMap<>();
    organisation.put("gateway", one(List.of("gateway-api", "istio", "kong", "none")));
    organisation.put("mesh", one(List.of("istio", "none")));
    organisation.put("pipeline", one(List.of("github", "gitlab", "none")));
    organisation.put("monitoring", one(List.of("prometheus", "none")));
    organisation.put("secrets", one(List.of("kubernetes", "external-secrets")));
    maybe(organisation, "packagePrefix", List.of("com.acme", "x", "org.acme.shop_v2"));
    maybe(organisation, "registry", List.of("localhost:5000", "ghcr.io/acme/a__b-c.d"));
    maybe(
        organisation, "baseImage", List.of("gcr.io/distroless/java{java}-debian12:nonroot", "jre"));
    maybe(organisation, "namespace", List.of("shop", "default", "a-1"));
    maybe(organisation, "domain", List.of("localhost", "shop.example.com", "a.b-c.1d"));
    maybe(
        organisation,
        "issuer",
        List.of("http://localhost:9000/realms/a", "https://a.b/c?d=e&f=${g}"));
    if (rarely(2)) {
      organisation.put(
          "labels", Map.of("team", "shop", "acme.com/cost-centre", "007", "on", "true"));
    }
    return organisation;
  }

  private Map<String, Object> values() {
    Map<String, Object> all = new LinkedHashMap<>();
    for (int i = between(0, size); i > 0; i--) {
      String name = type();
      all.put(name, Map.of("fields", fields(between(1, 4), Use.VALUE)));
      values.add(name);
    }
    if (rarely(2)) {
      String parent = type();
      Set<String> taken = new HashSet<>();
      Map<String, Object> common = fields(between(0, 2), Use.VALUE, taken);
      all.put(parent, Map.of("abstract", true, "fields", common));
      for (int i = between(1, 3); i > 0; i--) {
        taken.add("type");
        Map<String, Object> fields = fields(between(0, 3), Use.VALUE, taken);
        String kind = type();
        all.put(
            kind,
            fields.isEmpty()
                ? Map.of("extends", parent)
                : Map.of("extends", parent, "fields", fields));
        if (rarely(5)) {
          values.add(kind);
        }
      }
      values.add(parent);
      if (rarely(3)) {
        String around = type();
        all.put(around, Map.of("fields", fields(3, Use.VALUE)));
        values.add(around);
      }
    }
    return all;
  }

  private Map<String, Object> aggregate() {
    Map<String, Object> aggregate = new LinkedHashMap<>();
    describe(aggregate, 3);
    if (rarely(2)) {
      aggregate.put("id", one(List.of("uuid", "long", "string")));
    }
    if (rarely(4)) {
      aggregate.put(
          "path", "/" + one(List.of("api/v2", "x.y~z", "a_b")) + "/" + random.nextInt(1000));
    }
    Set<String> taken = new HashSet<>();
    Map<String, Object> fields = fields(between(1, 3 + 2 * size), Use.AGGREGATE, taken);
    Map<String, Object> entities = new LinkedHashMap<>();
    for (int i = between(0, 2); i > 0; i--) {
      String name = type();
      entities.put(name, Map.of("fields", fields(between(1, 4), Use.ENTITY)));
      fields.put(field(taken), "list(" + name + ")");
    }
    List<String> states = new ArrayList<>();
    for (int i = between(0, 2); i > 0; i--) {
      String name = field(taken);
      fields.put(
          name,
          rarely(2) ? labels() : Map.of("enum", labels(), "description", one(HostileWords.PROSE)));
      states.add(name);
    }
    Map<String, Object> events = events(fields);
    aggregate.put("fields", fields);
    if (!entities.isEmpty()) {
      aggregate.put("entities", entities);
    }
    List<String> operations = new ArrayList<>(OPERATIONS);
    if (rarely(2)) {
      operations.removeIf(each -> rarely(2));
      aggregate.put("operations", operations);
    }
    if (!events.isEmpty()) {
      aggregate.put("events", events);
      Map<String, Object> emits = new LinkedHashMap<>();
      for (String each : List.of("create", "update", "delete")) {
        if (operations.contains(each) && rarely(2)) {
          emits.put(each, one(new ArrayList<>(events.keySet())));
        }
      }
      aggregate.put("emits", emits);
    }
    Map<String, Object> commands = new LinkedHashMap<>();
    for (int i = between(0, 3); i > 0; i--) {
      commands.put(field(taken), command(events, fields, states));
    }
    if (!commands.isEmpty()) {
      aggregate.put("commands", commands);
    }
    return aggregate;
  }

  /** Most of what an event says, its aggregate knows. */
  private Map<String, Object> events(Map<String, Object> known) {
    Map<String, Object> events = new LinkedHashMap<>();
    for (int i = between(0, 2); i > 0; i--) {
      Map<String, Object> fields = new LinkedHashMap<>();
      for (Map.Entry<String, Object> each : known.entrySet()) {
        boolean entities = String.valueOf(each.getValue()).startsWith("list(");
        if (rarely(3) && !entities) {
          fields.put(each.getKey(), told(each.getValue()));
        }
      }
      events.put(type(), fields.isEmpty() ? Map.of() : Map.of("fields", fields));
    }
    return events;
  }

  private static Object told(Object field) {
    if (field instanceof Map<?, ?> rules && rules.containsKey("unique")) {
      Map<Object, Object> rest = new LinkedHashMap<>(rules);
      rest.remove("unique");
      return rest;
    }
    return field;
  }

  private Map<String, Object> command(
      Map<String, Object> events, Map<String, Object> fields, List<String> states) {
    Map<String, Object> command = new LinkedHashMap<>();
    if (rarely(2)) {
      command.put("fields", fields(between(1, 4), Use.COMMAND));
    }
    if (!states.isEmpty() && rarely(2)) {
      String state = one(states);
      Object choice = fields.get(state);
      Object labels = choice instanceof Map<?, ?> map ? map.get("enum") : choice;
      List<?> words = (List<?>) labels;
      command.put("sets", Map.of(state, words.get(random.nextInt(words.size()))));
    }
    if (!events.isEmpty() && rarely(2)) {
      command.put("emits", one(new ArrayList<>(events.keySet())));
    }
    return command;
  }

  private enum Use {
    AGGREGATE,
    ENTITY,
    VALUE,
    EVENT,
    COMMAND
  }

  private Map<String, Object> fields(int count, Use use) {
    return fields(count, use, new HashSet<>());
  }

  private Map<String, Object> fields(int count, Use use, Set<String> taken) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      fields.put(field(taken), rarely(8) ? labels() : typed(use));
    }
    return fields;
  }

  private Object typed(Use use) {
    String element = !values.isEmpty() && rarely(4) ? one(values) : one(SCALARS);
    if (rarely(20)) {
      element = "[" + String.join(", ", labels()) + "]";
    }
    boolean single = use == Use.ENTITY && element.equals("money");
    String type = rarely(4) && !single ? (rarely(2) ? "list(" : "map(") + element + ")" : element;
    boolean many = !type.equals(element);
    boolean optional = !many && rarely(3);
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("type", optional ? "optional " + type : type);
    if (rarely(2)) {
      rules(field, type, many);
    }
    boolean plain = !many && !values.contains(element) && !element.startsWith("[");
    if (use == Use.AGGREGATE && plain && !FEW.contains(element) && rarely(5)) {
      field.put("unique", true);
    }
    describe(field, 5);
    return field.size() == 1 ? field.get("type") : field;
  }

  private void rules(Map<String, Object> field, String type, boolean many) {
    int min = between(0, 3);
    if (many) {
      bounds(field, min, min + between(0, 5));
      return;
    }
    switch (type) {
      case "string", "text" -> {
        switch (between(0, 4)) {
          case 0 -> field.put("pattern", one(HostileWords.PATTERNS));
          case 1 -> field.put("format", one(List.of("email", "uri")));
          default -> bounds(field, min, min + one(List.of(0, 1, 20, 255, 4000)));
        }
      }
      case "bytes" -> bounds(field, min, min + 100);
      case "int" ->
          bounds(
              field,
              one(List.of(Integer.MIN_VALUE, -5, 0, 7)),
              one(List.of(7, 100, Integer.MAX_VALUE)));
      case "long" ->
          bounds(
              field,
              one(List.of(Long.MIN_VALUE, -5L, 0L, 7L)),
              one(List.of(7L, 100L, Long.MAX_VALUE)));
      case "double" ->
          bounds(field, one(List.of(-1.5, 0.0, 0.001)), one(List.of(0.001, 1.0, 123456.75)));
      case "decimal(12,2)" ->
          bounds(field, one(List.of(-0.5, 0.0, 0.01)), one(List.of(0.01, 1, 9999999999.99)));
      case "decimal(5,5)" -> bounds(field, 0.0, one(List.of(0.00001, 0.5)));
      default -> {}
    }
  }

  private void bounds(Map<String, Object> field, Object min, Object max) {
    if (!rarely(3)) {
      field.put("min", plain(min));
    }
    if (!rarely(3)) {
      field.put("max", plain(max));
    }
  }

  private static Object plain(Object number) {
    return number instanceof Double some ? new java.math.BigDecimal(some.toString()) : number;
  }

  private List<String> labels() {
    List<String> labels = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = between(1, 6); i > 0; i--) {
      String word = one(HostileWords.LABELS);
      if (taken.add(word.toLowerCase(Locale.ROOT))) {
        labels.add(word);
      }
    }
    return labels;
  }

  private String type() {
    while (true) {
      String name =
          rarely(6) ? one(HostileWords.TYPES) + one(HostileWords.TYPES) : one(HostileWords.TYPES);
      if (types.add(name.toLowerCase(Locale.ROOT))) {
        return name;
      }
    }
  }

  private String field(Set<String> taken) {
    while (true) {
      String name = one(HostileWords.FIELDS);
      if (rarely(6)) {
        String more = one(HostileWords.FIELDS);
        name += more.substring(0, 1).toUpperCase(Locale.ROOT) + more.substring(1);
      }
      if (taken.add(name.toLowerCase(Locale.ROOT))) {
        return name;
      }
    }
  }

  private void describe(Map<String, Object> node, int in) {
    if (rarely(in)) {
      node.put("description", one(HostileWords.PROSE) + (rarely(3) ? one(HostileWords.PROSE) : ""));
    }
  }

  private void maybe(Map<String, Object> node, String key, List<String> words) {
    if (rarely(2)) {
      node.put(key, one(words));
    }
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private boolean rarely(int in) {
    return random.nextInt(in) == 0;
  }

  /** Both bounds are among them. */
  private int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }
}
