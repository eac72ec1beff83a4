package dev.msvc.cluster.state;

import dev.msvc.cluster.api.ApiFailure;
import dev.msvc.cluster.api.ApiServer;
import dev.msvc.cluster.api.Kinds;
import dev.msvc.cluster.api.ResourceKind;
import dev.msvc.cluster.lease.Leased;
import dev.msvc.cluster.traffic.JournalMoved;
import dev.msvc.cluster.traffic.ShiftStore;
import dev.msvc.model.UserError;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.ObjectKey;
import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Journal;
import dev.msvc.model.shift.Progress;
import dev.msvc.model.yaml.JournalDocument;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A shift's journal in a ConfigMap of the cluster. Before it becomes too large for one, its oldest
 * entries move to further ones that never change. The digest of its last entry is in the shift's
 * Lease, too, so that a journal which somebody cut short shows.
 */
public final class ClusterShiftStore implements ShiftStore {
  /** The label of all that is kept of a shift. */
  public static final String LABEL = "msvc.dev/shift";

  /** The annotation of a Lease that says how the journal ends. */
  static final String HEAD = "msvc.dev/head";

  private static final String SEGMENTS = "msvc.dev/segments";
  private static final String JOURNAL = "journal.json";
  private static final int TRIES = 8;

  /** What a ConfigMap takes at most is 1 MiB for all of it. */
  private static final int MOST = 600_000;

  private final ApiServer api;
  private final Kinds kinds;
  private final String namespace;
  private final String shift;
  private final int most;

  /** Of one shift. */
  public ClusterShiftStore(ApiServer api, Kinds kinds, String namespace, String shift) {
    this(api, kinds, namespace, shift, MOST);
  }

  /**
   * Of one shift.
   *
   * @param most bytes that a ConfigMap may hold
   */
  public ClusterShiftStore(ApiServer api, Kinds kinds, String namespace, String shift, int most) {
    this.api = api;
    this.kinds = kinds;
    this.namespace = namespace;
    this.shift = shift;
    this.most = most;
  }

  /** That only one at a time may move it. */
  public static Leased leased(String namespace, String shift) {
    return new Leased(namespace, name(shift), Map.of(LABEL, shift), "shift " + shift, true);
  }

  private static String name(String shift) {
    return "msvc-shift-" + shift;
  }

  @Override
  public Journal read() {
    return asked(
        () -> {
          KubeObject live = live();
          return live == null ? none() : journal(live);
        });
  }

  /**
   * What is wrong with it, beside what its own chain tells, a line each: it ends before the entry
   * that its Lease knows.
   */
  public List<String> broken(Journal journal) {
    KubeObject lease = asked(() -> api.get(leases(), leased(namespace, shift).key()));
    String head = lease == null ? "" : lease.annotation(HEAD);
    boolean known =
        head.isEmpty() || journal.entries().stream().anyMatch(each -> each.digest().equals(head));
    return known
        ? List.of()
        : List.of(
            "the Lease knows an entry %s that the journal has not: somebody cut it short or changed it"
                .formatted(head.substring(0, Math.min(12, head.length()))));
  }

  @Override
  public Journal append(Journal base, Entry entry, Progress progress) {
    List<Entry> entries = new ArrayList<>(base.entries());
    entries.add(entry);
    Journal written = asked(() -> write(base, entries, progress));
    asked(() -> told(entry.digest()));
    return written;
  }

  @Override
  public Journal note(Journal base, Progress progress) {
    return asked(() -> write(base, base.entries(), progress));
  }

  private Journal write(Journal base, List<Entry> entries, Progress progress) {
    int segments = segments(base.version());
    int kept = parts(segments).size();
    String text = text(entries.subList(kept, entries.size()), progress);
    if (bytes(text) > most && entries.size() - kept > 1) {
      kept = moved(segments + 1, entries, kept, progress);
      segments++;
      text = text(entries.subList(kept, entries.size()), progress);
    }
    KubeObject object =
        object(name(shift), text)
            .with(Map.of(SEGMENTS, String.valueOf(segments)), "metadata", "annotations");
    String version = version(base.version());
    return new Journal(
        segments + "/" + replaced(object, version, text).resourceVersion(), entries, progress);
  }

  /** On condition that nothing moved; also where the answer is lost on the way. */
  private KubeObject replaced(KubeObject object, String version, String text) {
    try {
      return version.isEmpty()
          ? api.create(configMaps(), object)
          : api.replace(configMaps(), object.with(version, "metadata", "resourceVersion"));
    } catch (ApiFailure failure) {
      KubeObject live = failure.code() == 409 || failure.code() == 0 ? live() : null;
      if (live != null
          && !live.resourceVersion().equals(version)
          && live.text("data", JOURNAL).equals(text)) {
        return live;
      }
      throw failure.code() == 409 || failure.code() == 404
          ? new JournalMoved("shift " + shift)
          : failure;
    }
  }

  /**
   * Writes the oldest entries into a ConfigMap that never changes.
   *
   * @return how many entries are in those now
   */
  private int moved(int segment, List<Entry> entries, int from, Progress progress) {
    int to = from + Math.max(1, (entries.size() - from) / 2);
    KubeObject object =
        object(segmentName(segment), text(entries.subList(from, to), progress))
            .with(true, "immutable");
    try {
      api.create(configMaps(), object);
      return to;
    } catch (ApiFailure failure) {
      KubeObject live = failure.code() == 409 ? segment(segment) : null;
      if (live == null) {
        throw failure;
      }
      // whoever wrote it died before the journal was cut: it holds a beginning of the same
      List<Entry> there = entries(live);
      if (from + there.size() >= entries.size()
          || !entries.subList(from, from + there.size()).equals(there)) {
        throw damaged(segment);
      }
      return from + there.size();
    }
  }

  private UserError damaged(int segment) {
    return new UserError(
        "ConfigMap %s in %s is no part of the journal of shift %s"
            .formatted(segmentName(segment), namespace, shift),
        "see who wrote it; nothing was changed",
        5);
  }

  /** How the journal ends, for those who may want to cut it. */
  private boolean told(String head) {
    Leased leased = leased(namespace, shift);
    for (int i = 1; ; i++) {
      KubeObject lease = api.get(leases(), leased.key());
      try {
        if (lease == null) {
          api.create(leases(), leased.object().with(Map.of(HEAD, head), "metadata", "annotations"));
        } else {
          api.replace(leases(), lease.with(head, "metadata", "annotations", HEAD));
        }
        return true;
      } catch (ApiFailure failure) {
        // its holder renews it at any time
        if (failure.code() != 409 || i == TRIES) {
          throw failure;
        }
      }
    }
  }

  private Journal journal(KubeObject live) {
    String count = live.annotation(SEGMENTS);
    int segments = count.isEmpty() ? 0 : Integer.parseInt(count);
    List<Entry> entries = parts(segments);
    Journal last = document(live);
    entries.addAll(last.entries());
    return new Journal(segments + "/" + live.resourceVersion(), entries, last.progress());
  }

  /** The entries that never change. */
  private List<Entry> parts(int segments) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 1; i <= segments; i++) {
      KubeObject part = segment(i);
      if (part == null) {
        throw damaged(i);
      }
      entries.addAll(entries(part));
    }
    return entries;
  }

  private List<Entry> entries(KubeObject part) {
    return document(part).entries();
  }

  private Journal document(KubeObject object) {
    return JournalDocument.read(
        "ConfigMap " + object.name(), object.text("data", JOURNAL), object.resourceVersion());
  }

  private @Nullable KubeObject segment(int number) {
    return api.get(configMaps(), new ObjectKey("", "ConfigMap", namespace, segmentName(number)));
  }

  private String segmentName(int number) {
    return name(shift) + "-" + number;
  }

  private @Nullable KubeObject live() {
    return api.get(configMaps(), new ObjectKey("", "ConfigMap", namespace, name(shift)));
  }

  private KubeObject object(String name, String text) {
    return KubeObject.of("v1", "ConfigMap", namespace, name)
        .with(Map.of(LABEL, shift), "metadata", "labels")
        .with(Map.of(JOURNAL, text), "data");
  }

  private static String text(List<Entry> entries, Progress progress) {
    return JournalDocument.write(new Journal("", entries, progress));
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static Journal none() {
    return new Journal("", List.of(), Progress.fresh(Instant.EPOCH, "", Map.of()));
  }

  /** Of what was read: how many ConfigMaps never change, and the version of the one that does. */
  private static int segments(String version) {
    return version.isEmpty() ? 0 : Integer.parseInt(version.substring(0, version.indexOf('/')));
  }

  private static String version(String version) {
    return version.substring(version.indexOf('/') + 1);
  }

  private ResourceKind configMaps() {
    return kinds.built("v1", "ConfigMap");
  }

  private ResourceKind leases() {
    return kinds.built("coordination.k8s.io/v1", "Lease");
  }

  /** What the API server refuses is the user's to mend: a right, or a server that is away. */
  private static <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (ApiFailure failure) {
      throw failure.forUser();
    }
  }
}
