package dev.msvc.cluster.release;

import dev.msvc.model.Digest;
import dev.msvc.model.UserError;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.ObjectKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a release has, and how far its last change came: one ConfigMap, whose digest tells when
 * somebody else edited it.
 *
 * @param revision the last one begun; 0 for none yet
 * @param deployed the last one that was finished; 0 for none yet
 * @param cut whether a change was begun and not finished
 * @param objects of the release; while a change goes on, those of both its sides
 * @param version of the object that keeps it; empty where there is none yet
 */
public record Inventory(
    Release release,
    int revision,
    int deployed,
    boolean cut,
    SortedMap<ObjectKey, Owned> objects,
    String version) {
  private static final int FORMAT = 1;

  public Inventory {
    objects = new TreeMap<>(objects);
  }

  static Inventory none(Release release) {
    return new Inventory(release, 0, 0, false, new TreeMap<>(), "");
  }

  /** With other objects, while a change of that revision goes on. */
  public Inventory during(int next, SortedMap<ObjectKey, Owned> both) {
    return new Inventory(release, next, deployed, true, both, version);
  }

  /** With other objects, now that the change is done. */
  public Inventory done(SortedMap<ObjectKey, Owned> after) {
    return new Inventory(release, revision, revision, false, after, version);
  }

  /** Whether there is nothing of that release. */
  public boolean isNew() {
    return version.isEmpty();
  }

  KubeObject object() {
    Map<String, Object> data = new LinkedHashMap<>();
    String lines = lines(objects);
    data.put("format", String.valueOf(FORMAT));
    data.put("revision", String.valueOf(revision));
    data.put("deployed", String.valueOf(deployed));
    data.put("change", cut ? "begun" : "done");
    data.put("objects", lines);
    data.put("digest", Digest.of(lines));
    KubeObject object =
        KubeObject.of("v1", "ConfigMap", release.namespace(), release.state())
            .with(Map.of(Release.LABEL, release.name()), "metadata", "labels")
            .with(data, "data");
    return version.isEmpty() ? object : object.with(version, "metadata", "resourceVersion");
  }

  /**
   * Reads it back.
   *
   * @throws UserError where a newer msvc wrote it, or somebody edited it
   */
  static Inventory of(Release release, KubeObject object) {
    int format = number(object, "format");
    if (format > FORMAT) {
      throw new UserError(
          "the state of release %s was written by a newer msvc".formatted(release),
          "update msvc on this machine");
    }
    String lines = object.text("data", "objects");
    if (!Digest.of(lines).equals(object.text("data", "digest"))) {
      throw new UserError(
          "the inventory of release %s (ConfigMap/%s in %s) was edited by somebody"
              .formatted(release, release.state(), release.namespace()),
          "put it back as it was; or delete it, and deploy with --dangerous-adopt",
          5);
    }
    SortedMap<ObjectKey, Owned> objects = new TreeMap<>();
    for (String line : lines.lines().filter(each -> !each.isBlank()).toList()) {
      Owned each = Owned.of(line);
      objects.put(each.key(), each);
    }
    return new Inventory(
        release,
        number(object, "revision"),
        number(object, "deployed"),
        object.text("data", "change").equals("begun"),
        objects,
        object.resourceVersion());
  }

  private static String lines(SortedMap<ObjectKey, Owned> objects) {
    List<String> lines = objects.values().stream().map(Owned::line).toList();
    return String.join("\n", lines) + "\n";
  }

  private static int number(KubeObject object, String field) {
    String text = object.text("data", field);
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }
}
