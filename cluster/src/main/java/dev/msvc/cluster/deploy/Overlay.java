package dev.msvc.cluster.deploy;

import dev.msvc.model.kube.KubeObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an object would be after applying, as far as that can be told without asking the server: the
 * live object with our fields laid over it; items of lists meet by their names.
 */
final class Overlay {
  private Overlay() {}

  static KubeObject of(KubeObject live, KubeObject fields) {
    return new KubeObject(KubeObject.map(laid(live.content(), fields.content())));
  }

  private static @Nullable Object laid(@Nullable Object under, @Nullable Object over) {
    if (under instanceof Map && over instanceof Map) {
      Map<String, Object> both = KubeObject.map(under);
      KubeObject.map(over).forEach((key, value) -> both.put(key, laid(both.get(key), value)));
      return both;
    }
    if (under instanceof List<?> was
        && over instanceof List<?> will
        && areNamed(was)
        && areNamed(will)) {
      Map<String, Object> both = new LinkedHashMap<>();
      was.forEach(each -> both.put(KubeObject.text(each, "name"), each));
      will.forEach(each -> both.merge(KubeObject.text(each, "name"), each, (a, b) -> laid(a, b)));
      return new ArrayList<>(both.values());
    }
    return over;
  }

  private static boolean areNamed(List<?> items) {
    return items.stream().noneMatch(each -> KubeObject.text(each, "name").isEmpty());
  }
}
