package dev.msvc.cluster.ready;

import dev.msvc.cluster.api.ApiFailure;
import dev.msvc.cluster.api.ApiServer;
import dev.msvc.cluster.api.Kinds;
import dev.msvc.cluster.api.ResourceKind;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.ObjectKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Sees a cluster through its API server: by one list for a kind and namespace where it may. */
final class LiveSight implements Sight {
  private static final int AT_ONCE = 4;
  private static final int FORBIDDEN = 403;
  private static final String LATE = "WaitForFirstConsumer";

  private final ApiServer api;
  private final Kinds kinds;
  private final Explanations explanations;

  /** Where lists are refused, objects are asked for one by one. */
  private final Set<Place> unlisted = ConcurrentHashMap.newKeySet();

  /** Whether storage classes wait for a pod, by their names. */
  private final Map<String, Boolean> late = new ConcurrentHashMap<>();

  private record Place(ResourceKind kind, String namespace) {}

  LiveSight(ApiServer api, Kinds kinds) {
    this.api = api;
    this.kinds = kinds;
    this.explanations = new Explanations(api, kinds);
  }

  @Override
  public Look look(Collection<Wanted> wanted, Duration within) throws InterruptedException {
    Map<Place, List<ObjectKey>> places = new LinkedHashMap<>();
    for (Wanted each : wanted) {
      places
          .computeIfAbsent(
              new Place(each.kind(), each.key().namespace()), place -> new ArrayList<>())
          .add(each.key());
    }
    Map<Place, Callable<Map<ObjectKey, KubeObject>>> questions = new LinkedHashMap<>();
    places.forEach((place, keys) -> questions.put(place, () -> read(place, keys)));
    Map<ObjectKey, KubeObject> found = new HashMap<>();
    Set<ObjectKey> missing = new HashSet<>();
    Map<ObjectKey, String> silent = new HashMap<>();
    Answers<Place, Map<ObjectKey, KubeObject>> answers = ask(questions, within);
    places.forEach(
        (place, keys) -> {
          Map<ObjectKey, KubeObject> objects = answers.given().get(place);
          for (ObjectKey key : keys) {
            if (objects == null) {
              silent.put(key, String.valueOf(answers.failed().get(place)));
            } else if (objects.containsKey(key)) {
              found.put(key, objects.get(key));
            } else {
              missing.add(key);
            }
          }
        });
    Set<String> lateClasses = new HashSet<>();
    late.forEach(
        (name, waits) -> {
          if (waits) {
            lateClasses.add(name);
          }
        });
    return new Look(found, missing, silent, lateClasses);
  }

  @Override
  public Map<ObjectKey, List<String>> explain(Collection<KubeObject> lives, Duration within)
      throws InterruptedException {
    Map<ObjectKey, Callable<List<String>>> questions = new LinkedHashMap<>();
    lives.forEach(each -> questions.put(each.key(), () -> explanations.of(each)));
    return ask(questions, within).given();
  }

  private Map<ObjectKey, KubeObject> read(Place place, List<ObjectKey> keys) {
    Map<ObjectKey, KubeObject> found = new HashMap<>();
    if (keys.size() > 1 && !unlisted.contains(place)) {
      try {
        for (KubeObject each : api.list(place.kind(), place.namespace(), "")) {
          found.put(each.key(), each);
        }
        found.keySet().retainAll(keys);
        found.values().forEach(this::learn);
        return found;
      } catch (ApiFailure failure) {
        if (failure.code() != FORBIDDEN) {
          throw failure;
        }
        unlisted.add(place);
      }
    }
    for (ObjectKey key : keys) {
      KubeObject live = api.get(place.kind(), key);
      if (live != null) {
        found.put(key, live);
        learn(live);
      }
    }
    return found;
  }

  /** Whether the class of a claim that has no volume waits for a pod. */
  private void learn(KubeObject live) {
    String name = PlatformRules.storageClass(live);
    if (!live.key().groupKind().equals("PersistentVolumeClaim")
        || !live.text("status", "phase").equals("Pending")
        || name.isEmpty()
        || late.containsKey(name)) {
      return;
    }
    try {
      ResourceKind classes = kinds.built("storage.k8s.io/v1", "StorageClass");
      KubeObject found =
          api.get(classes, new ObjectKey("storage.k8s.io", "StorageClass", "", name));
      if (found != null) {
        late.put(name, found.text("volumeBindingMode").equals(LATE));
      }
    } catch (ApiFailure failure) {
      // who may not read classes may read what is told of the claim
      if (failure.code() == FORBIDDEN && explanations.happened(live, LATE)) {
        late.put(name, true);
      }
    }
  }

  /** What was answered, and why the rest was not. */
  private record Answers<K, V>(Map<K, V> given, Map<K, String> failed) {}

  private static <K, V> Answers<K, V> ask(Map<K, Callable<V>> questions, Duration within)
      throws InterruptedException {
    Answers<K, V> answers = new Answers<>(new LinkedHashMap<>(), new LinkedHashMap<>());
    if (questions.isEmpty()) {
      return answers;
    }
    ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.min(AT_ONCE, questions.size()),
            task -> {
              Thread thread = new Thread(task, "waiting");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<K> keys = List.copyOf(questions.keySet());
      List<Future<V>> futures =
          threads.invokeAll(questions.values(), within.toMillis(), TimeUnit.MILLISECONDS);
      for (int i = 0; i < keys.size(); i++) {
        try {
          answers.given().put(keys.get(i), futures.get(i).get());
        } catch (CancellationException unfinished) {
          answers.failed().put(keys.get(i), "the API server has not answered");
        } catch (ExecutionException failed) {
          answers.failed().put(keys.get(i), why(failed));
        }
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  private static String why(ExecutionException failed) {
    if (failed.getCause() instanceof ApiFailure failure) {
      return failure.code() == 0 ? failure.message() : failure.code() + " " + failure.message();
    }
    // only what comes of the network is news of the network
    if (failed.getCause() instanceof RuntimeException ours
        && !(ours instanceof java.io.UncheckedIOException)) {
      throw ours;
    }
    return String.valueOf(failed.getMessage());
  }
}
