package dev.msvc.model.yaml;

import dev.msvc.model.service.EnumLabel;
import dev.msvc.model.service.FieldName;
import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.Rules;
import dev.msvc.model.service.TypeName;
import dev.msvc.model.service.ValueSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the notation of types: {@code optional string}, {@code list(Address)}, {@code [NEW, PAID]}.
 */
final class FieldTypes {
  private static final String OPTIONAL = "optional ";
  private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d{1,3}),\\s*(\\d{1,3})\\)");
  private static final Pattern MANY = Pattern.compile("(list|map)\\((.+)\\)");
  private static final FieldName ITEMS = new FieldName("items");

  private final MarkedFile file;
  private final NameReader names;
  private final Map<TypeName, ValueSpec> items = new LinkedHashMap<>();

  FieldTypes(MarkedFile file) {
    this.file = file;
    this.names = new NameReader(file);
  }

  /** Values that were made of collections in collections since this was asked last. */
  List<ValueSpec> items() {
    List<ValueSpec> made = List.copyOf(items.values());
    items.clear();
    return made;
  }

  /** A type, and whether it says that it may be absent. */
  record Typed(FieldType type, boolean optional) {}

  Typed typed(MarkedYaml node, FieldName name, TypeName owner) {
    if (node instanceof MarkedYaml.Sequence labels) {
      List<Word> all = new ArrayList<>();
      labels.items().forEach(each -> all.add(new Word(each, file.scalar(each, "a value").text())));
      return new Typed(choice(node, all, name, owner), false);
    }
    String text = file.scalar(node, "the type of '%s'".formatted(name)).text().strip();
    boolean optional = text.startsWith(OPTIONAL);
    return new Typed(
        type(node, optional ? text.substring(OPTIONAL.length()).strip() : text, name, owner),
        optional);
  }

  /** A value of an enum, and where it stands. */
  private record Word(MarkedYaml at, String text) {}

  private FieldType choice(MarkedYaml node, List<Word> words, FieldName name, TypeName owner) {
    List<EnumLabel> labels = new ArrayList<>();
    for (Word word : words) {
      EnumLabel label = names.made(word.at(), word.text().strip(), EnumLabel::new);
      if (labels.stream().anyMatch(other -> other.value().equalsIgnoreCase(label.value()))) {
        throw file.wrong(
            word.at(), "'%s' is there twice".formatted(label), "capitals make no other value");
      }
      labels.add(label);
    }
    TypeName enumName = names.made(node, "", none -> TypeName.ofEnum(owner, name));
    return names.made(node, "", none -> new FieldType.EnumOf(enumName, labels));
  }

  private FieldType type(MarkedYaml node, String text, FieldName name, TypeName owner) {
    if (text.startsWith("[") && text.endsWith("]")) {
      List<Word> words = new ArrayList<>();
      for (String word : text.substring(1, text.length() - 1).split(",", -1)) {
        words.add(new Word(node, word));
      }
      return choice(node, words, name, owner);
    }
    Matcher decimal = DECIMAL.matcher(text);
    if (decimal.matches()) {
      return names.made(
          node,
          text,
          none ->
              new FieldType.Decimal(
                  Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2))));
    }
    Matcher many = MANY.matcher(text);
    if (many.matches()) {
      String item = many.group(2).strip();
      FieldType of =
          MANY.matcher(item).matches()
              ? new FieldType.Named(item(node, item, name, owner))
              : type(node, item, name, owner);
      return many.group(1).equals("list") ? new FieldType.ListOf(of) : new FieldType.MapOf(of);
    }
    for (FieldType.Scalar each : FieldType.Scalar.values()) {
      if (each.notation().equals(text)) {
        return each;
      }
    }
    if (text.isEmpty() || !Character.isUpperCase(text.charAt(0))) {
      List<String> known =
          Arrays.stream(FieldType.Scalar.values()).map(FieldType.Scalar::notation).toList();
      List<String> near = dev.msvc.model.Nearest.of(text, known);
      throw file.wrong(
          node,
          "there is no type '%s'".formatted(text),
          (text.startsWith("decimal(") ? "between { and } write \"decimal(12,2)\" in quotes; " : "")
              + (near.isEmpty() ? "" : "did you mean '%s'? ".formatted(near.get(0)))
              + "there are "
              + String.join(", ", known)
              + ", decimal(12,2), [A, B] for an enum, list(...), map(...) and the values of the"
              + " service");
    }
    return new FieldType.Named(names.made(node, text, TypeName::new));
  }

  /** No message of protobuf and no table holds lists of lists: the inner one becomes a value. */
  private TypeName item(MarkedYaml node, String text, FieldName name, TypeName owner) {
    FieldType of = type(node, text, name, owner);
    TypeName item = names.made(node, word(of), TypeName::new);
    items.put(
        item,
        new ValueSpec(
            item,
            Optional.empty(),
            false,
            List.of(new FieldSpec(ITEMS, of, false, false, Rules.NONE, ""))));
    return item;
  }

  /** What a type is called in the name of another: {@code list(long)} is {@code LongList}. */
  private static String word(FieldType type) {
    if (type instanceof FieldType.ListOf list) {
      return word(list.item()) + "List";
    }
    if (type instanceof FieldType.MapOf map) {
      return word(map.value()) + "Map";
    }
    if (type instanceof FieldType.Named named) {
      return named.name().value();
    }
    if (type instanceof FieldType.EnumOf labels) {
      return labels.name().value();
    }
    return type instanceof FieldType.Decimal decimal
        ? "Decimal%dTo%d".formatted(decimal.precision(), decimal.scale())
        : capitalized(type.notation());
  }

  private static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
