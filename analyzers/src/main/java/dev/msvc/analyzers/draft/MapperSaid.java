package dev.msvc.analyzers.draft;

import java.util.Map;
import java.util.Set;

/**
 * A statement of MyBatis, as far as it tells which property a column holds.
 *
 * @param given names of parameters, before the properties of what they are
 * @param parameter the class whose properties are written; empty where that is not known
 * @param result the class of the rows; empty where that is not known
 * @param results paths of properties by the names of the columns of the result
 */
record MapperSaid(
    String sql, Set<String> given, String parameter, String result, Map<String, String> results) {
  MapperSaid {
    given = Set.copyOf(given);
    results = Map.copyOf(results);
  }
}
