package dev.msvc.cluster.release;

import dev.msvc.cluster.api.ApiFailure;
import dev.msvc.cluster.api.ApiServer;
import dev.msvc.cluster.api.Kinds;
import dev.msvc.cluster.api.ResourceKind;
import dev.msvc.model.UserError;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.Manifest;
import dev.msvc.model.kube.ObjectKey;
import dev.msvc.model.yaml.ManifestFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * State of releases in their cluster: an inventory each, and their last revisions. A revision is a
 * ConfigMap, or a Secret where what it holds has one.
 */
public final class ReleaseStore {
  /** How many revisions are kept. */
  public static final int KEPT = 10;

  /** What the API server takes at most is 1 MiB for all of it. */
  private static final int MOST = 1_000_000;

  private static final int TRIES = 8;
  private static final int FORBIDDEN = 403;
  private static final String NUMBER = "msvc.dev/revision";
  private static final String PACKED = "objects.yaml.gz";

  private final ApiServer api;
  private final Kinds kinds;

  public ReleaseStore(ApiServer api, Kinds kinds) {
    this.api = api;
    this.kinds = kinds;
  }

  /** What a release has; nothing where there is none. */
  public Inventory inventory(Release release) {
    ObjectKey key = new ObjectKey("", "ConfigMap", release.namespace(), release.state());
    KubeObject found = api.get(configMaps(), key);
    return found == null ? Inventory.none(release) : Inventory.of(release, found);
  }

  /**
   * All releases.
   *
   * @param namespace empty for all that may be read
   */
  public List<Inventory> all(String namespace) {
    List<Inventory> all = new ArrayList<>();
    for (KubeObject each : api.list(configMaps(), namespace, Release.LABEL + ",!" + NUMBER)) {
      all.add(Inventory.of(new Release(each.namespace(), each.label(Release.LABEL)), each));
    }
    all.sort(Comparator.comparing(each -> each.release().mark()));
    return all;
  }

  /**
   * Writes an inventory.
   *
   * @return the same, with the version that it has now
   * @throws UserError where somebody else wrote it since it was read
   */
  public Inventory write(Inventory inventory) {
    KubeObject object = inventory.object();
    for (int i = 1; ; i++) {
      try {
        return read(inventory, api.apply(configMaps(), object, true, false).object());
      } catch (ApiFailure failure) {
        KubeObject live = failure.moved() ? api.get(configMaps(), object.key()) : null;
        if (live == null) {
          throw failure;
        }
        // written, and the answer was lost on the way
        if (live.map("data").equals(object.map("data"))) {
          return read(inventory, live);
        }
        if (!live.resourceVersion().equals(inventory.version()) || i == TRIES) {
          throw new UserError(
              "somebody else changed release %s since it was read".formatted(inventory.release()),
              "run it again",
              5);
        }
      }
    }
  }

  private static Inventory read(Inventory inventory, KubeObject written) {
    return Inventory.of(inventory.release(), written);
  }

  /** Writes a revision. */
  public void write(Release release, Revision revision) {
    byte[] all = packed(revision.objects());
    boolean fits = all.length <= MOST * 3 / 4;
    byte[] packed = fits ? all : packed(List.of());
    boolean secret =
        fits && revision.objects().stream().anyMatch(each -> each.kind().equals("Secret"));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("state", revision.state().name());
    fields.put("began", revision.began());
    fields.put("by", revision.by());
    fields.put("note", revision.note());
    fields.put("strategy", revision.strategy());
    Map<String, Object> labels = new LinkedHashMap<>();
    labels.put(Release.LABEL, release.name());
    labels.put(NUMBER, String.valueOf(revision.number()));
    KubeObject object =
        KubeObject.of(
                "v1",
                secret ? "Secret" : "ConfigMap",
                release.namespace(),
                release.state(revision.number()))
            .with(labels, "metadata", "labels");
    String text = Base64.getEncoder().encodeToString(packed);
    object =
        secret
            ? object.with("msvc.dev/revision", "type").with(Map.of(PACKED, text), "data")
            : object.with(Map.of(PACKED, text), "binaryData");
    api.apply(secret ? secrets() : configMaps(), annotated(object, fields), true, false);
  }

  private static KubeObject annotated(KubeObject object, Map<String, Object> fields) {
    Map<String, Object> annotations = new LinkedHashMap<>();
    fields.forEach((key, value) -> annotations.put("msvc.dev/" + key, value));
    return object.with(annotations, "metadata", "annotations");
  }

  /** Revisions that are kept, the last one first. */
  public List<Revision> revisions(Release release) {
    List<Revision> revisions = new ArrayList<>();
    for (KubeObject each : kept(release)) {
      revisions.add(revision(each));
    }
    revisions.sort(Comparator.comparingInt(Revision::number).reversed());
    return revisions;
  }

  /** One revision; null where it is not kept. */
  public @Nullable Revision revision(Release release, int number) {
    String name = release.state(number);
    KubeObject plain =
        api.get(configMaps(), new ObjectKey("", "ConfigMap", release.namespace(), name));
    if (plain != null) {
      return revision(plain);
    }
    try {
      KubeObject secret =
          api.get(secrets(), new ObjectKey("", "Secret", release.namespace(), name));
      return secret == null ? null : revision(secret);
    } catch (ApiFailure failure) {
      // who may not read secrets has deployed none
      if (failure.code() == FORBIDDEN) {
        return null;
      }
      throw failure;
    }
  }

  /** Deletes the oldest revisions beyond those that are kept. */
  public void forgetOld(Release release) {
    List<KubeObject> kept = new ArrayList<>(kept(release));
    kept.sort(Comparator.comparingInt(ReleaseStore::number).reversed());
    for (KubeObject each : kept.subList(Math.min(KEPT, kept.size()), kept.size())) {
      delete(each);
    }
  }

  /** Deletes all that is kept of a release, the inventory at last. */
  public void forget(Release release) {
    kept(release).forEach(this::delete);
    ObjectKey key = new ObjectKey("", "ConfigMap", release.namespace(), release.state());
    KubeObject inventory = api.get(configMaps(), key);
    if (inventory != null) {
      delete(inventory);
    }
  }

  private void delete(KubeObject object) {
    ResourceKind kind = object.kind().equals("Secret") ? secrets() : configMaps();
    api.delete(kind, object.key(), object.uid());
  }

  private List<KubeObject> kept(Release release) {
    String labels = Release.LABEL + "=" + release.name() + "," + NUMBER;
    List<KubeObject> kept = new ArrayList<>(api.list(configMaps(), release.namespace(), labels));
    try {
      kept.addAll(api.list(secrets(), release.namespace(), labels));
    } catch (ApiFailure failure) {
      // who may not read secrets has deployed none
      if (failure.code() != FORBIDDEN) {
        throw failure;
      }
    }
    return kept;
  }

  private static Revision revision(KubeObject object) {
    String part = object.kind().equals("Secret") ? "data" : "binaryData";
    List<KubeObject> objects = new ArrayList<>();
    String text = unpacked(Base64.getDecoder().decode(object.text(part, PACKED)));
    for (Manifest each : ManifestFiles.read(object.name(), text)) {
      objects.add(each.object());
    }
    return new Revision(
        number(object),
        Revision.State.valueOf(object.annotation("msvc.dev/state")),
        object.annotation("msvc.dev/began"),
        object.annotation("msvc.dev/by"),
        object.annotation("msvc.dev/note"),
        object.annotation("msvc.dev/strategy"),
        objects);
  }

  private static int number(KubeObject object) {
    return Integer.parseInt(object.label(NUMBER));
  }

  private ResourceKind configMaps() {
    return kinds.built("v1", "ConfigMap");
  }

  private ResourceKind secrets() {
    return kinds.built("v1", "Secret");
  }

  private static byte[] packed(List<KubeObject> objects) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream to = new GZIPOutputStream(bytes)) {
      to.write(ManifestFiles.write(objects).getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static String unpacked(byte[] bytes) {
    try (InputStream from = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(from.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
