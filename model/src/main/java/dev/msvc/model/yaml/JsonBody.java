package dev.msvc.model.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.msvc.model.Digest;
import dev.msvc.model.compare.Body;
import dev.msvc.model.compare.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the JSON of an answer's body, with nothing in it left out. */
public final class JsonBody {
  private static final int DEEPEST = 200;

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          // names of fields are those of hostile bodies, too
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          // which of two values counts is each reader's own: such a body is no JSON here
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build();

  private JsonBody() {}

  /** The body of an answer: JSON where its {@code Content-Type} says so, and it is some. */
  public static Body of(byte[] bytes, String contentType) {
    boolean json = contentType.toLowerCase(Locale.ROOT).contains("json");
    return new Body(json ? read(bytes) : Optional.empty(), Digest.of(bytes), bytes.length);
  }

  /** Empty where the whole of it is no single value of JSON. */
  public static Optional<Json> read(byte[] body) {
    try (JsonParser parser = FACTORY.createParser(body)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return Optional.empty();
      }
      Json value = value(parser, first);
      return parser.nextToken() == null ? Optional.of(value) : Optional.empty();
    } catch (IOException | ArithmeticException noJson) {
      return Optional.empty();
    }
  }

  private static Json value(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> {
        SortedMap<String, Json> fields = new TreeMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          fields.put(name, value(parser, parser.nextToken()));
        }
        yield new Json.Fields(fields);
      }
      case START_ARRAY -> {
        List<Json> items = new ArrayList<>();
        for (JsonToken each = parser.nextToken();
            each != JsonToken.END_ARRAY;
            each = parser.nextToken()) {
          items.add(value(parser, each));
        }
        yield new Json.Items(items);
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Numeral(parser.getDecimalValue());
      case VALUE_TRUE -> new Json.Truth(true);
      case VALUE_FALSE -> new Json.Truth(false);
      case VALUE_NULL -> new Json.Nothing();
      default -> new Json.Text(parser.getText());
    };
  }
}
