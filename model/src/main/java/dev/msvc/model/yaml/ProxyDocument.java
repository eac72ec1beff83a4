package dev.msvc.model.yaml;

import dev.msvc.model.shift.ProxyState;
import dev.msvc.model.shift.Weights;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a local proxy leaves for those who move it: {@code msvc/shift-proxy/v1}. */
public final class ProxyDocument {
  private static final String SCHEMA = "msvc/shift-proxy/v1";

  private ProxyDocument() {}

  /** As JSON. */
  public static String write(ProxyState state) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("admin", state.admin());
    fields.put("token", state.token());
    fields.put("weights", state.weights().service());
    StringWriter text = new StringWriter();
    PlainDocument.write(SCHEMA, fields, Format.JSON, text);
    return text.toString();
  }

  /**
   * Reads it.
   *
   * @param name of the file, as messages name it
   */
  public static ProxyState read(String name, String text) {
    MarkedFile file = new MarkedFile(name);
    MarkedYaml root = MarkedYaml.read(name, text);
    file.requireSchema(root, SCHEMA);
    Map<String, MarkedYaml> of =
        file.fields(
            root, "a local proxy", List.of("schema", MarkedFile.MADE, "admin", "token", "weights"));
    SortedMap<String, Integer> weights = new TreeMap<>();
    for (MarkedYaml.Entry each : file.entries(of.get("weights"), "weights", "weights of rules")) {
      String weight = file.scalar(each.value(), "a weight").text();
      if (!weight.matches("\\d{1,3}")) {
        throw file.wrong(each.value(), "'%s' is no weight".formatted(weight), "start it anew");
      }
      weights.put(each.key(), Integer.parseInt(weight));
    }
    return new ProxyState(
        text(file, root, of, "admin"), text(file, root, of, "token"), new Weights(weights));
  }

  private static String text(
      MarkedFile file, MarkedYaml root, Map<String, MarkedYaml> of, String key) {
    MarkedYaml node = of.get(key);
    if (node == null) {
      throw file.wrong(root, "it says nothing of '%s'".formatted(key), "start the proxy anew");
    }
    return file.scalar(node, key).text();
  }
}
