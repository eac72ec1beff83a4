package dev.msvc.cluster.deploy;

import dev.msvc.cluster.api.ApiFailure;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.Manifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the server finds wrong with a manifest: each field, with its line. It says so in three ways,
 * as the type of an object, its decoding or its rules are at fault.
 */
final class WrongFields {
  private static final String UNDECLARED = "field not declared in schema";

  /** {@code .spec.containers[name="web"].x: field not declared in schema}. */
  private static final Pattern TYPED =
      Pattern.compile("^\\s*(\\.[^\\s\\[:]+(?:\\[[^\\]]*\\][^\\s\\[:]*)*): (.+)$");

  private static final Pattern DECODED = Pattern.compile("(\\w+) field \"([^\"]+)\"");
  private static final Pattern GO = Pattern.compile("&value\\.\\w+\\{Value:(.*)}");

  /** A value of many fields, that nobody can read and that is in the manifest. */
  private static final Pattern LONG =
      Pattern.compile("^Invalid value: .{200,}: (.*)$", Pattern.DOTALL);

  private static final Pattern ITEM = Pattern.compile("([\\w-]+)=\"?([^\",\\]]*)\"?");

  private WrongFields() {}

  /**
   * One for each field that is wrong.
   *
   * @param hint what to do
   */
  static List<Refusal> refusals(Manifest manifest, ApiFailure failure, String hint) {
    List<Refusal> refusals = new ArrayList<>();
    for (ApiFailure.Cause each : failure.causes()) {
      if (!each.field().isEmpty() && !each.field().equals("[]")) {
        String said = LONG.matcher(each.message()).replaceFirst("$1");
        refusals.add(refusal(manifest, each.field(), said, hint));
      }
    }
    typed(failure)
        .forEach((field, said) -> refusals.add(refusal(manifest, field, said(said), hint)));
    if (failure.message().contains("strict decoding error")) {
      Matcher each = DECODED.matcher(failure.message());
      while (each.find()) {
        refusals.add(refusal(manifest, each.group(2), each.group(1) + " field", hint));
      }
    }
    if (refusals.isEmpty()) {
      refusals.add(
          new Refusal(
              manifest.key(),
              manifest.place().toString(),
              manifest.key() + ": " + failure.message(),
              hint,
              3));
    }
    return refusals;
  }

  /** Fields that do not fit the type of the object, with what is said of each. */
  private static Map<String, String> typed(ApiFailure failure) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (failure.untyped()) {
      String message = failure.message();
      message
          .substring(message.indexOf("): ") + 2)
          .lines()
          .map(TYPED::matcher)
          .filter(Matcher::find)
          .forEach(each -> fields.put(each.group(1).substring(1), each.group(2)));
    }
    return fields;
  }

  /** Whether it is about a field that there is not. */
  static boolean isUnknown(ApiFailure failure) {
    return typed(failure).containsValue(UNDECLARED);
  }

  /** The object without the fields that there are not. */
  static KubeObject without(KubeObject object, ApiFailure failure) {
    KubeObject left = object;
    for (Map.Entry<String, String> each : typed(failure).entrySet()) {
      if (each.getValue().equals(UNDECLARED)) {
        Object without = without("", left.content(), indexed(left, each.getKey()));
        left = new KubeObject(KubeObject.map(without));
      }
    }
    return left;
  }

  private static Object without(String path, Object part, String gone) {
    if (part instanceof List<?> items) {
      List<Object> left = new ArrayList<>();
      for (int i = 0; i < items.size(); i++) {
        left.add(without(path + "[" + i + "]", items.get(i), gone));
      }
      return left;
    }
    if (!(part instanceof Map)) {
      return part;
    }
    Map<String, Object> left = new LinkedHashMap<>();
    KubeObject.map(part)
        .forEach(
            (key, value) -> {
              String below = path.isEmpty() ? key : path + "." + key;
              if (!below.equals(gone)) {
                left.put(key, without(below, value, gone));
              }
            });
    return left;
  }

  private static Refusal refusal(Manifest manifest, String field, String message, String hint) {
    return new Refusal(
        manifest.key(),
        manifest.at(indexed(manifest.object(), field)).toString(),
        "%s: %s: %s".formatted(manifest.key(), field, message),
        hint,
        3);
  }

  /** In words that need no knowledge of the server's own code. */
  private static String said(String message) {
    Matcher value = GO.matcher(message);
    String plain = value.find() ? value.replaceFirst("$1") : message;
    return plain
        .replace(UNDECLARED, "there is no such field")
        .replaceFirst("^(expected string, got .*)$", "$1: put it in quotes");
  }

  /** The path with numbers in place of what tells items from each other: {@code [name="web"]}. */
  static String indexed(KubeObject object, String field) {
    StringBuilder path = new StringBuilder();
    Object here = object.content();
    for (String step : field.split("(?=\\[)|\\.(?![^\\[]*\\])")) {
      if (step.isEmpty()) {
        continue;
      }
      if (step.startsWith("[") && here instanceof List<?> items) {
        int index = index(items, step);
        path.append('[').append(index).append(']');
        here = index >= 0 && index < items.size() ? items.get(index) : null;
      } else {
        path.append(path.isEmpty() || step.startsWith("[") ? "" : ".").append(step);
        here = KubeObject.at(here, step);
      }
    }
    return path.toString();
  }

  private static int index(List<?> items, String step) {
    String inside = step.substring(1, step.length() - 1);
    if (inside.matches("\\d{1,6}")) {
      return Integer.parseInt(inside);
    }
    Map<String, String> keys = new LinkedHashMap<>();
    Matcher each = ITEM.matcher(inside);
    while (each.find()) {
      keys.put(each.group(1), each.group(2));
    }
    for (int i = 0; i < items.size(); i++) {
      Object item = items.get(i);
      if (keys.entrySet().stream()
          .allMatch(key -> KubeObject.text(item, key.getKey()).equals(key.getValue()))) {
        return i;
      }
    }
    return 0;
  }
}
