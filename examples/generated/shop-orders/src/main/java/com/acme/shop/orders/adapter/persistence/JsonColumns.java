// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import org.hibernate.type.format.AbstractJsonFormatMapper;

/**
 * What columns of JSON hold. Days and times are texts of ISO 8601, as people and SQL read them;
 * rows that have them as numbers, as Hibernate writes them by itself, are read as well.
 */
public final class JsonColumns extends AbstractJsonFormatMapper {

  private final JsonMapper mapper =
      JsonMapper.builder()
          .findAndAddModules()
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  @Override
  protected <T> T fromString(CharSequence json, Type type) {
    try {
      return mapper.readValue(json.toString(), mapper.constructType(type));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected <T> String toString(T value, Type type) {
    try {
      return mapper.writerFor(mapper.constructType(type)).writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
