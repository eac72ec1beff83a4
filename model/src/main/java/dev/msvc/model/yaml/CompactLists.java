package dev.msvc.model.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.msvc.model.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * JSON of lists as rows of numbers, where each text stands once and rows hold its index: a fifth of
 * what objects take. It may stand in a script element, and no text in it can steer a screen.
 */
final class CompactLists implements AutoCloseable {
  private final JsonGenerator out;
  private final Map<String, Integer> texts = new LinkedHashMap<>();

  CompactLists(Writer to) {
    JsonFactory factory =
        new JsonFactoryBuilder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .characterEscapes(new ScriptEscapes())
            .build();
    try {
      out = factory.createGenerator(to);
      out.writeStartObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One component of each row. */
  record Column<T>(String name, char type, Cell<T> cell) {
    /** Writes a row's component. */
    interface Cell<T> {
      void write(T each, CompactLists to) throws IOException;
    }

    static <T> Column<T> number(String name, ToIntFunction<T> value) {
      return new Column<>(name, 'n', (each, to) -> to.out.writeNumber(value.applyAsInt(each)));
    }

    static <T> Column<T> text(String name, Function<T, String> value) {
      return new Column<>(name, 't', (each, to) -> to.text(value.apply(each)));
    }

    static <T> Column<T> word(String name, Function<T, ? extends Enum<?>> value) {
      return text(name, each -> Document.word(value.apply(each)));
    }

    static <T> Column<T> texts(String name, Function<T, ? extends Collection<String>> values) {
      return new Column<>(
          name,
          'T',
          (each, to) -> {
            to.out.writeStartArray();
            for (String value : values.apply(each)) {
              to.text(value);
            }
            to.out.writeEndArray();
          });
    }

    static <T> Column<T> place(String name, Function<T, Place> value) {
      return new Column<>(name, 'p', (each, to) -> to.places(List.of(value.apply(each))));
    }

    static <T> Column<T> places(String name, Function<T, List<Place>> values) {
      return new Column<>(name, 'P', (each, to) -> to.places(values.apply(each)));
    }
  }

  /** Writes one list: its columns, then its rows. */
  <T> void list(String name, List<T> items, List<Column<T>> columns) {
    try {
      out.writeObjectFieldStart(name);
      out.writeArrayFieldStart("columns");
      for (Column<T> each : columns) {
        out.writeString(each.type() + each.name());
      }
      out.writeEndArray();
      out.writeArrayFieldStart("rows");
      for (T item : items) {
        out.writeStartArray();
        for (Column<T> each : columns) {
          each.cell().write(item, this);
        }
        out.writeEndArray();
      }
      out.writeEndArray();
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void text(String text) throws IOException {
    Integer known = texts.putIfAbsent(text, texts.size());
    out.writeNumber(known == null ? texts.size() - 1 : known);
  }

  private void places(List<Place> places) throws IOException {
    out.writeStartArray();
    for (Place each : places) {
      text(each.file());
      out.writeNumber(each.line());
    }
    out.writeEndArray();
  }

  @Override
  public void close() {
    try {
      out.writeArrayFieldStart("texts");
      for (String each : texts.keySet()) {
        out.writeString(ScriptEscapes.plain(each));
      }
      out.writeEndArray();
      out.writeEndObject();
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
