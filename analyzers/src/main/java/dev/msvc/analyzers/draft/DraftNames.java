package dev.msvc.analyzers.draft;

import dev.msvc.model.service.EnumLabel;
import dev.msvc.model.service.FieldName;
import dev.msvc.model.service.TypeName;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Names of the monolith made into names of a service, each type's once. */
final class DraftNames {
  private static final int LONGEST = 53;

  /** What names say of layers, and not of what they name. */
  private static final Pattern LAYER =
      Pattern.compile("(?<=[a-z0-9])(Entity|JpaEntity|Impl|DO|PO)$");

  private static final int SHORTEST = 3;
  private static final int LONGEST_TYPE = 44;
  private static final int SHOWN = 6;

  /** What services have themselves, and what every object of Java has. */
  private static final Set<String> TAKEN =
      Set.of(
          "id",
          "version",
          "etag",
          "each",
          "aggregateId",
          "domainEvents",
          "expectVersion",
          "clone",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait");

  private static final Set<String> STANDARD = Set.of("create", "get", "list", "update", "delete");

  private final Map<String, TypeName> given = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Set<String> reserved = new HashSet<>();

  /**
   * The name of an aggregate, and with it those that are made of it.
   *
   * @param of what it names: a class or a table of the monolith
   */
  TypeName aggregate(String of, String wanted) {
    TypeName name = type(of, wanted);
    reserve(name.value());
    return name;
  }

  /** Says that there will be an aggregate of a name: what is made of it is called after it. */
  void foresee(String wanted) {
    reserve(wanted);
    reserve(LAYER.matcher(wanted).replaceFirst(""));
  }

  private void reserve(String aggregate) {
    for (String each : List.of("Details", "Event", "Service", "Request", "Response")) {
      reserved.add((aggregate + each).toLowerCase(Locale.ROOT));
    }
  }

  /**
   * A type's name, the same each time.
   *
   * @param of what it names: a class or a table of the monolith
   */
  TypeName type(String of, String wanted) {
    TypeName known = given.get(of);
    if (known != null) {
      return known;
    }
    String bare = LAYER.matcher(wanted).replaceFirst("");
    TypeName made = named(bare.length() < SHORTEST || isTaken(bare) ? wanted : bare);
    given.put(of, made);
    return made;
  }

  private TypeName named(String wanted) {
    StringBuilder name = new StringBuilder();
    for (String word : letters(wanted).split("_", -1)) {
      if (!word.isEmpty()) {
        boolean shouts = word.equals(word.toUpperCase(Locale.ROOT));
        name.append(Character.toUpperCase(word.charAt(0)))
            .append(shouts ? word.substring(1).toLowerCase(Locale.ROOT) : word.substring(1));
      }
    }
    String base = name.toString().replaceFirst("^[0-9]+", "");
    String candidate =
        base.isEmpty()
            ? "Thing"
            : capitalized(base.substring(0, Math.min(LONGEST_TYPE, base.length())));
    if (made(candidate, TypeName::new).isEmpty()) {
      candidate += "Data";
    }
    if (reserved.contains(candidate.toLowerCase(Locale.ROOT))) {
      candidate += "Part";
    }
    String free = candidate;
    for (int i = 2; isTaken(free); i++) {
      free = candidate + i;
    }
    taken.add(free.toLowerCase(Locale.ROOT));
    return new TypeName(free);
  }

  /** The name of a field that holds an enum: such that no other type is called as that enum. */
  FieldName choice(TypeName owner, FieldName wanted) {
    FieldName name = wanted;
    String of = owner + "." + wanted;
    for (int i = 2; isOthers(TypeName.ofEnum(owner, name).value(), of); i++) {
      name = new FieldName(shortened(wanted.value()) + (i == 2 ? "Kind" : "Kind" + i));
    }
    TypeName made = TypeName.ofEnum(owner, name);
    taken.add(made.value().toLowerCase(Locale.ROOT));
    given.put(of, made);
    return name;
  }

  private boolean isOthers(String name, String of) {
    TypeName known = given.get(of);
    return isTaken(name) && !(known != null && known.value().equals(name));
  }

  /** Whether a name of a type is given already: capitals make no other. */
  boolean isTaken(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    return taken.contains(key) || reserved.contains(key);
  }

  /** Without signs above letters; what is no letter or digit of ASCII is a line below. */
  private static String letters(String name) {
    String plain =
        Normalizer.normalize(name.replace("ß", "ss").replace("ø", "o"), Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "");
    return plain.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_+|_+$", "");
  }

  private static String capitalized(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** As much of a name as there is place for, with something behind it. */
  static String shortened(String name) {
    return name.substring(0, Math.min(LONGEST, name.length()));
  }

  /** A field's name; another where the service has that name for itself. */
  static FieldName field(String wanted) {
    String first = member(wanted);
    return (TAKEN.contains(first) ? Optional.<FieldName>empty() : made(first, FieldName::new))
        .orElseGet(() -> new FieldName(first + "Value"));
  }

  /**
   * A command's name; another where a field or an operation has it.
   *
   * @param fields of the aggregate
   * @param of the aggregate: both names together are one of a type
   */
  static FieldName command(String wanted, Set<String> fields, TypeName of) {
    String all = member(wanted);
    String first = all.substring(0, Math.min(all.length(), LONGEST - of.value().length()));
    boolean free = !fields.contains(first) && !TAKEN.contains(first) && !STANDARD.contains(first);
    return (free ? made(first, FieldName::new) : Optional.<FieldName>empty())
        .orElseGet(
            () -> new FieldName((fields.contains(first) ? "change" : "do") + capitalized(first)));
  }

  private static String member(String wanted) {
    String letters = letters(wanted).replaceFirst("^[_0-9]+", "");
    StringBuilder name = new StringBuilder();
    for (String word : letters.split("_", -1)) {
      if (!word.isEmpty()) {
        boolean shouts = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
        String rest = shouts ? word.toLowerCase(Locale.ROOT) : word;
        name.append(name.length() == 0 ? rest : capitalized(rest));
      }
    }
    String all = name.length() == 0 ? "unnamed" : shortened(name.toString());
    return Character.toLowerCase(all.charAt(0)) + all.substring(1);
  }

  /** As a constant is written: {@code CardPayment} is {@code CARD_PAYMENT}. */
  static String constant(String type) {
    return type.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }

  /**
   * A word of an enum.
   *
   * @param taken those that the enum has, to which this one is added
   */
  static EnumLabel label(String constant, Set<String> taken) {
    String letters = letters(constant);
    String plain = constant.equals(letters + "_") ? constant : letters;
    String base =
        made(plain, EnumLabel::new)
            .map(EnumLabel::value)
            .orElse(shortened(plain.isEmpty() ? "VALUE" : plain));
    if (!Character.isLetter(base.charAt(0))) {
      base = "V" + base;
    }
    if (made(base, EnumLabel::new).isEmpty()) {
      base = base.toUpperCase(Locale.ROOT);
    }
    String free = base;
    for (int i = 2; !taken.add(Labels.written(free)); i++) {
      free = base + "_" + i;
    }
    return new EnumLabel(free);
  }

  /** The first of many. */
  static String some(List<String> all) {
    return all.size() <= SHOWN
        ? String.join(", ", all)
        : String.join(", ", all.subList(0, SHOWN - 1))
            + " and %d more".formatted(all.size() - SHOWN + 1);
  }

  private static <T> Optional<T> made(String name, Function<String, T> maker) {
    try {
      return Optional.of(maker.apply(name));
    } catch (IllegalArgumentException refused) {
      return Optional.empty();
    }
  }
}
