package dev.msvc.cluster.ready;

import dev.msvc.model.kube.KubeObject;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Objects of tests, written as YAML. */
final class Trees {
  private Trees() {}

  static KubeObject object(String yaml) {
    // what begins with a brace would be read as JSON, whose keys are in quotes
    return new KubeObject(KubeObject.map(Serialization.unmarshal("---\n" + yaml, Map.class)));
  }

  /** What a file beside the tests lists. */
  static List<Object> list(String file) {
    try (InputStream in = Trees.class.getResourceAsStream(file)) {
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return List.copyOf((List<?>) Serialization.unmarshal(yaml, List.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
