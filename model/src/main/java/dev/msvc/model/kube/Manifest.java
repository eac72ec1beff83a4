package dev.msvc.model.kube;

import dev.msvc.model.Place;
import java.util.Map;

/**
 * An object that somebody asks for.
 *
 * @param place where it begins
 * @param lines of its fields, by their path as the API server writes it: {@code
 *     spec.template.spec.containers[0].image}
 */
public record Manifest(KubeObject object, Place place, Map<String, Integer> lines) {
  public Manifest {
    lines = Map.copyOf(lines);
  }

  public ObjectKey key() {
    return object.key();
  }

  /** The same text, that asks for something else. */
  public Manifest with(KubeObject other) {
    return new Manifest(other, place, lines);
  }

  /** Where a field is, or the nearest one around it that is written. */
  public Place at(String field) {
    String path = field;
    while (!path.isEmpty()) {
      Integer line = lines.get(path);
      if (line != null) {
        return new Place(place.file(), line);
      }
      path = path.substring(0, Math.max(Math.max(path.lastIndexOf('.'), path.lastIndexOf('[')), 0));
    }
    return place;
  }
}
