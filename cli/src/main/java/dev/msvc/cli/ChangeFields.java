package dev.msvc.cli;

import dev.msvc.cluster.deploy.Change;
import dev.msvc.cluster.deploy.FieldChange;
import dev.msvc.cluster.deploy.ObjectChange;
import dev.msvc.cluster.deploy.Refusal;
import dev.msvc.cluster.ready.Progress;
import dev.msvc.cluster.release.Release;
import dev.msvc.model.kube.Manifest;
import dev.msvc.model.kube.ObjectKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A change and what came of it, for programs: {@code msvc/change/v1}. */
final class ChangeFields {
  static final String SCHEMA = "msvc/change/v1";

  private ChangeFields() {}

  static Map<String, Object> of(Change change, ClusterAccess access) {
    Map<String, Object> fields = new LinkedHashMap<>();
    Release release = change.inventory().release();
    fields.put("release", release.name());
    fields.put("namespace", release.namespace());
    fields.put("context", access.api().context());
    fields.put("server", access.api().address());
    fields.put("changes", change.changes());
    fields.put("goesOn", change.inventory().cut());
    fields.put("digest", change.digest());
    fields.put("objects", change.objects().stream().map(ChangeFields::object).toList());
    fields.put("refusals", change.refusals().stream().map(ChangeFields::refusal).toList());
    fields.put("warnings", change.warnings());
    return fields;
  }

  private static Map<String, Object> object(ObjectChange object) {
    Map<String, Object> fields = key(object.key());
    fields.put("effect", word(object.effect().name()));
    Manifest manifest = object.manifest();
    if (manifest != null) {
      fields.put("place", manifest.place().toString());
    }
    fields.put("notes", object.notes());
    fields.put("fields", object.fields().stream().map(ChangeFields::field).toList());
    return fields;
  }

  private static Map<String, Object> field(FieldChange field) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("path", field.path());
    put(fields, "before", field.before());
    put(fields, "after", field.after());
    return fields;
  }

  private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
    if (value != null) {
      boolean plain =
          value instanceof Map
              || value instanceof List
              || value instanceof Number
              || value instanceof Boolean;
      fields.put(name, plain ? value : value.toString());
    }
  }

  private static Map<String, Object> refusal(Refusal refusal) {
    Map<String, Object> fields = key(refusal.key());
    fields.put("where", refusal.where());
    fields.put("message", refusal.message());
    fields.put("hint", refusal.hint());
    fields.put("exitCode", refusal.exitCode());
    return fields;
  }

  /** How far an object is. */
  static Map<String, Object> progress(Progress progress) {
    Map<String, Object> fields = key(progress.key());
    fields.put("state", word(progress.readiness().state().name()));
    fields.put("why", progress.readiness().why());
    fields.put("details", progress.details());
    return fields;
  }

  static Map<String, Object> key(ObjectKey key) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("group", key.group());
    fields.put("kind", key.kind());
    fields.put("namespace", key.namespace());
    fields.put("name", key.name());
    return fields;
  }

  private static String word(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
