// made by msvc; this file is yours: edit it, and the next run merges
package [=package].adapter.persistence;

import java.lang.reflect.Type;
import org.hibernate.type.format.AbstractJsonFormatMapper;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What columns of JSON hold. Days and times are texts of ISO 8601, as people and SQL read them;
 * rows that have them as numbers, as Hibernate writes them by itself, are read as well.
 */
public final class JsonColumns extends AbstractJsonFormatMapper {

  private final JsonMapper mapper =
      JsonMapper.builderWithJackson2Defaults()
          .findAndAddModules()
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  @Override
  protected <T> T fromString(CharSequence json, Type type) {
    return mapper.readValue(json.toString(), mapper.constructType(type));
  }

  @Override
  protected <T> String toString(T value, Type type) {
    return mapper.writerFor(mapper.constructType(type)).writeValueAsString(value);
  }
}
