package dev.msvc.model.yaml;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.msvc.model.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON or YAML document, written as it goes along: the largest are tens of megabytes.
 *
 * <p>A name that two modules have is {@code a.b.C@module} in lists of names; where it is a field,
 * the module has a field of its own beside it.
 */
final class Document implements AutoCloseable {
  private final JsonGenerator out;
  private final Format format;
  private final Writer to;

  /** One of ours. */
  Document(Format format, Writer to, String schema) {
    this(format, to);
    field("schema", schema);
  }

  /** One of a format that others have made. */
  Document(Format format, Writer to) {
    this.format = format;
    this.to = to;
    try {
      out = format.generator(to);
      out.writeStartObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes one item of a list, within its braces. */
  interface Item<T> {
    void write(T each);
  }

  <T> void list(String name, Collection<T> items, Item<T> item) {
    write(() -> out.writeArrayFieldStart(name));
    for (T each : items) {
      write(out::writeStartObject);
      item.write(each);
      write(out::writeEndObject);
    }
    write(out::writeEndArray);
  }

  void object(String name, Runnable fields) {
    write(() -> out.writeObjectFieldStart(name));
    fields.run();
    write(out::writeEndObject);
  }

  void names(String name, Collection<String> values) {
    write(
        () -> {
          out.writeArrayFieldStart(name);
          for (String value : values) {
            out.writeString(value);
          }
          out.writeEndArray();
        });
  }

  void field(String name, @Nullable String value) {
    write(() -> out.writeStringField(name, value));
  }

  /** A text, null where it is empty. */
  void optional(String name, @Nullable String value) {
    write(
        () -> {
          if (value == null || value.isEmpty()) {
            out.writeNullField(name);
          } else {
            out.writeStringField(name, value);
          }
        });
  }

  void field(String name, int value) {
    write(() -> out.writeNumberField(name, value));
  }

  void field(String name, long value) {
    write(() -> out.writeNumberField(name, value));
  }

  void field(String name, boolean value) {
    write(() -> out.writeBooleanField(name, value));
  }

  /** A share of 0 to 1, with four digits. */
  void ratio(String name, double value) {
    double rounded = Math.round(value * 10_000) / 10_000.0;
    write(() -> out.writeNumberField(name, rounded));
  }

  /** A number of days, with one digit. */
  void days(String name, double value) {
    double rounded = Math.round(value * 10) / 10.0;
    write(() -> out.writeNumberField(name, rounded));
  }

  void field(String name, Enum<?> value) {
    field(name, word(value));
  }

  /** The file and line that something stands at. */
  void place(Place place) {
    field("file", place.file());
    field("line", place.line());
  }

  /** A type's name, null where it is empty, and its module where two modules have that name. */
  void className(String name, String moduleName, String value) {
    int at = value.indexOf('@');
    optional(name, at < 0 ? value : value.substring(0, at));
    if (at >= 0) {
      field(moduleName, value.substring(at + 1));
    }
  }

  void pair(String name, int first, int second) {
    write(
        () -> {
          out.writeArrayFieldStart(name);
          out.writeNumber(first);
          out.writeNumber(second);
          out.writeEndArray();
        });
  }

  /** Maps, collections, texts, numbers and booleans, as they nest. */
  void tree(String name, @Nullable Object value) {
    write(
        () -> {
          out.writeFieldName(name);
          tree(value);
        });
  }

  private void tree(@Nullable Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      for (Map.Entry<?, ?> each : map.entrySet()) {
        out.writeFieldName(String.valueOf(each.getKey()));
        tree(each.getValue());
      }
      out.writeEndObject();
    } else if (value instanceof Collection<?> items) {
      out.writeStartArray();
      for (Object each : items) {
        tree(each);
      }
      out.writeEndArray();
    } else if (value instanceof Integer number) {
      out.writeNumber(number);
    } else if (value instanceof Long number) {
      out.writeNumber(number);
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else if (value == null) {
      out.writeNull();
    } else {
      out.writeString(value.toString());
    }
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public void close() {
    write(
        () -> {
          out.writeEndObject();
          out.close();
          if (format == Format.JSON) {
            to.write('\n');
          }
        });
  }

  private interface Write {
    void run() throws IOException;
  }

  private static void write(Write write) {
    try {
      write.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
