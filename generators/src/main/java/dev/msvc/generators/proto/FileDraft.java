package dev.msvc.generators.proto;

import dev.msvc.model.service.AggregateSpec;
import dev.msvc.model.service.EnumLabel;
import dev.msvc.model.service.FieldSpec;
import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.Unmade;
import dev.msvc.model.service.ValueSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** A file of the contract while it is made: it imports what its fields need. */
final class FileDraft {
  private static final String VALIDATE = "buf/validate/validate.proto";

  private final String name;
  private final Scope scope;
  private final TreeSet<String> imports = new TreeSet<>();
  private final List<ProtoEnum> enums = new ArrayList<>();
  private final List<ProtoMessage> messages = new ArrayList<>();
  private final List<ProtoService> services = new ArrayList<>();

  /**
   * @param scope what all files of the contract share
   */
  FileDraft(String name, Scope scope) {
    this.name = name;
    this.scope = scope;
  }

  /**
   * What all files of a contract share.
   *
   * @param root what stands before names that are not ours
   * @param folder of all files
   * @param files the names of the files that values and entities are in
   */
  record Scope(
      String root,
      String folder,
      Function<FieldType.Named, String> files,
      Numbering numbering,
      Taken taken) {}

  boolean isEmpty() {
    return messages.isEmpty() && services.isEmpty();
  }

  void uses(String file) {
    if (!file.isEmpty()) {
      imports.add(file);
    }
  }

  /** Says that names of another file of ours are used. */
  void usesOurs(String file) {
    if (!file.equals(name)) {
      imports.add(scope.folder() + "/" + file + ".proto");
    }
  }

  void add(ProtoService service, AggregateSpec of) {
    scope.taken().take(service.name(), "the service " + service.name(), of);
    services.add(service);
  }

  /**
   * A message of some fields; it takes the enums of those that come from a specification.
   *
   * @param part of the service that it is made of
   */
  MessageDraft message(String name, String as, Object part, List<String> comment) {
    taken(name, as, part);
    return new MessageDraft(name, comment, "");
  }

  /**
   * A message that is one of several kinds, with a field for each.
   *
   * @param kinds messages by the fields that hold them
   */
  void choice(ValueSpec value, List<String> comment, Map<String, ProtoType> kinds) {
    String name = value.name().value();
    taken(name, "a value", value);
    uses(VALIDATE);
    MessageDraft choice = new MessageDraft(name, comment, "kind");
    FieldNames names = FieldNames.ofMessages(kinds.keySet());
    kinds.forEach(
        (field, type) -> choice.add(field, names.of(field), "", type.name(), List.of(), List.of()));
    choice.done();
  }

  private void taken(String name, String as, Object part) {
    if (name.equals("Builder")) {
      throw new Unmade(
          part,
          "'Builder' is what protobuf's Java calls a class of every message",
          "choose another name");
    }
    scope.taken().take(name, as, part);
    scope.taken().take(name + "OrBuilder", "what protobuf's Java makes of " + name, part);
  }

  /** The enums of fields, for the messages of this file. */
  void enums(List<FieldSpec> fields) {
    for (FieldSpec field : fields) {
      if (field.type().element() instanceof FieldType.EnumOf choice) {
        scope.taken().take(choice.name().value(), "the enum of '" + field.name() + "'", field);
        enums.add(enumeration(choice, field));
      }
    }
  }

  private ProtoEnum enumeration(FieldType.EnumOf choice, FieldSpec field) {
    EnumNames names = new EnumNames(choice);
    Numbering.Numbers numbers = scope.numbering().of(choice.name().value());
    scope.taken().take(names.unspecified(), "no value of " + choice.name(), field);
    Taken plain = new Taken();
    List<ProtoEnum.Value> values = new ArrayList<>();
    for (EnumLabel label : choice.labels()) {
      String value = names.of(label.value());
      String as = "'%s' of %s".formatted(label, choice.name());
      scope.taken().take(value, as, field);
      // to protobuf underscores make no other value
      plain.take(value.replace("_", ""), as, field);
      values.add(new ProtoEnum.Value(label.value(), value, numbers.number(value, "value")));
    }
    return new ProtoEnum(choice.name().value(), names.unspecified(), values, numbers.reserved());
  }

  /** The whole file. */
  ProtoFile file(String outerClass) {
    return new ProtoFile(name, outerClass, List.copyOf(imports), services, enums, messages);
  }

  /** A message while it is made. */
  final class MessageDraft {
    private final String message;
    private final List<String> comment;
    private final String kinds;
    private final Numbering.Numbers numbers;
    private final List<ProtoField> fields = new ArrayList<>();

    private MessageDraft(String message, List<String> comment, String kinds) {
      this.message = message;
      this.comment = comment;
      this.kinds = kinds;
      this.numbers = scope.numbering().of(message);
    }

    /**
     * Adds a field of ours.
     *
     * @param label {@code optional} or {@code repeated} with a space, or nothing
     */
    MessageDraft with(
        String label, ProtoType type, String field, List<Setting> rules, String... about) {
      uses(type.file());
      add(field, field, label, label(label, type), rules, List.of(about));
      return this;
    }

    private String label(String label, ProtoType type) {
      String full = type.name().startsWith("google.") ? scope.root() + type.name() : type.name();
      return label.startsWith("repeated") ? "repeated " + full : full;
    }

    /**
     * Adds fields of a specification.
     *
     * @param checked whether callers set them, and are checked
     */
    MessageDraft with(List<FieldSpec> specs, boolean checked) {
      FieldNames names = new FieldNames(specs);
      for (FieldSpec each : specs) {
        add(
            each.name().value(),
            names.of(each.name()),
            each.optional() && !one(each.type()).isMessage() ? "optional " : "",
            type(each.type()),
            checked ? Constraints.of(each) : List.of(),
            Comment.of(each.description()));
      }
      return this;
    }

    private ProtoType one(FieldType type) {
      if (type instanceof FieldType.ListOf list) {
        return one(list.item());
      }
      return type instanceof FieldType.MapOf map
          ? one(map.value())
          : ProtoType.of(type, named -> scope.files().apply(named));
    }

    private String type(FieldType type) {
      ProtoType one = one(type);
      if (type instanceof FieldType.Named || isOurs(type)) {
        usesOurs(one.file());
      } else {
        uses(one.file());
      }
      if (type instanceof FieldType.MapOf) {
        return "map<string, " + label("", one) + ">";
      }
      return label(type instanceof FieldType.ListOf ? "repeated " : "", one);
    }

    private boolean isOurs(FieldType type) {
      return (type instanceof FieldType.ListOf list && list.item() instanceof FieldType.Named)
          || (type instanceof FieldType.MapOf map && map.value() instanceof FieldType.Named);
    }

    private void add(
        String source,
        String field,
        String label,
        String type,
        List<Setting> rules,
        List<String> about) {
      int number = numbers.number(field, type);
      List<List<ProtoLine>> options = new ArrayList<>();
      if (!FieldNames.json(field).equals(source) && !source.equals(field)) {
        options.add(Setting.text("json_name", source).option());
      }
      for (Setting each : rules) {
        uses(VALIDATE);
        options.add(
            Setting.group("(" + scope.root() + "buf.validate.field)", List.of(each)).option());
      }
      String start =
          (label.startsWith("optional") ? "optional " : "") + type + " " + field + " = " + number;
      fields.add(new ProtoField(source, field, type, number, about, statement(start, options)));
    }

    private List<ProtoLine> statement(String start, List<List<ProtoLine>> options) {
      if (options.isEmpty()) {
        return List.of(ProtoLine.of(start + ";"));
      }
      List<ProtoLine> lines = new ArrayList<>();
      if (options.size() == 1) {
        lines.addAll(options.get(0));
        lines.set(0, lines.get(0).behind(start + " ["));
        lines.set(lines.size() - 1, lines.get(lines.size() - 1).then("];"));
        return lines;
      }
      lines.add(ProtoLine.of(start + " ["));
      for (List<ProtoLine> option : options) {
        option.forEach(each -> lines.add(each.behind("  ")));
        int last = lines.size() - 1;
        boolean more = option != options.get(options.size() - 1);
        lines.set(last, more ? lines.get(last).then(",") : lines.get(last));
      }
      lines.add(ProtoLine.of("];"));
      return lines;
    }

    /** Puts the message into its file. */
    void done() {
      messages.add(new ProtoMessage(message, comment, kinds, fields, numbers.reserved()));
    }
  }
}
