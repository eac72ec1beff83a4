package dev.msvc.cluster.api;

import dev.msvc.model.UserError;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.ObjectKey;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fabric8.kubernetes.client.vertx.VertxHttpClientFactory;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One API server. Every request that is sent here may be sent twice, so those that fail on the way,
 * or that the server has no time for, are sent again: reading changes nothing, applying the same is
 * applying nothing, replacing and deleting name the version or the object that they mean, and of
 * two that create the second is told.
 *
 * <p>Fit for many threads. All methods throw {@link ApiFailure}.
 */
public final class ApiServer implements AutoCloseable {
  /** Who owns the fields that we set. */
  public static final String MANAGER = "msvc";

  private static final int PAGE = 500;
  private static final int NOT_FOUND = 404;

  /** How often something is asked for again that another writer came in between of. */
  private static final int TRIES = 8;

  private static final Pattern WARNING = Pattern.compile("\\d{3} \\S+ \"((?:[^\"\\\\]|\\\\.)*)\"");

  /** Held, or its level would be forgotten. */
  private static final Logger VERTX = Logger.getLogger("io.vertx");

  /** How long the end of the threads that read and write is waited for, in seconds. */
  private static final int END = 2;

  private final Vertx vertx;
  private final KubernetesClient client;
  private final HttpClient http;
  private final Exchange exchange;
  private final KubernetesSerialization json;
  private final String root;
  private final String namespace;
  private final String context;

  private ApiServer(Config config) {
    // connections that break are told by exceptions, and stderr is for talk with the user
    VERTX.setLevel(Level.OFF);
    this.vertx = vertx();
    this.client =
        new KubernetesClientBuilder()
            .withConfig(config)
            .withHttpClientFactory(new VertxHttpClientFactory(vertx))
            .build();
    this.http = client.getHttpClient();
    this.json = client.getKubernetesSerialization();
    this.root = config.getMasterUrl().replaceAll("/+$", "");
    this.exchange = new Exchange(http, root);
    this.namespace = config.getNamespace() == null ? "" : config.getNamespace();
    this.context = config.getCurrentContext() == null ? "" : config.getCurrentContext().getName();
  }

  /**
   * Nothing is sent yet.
   *
   * @throws UserError where the kubeconfig does not say how to
   */
  public static ApiServer at(Target target) {
    Config config = Connection.of(target);
    try {
      return new ApiServer(config);
    } catch (KubernetesClientException unreadable) {
      throw new UserError(
          "the certificates or the key in the kubeconfig cannot be read",
          "get a new kubeconfig from who runs the cluster",
          8);
    }
  }

  /** Its address. */
  public String address() {
    return root;
  }

  /** The context by which it was chosen; empty inside a cluster. */
  public String context() {
    return context;
  }

  /** The namespace that the context names; empty for none. */
  public String namespace() {
    return namespace;
  }

  /** What it answers at a path, as it is; null where there is nothing. */
  public @Nullable KubeObject read(String path) {
    try {
      return object(send(request("GET", path, Map.of(), null)));
    } catch (ApiFailure failure) {
      if (failure.code() == NOT_FOUND) {
        return null;
      }
      throw failure;
    }
  }

  /** One object; null where there is none. */
  public @Nullable KubeObject get(ResourceKind kind, ObjectKey key) {
    return read(kind.path(key));
  }

  /**
   * Objects of a kind.
   *
   * @param within a namespace; empty for all
   * @param labels selector; empty for all
   */
  public List<KubeObject> list(ResourceKind kind, String within, String labels) {
    return list(kind, within, labels, "");
  }

  /**
   * As {@link #list(ResourceKind, String, String)}, by values of fields too, of which servers know
   * few.
   *
   * @param fields selector: {@code involvedObject.uid=...}; empty for all
   */
  public List<KubeObject> list(ResourceKind kind, String within, String labels, String fields) {
    List<KubeObject> all = new ArrayList<>();
    String next = "";
    do {
      Map<String, String> query = new TreeMap<>();
      query.put("limit", String.valueOf(PAGE));
      if (!labels.isEmpty()) {
        query.put("labelSelector", labels);
      }
      if (!fields.isEmpty()) {
        query.put("fieldSelector", fields);
      }
      if (!next.isEmpty()) {
        query.put("continue", next);
      }
      KubeObject page = object(send(request("GET", kind.path(within), query, null)));
      for (Object each : page.list("items")) {
        // items of a list leave out what the list itself says
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("apiVersion", kind.apiVersion());
        item.put("kind", kind.kind());
        item.putAll(KubeObject.map(each));
        all.add(new KubeObject(item));
      }
      next = page.text("metadata", "continue");
    } while (!next.isEmpty());
    return all;
  }

  /**
   * Applies fields on the server's side, unknown ones refused.
   *
   * @param force whether fields are taken from other managers
   * @param pretend whether only to say what would come of it
   */
  public Applied apply(ResourceKind kind, KubeObject fields, boolean force, boolean pretend) {
    Map<String, String> query = new TreeMap<>();
    query.put("fieldManager", MANAGER);
    query.put("fieldValidation", "Strict");
    query.put("force", String.valueOf(force));
    if (pretend) {
      query.put("dryRun", "All");
    }
    HttpRequest request =
        http.newHttpRequestBuilder()
            .uri(uri(kind.path(fields.key()), query))
            .method("PATCH", "application/apply-patch+yaml", json.asJson(fields.content()))
            .build();
    for (int i = 1; ; i++) {
      try {
        HttpResponse<String> answer = send(request);
        return new Applied(object(answer), answer.code() == 201, warnings(answer));
      } catch (ApiFailure failure) {
        // on no condition, so that only writers who are quicker than the server are in the way
        if (!failure.moved() || !fields.resourceVersion().isEmpty() || i == TRIES) {
          throw failure;
        }
      }
    }
  }

  /** Makes an object; refused where there is one of that name. */
  public KubeObject create(ResourceKind kind, KubeObject object) {
    Map<String, String> query = Map.of("fieldManager", MANAGER);
    return object(send(request("POST", kind.path(object.namespace()), query, object)));
  }

  /** Replaces an object whose resource version it carries; refused where that is not the last. */
  public KubeObject replace(ResourceKind kind, KubeObject object) {
    Map<String, String> query = Map.of("fieldManager", MANAGER);
    return object(send(request("PUT", kind.path(object.key()), query, object)));
  }

  /**
   * Changes parts of an object by JSON Patch (RFC 6902). One of its operations must test the
   * resource version: so it is done once at most, however often it is sent.
   *
   * @param manager who owns what is changed from then on
   */
  public KubeObject patch(
      ResourceKind kind, ObjectKey key, List<Map<String, Object>> operations, String manager) {
    HttpRequest request =
        http.newHttpRequestBuilder()
            .uri(uri(kind.path(key), Map.of("fieldManager", manager, "fieldValidation", "Strict")))
            .method("PATCH", "application/json-patch+json", json.asJson(operations))
            .build();
    return object(send(request));
  }

  /**
   * Deletes this very object, and in the background what it owns.
   *
   * @param uid of the object that is meant: another one of its name stays
   * @return whether it was there
   */
  public boolean delete(ResourceKind kind, ObjectKey key, String uid) {
    for (int i = 1; ; i++) {
      try {
        return delete(kind, key, Map.of("uid", uid));
      } catch (ApiFailure failure) {
        if (!failure.moved() || i == TRIES) {
          throw failure;
        }
        KubeObject live = get(kind, key);
        if (live == null || !live.uid().equals(uid)) {
          return false;
        }
      }
    }
  }

  /**
   * As {@link #delete(ResourceKind, ObjectKey, String)}, if it is still as it was read.
   *
   * @throws ApiFailure that it moved
   */
  public boolean delete(ResourceKind kind, KubeObject read) {
    return delete(
        kind, read.key(), Map.of("uid", read.uid(), "resourceVersion", read.resourceVersion()));
  }

  private boolean delete(ResourceKind kind, ObjectKey key, Map<String, Object> preconditions) {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("apiVersion", "v1");
    options.put("kind", "DeleteOptions");
    options.put("propagationPolicy", "Background");
    options.put("preconditions", preconditions);
    try {
      send(request("DELETE", kind.path(key), Map.of(), new KubeObject(options)));
      return true;
    } catch (ApiFailure failure) {
      if (failure.code() == NOT_FOUND) {
        return false;
      }
      throw failure;
    }
  }

  /**
   * The last lines that a container wrote.
   *
   * @param previous whether of the run before this one
   * @param lines at most
   */
  public List<String> logs(
      String within, String pod, String container, boolean previous, int lines) {
    Map<String, String> query = new TreeMap<>();
    query.put("container", container);
    query.put("previous", String.valueOf(previous));
    query.put("tailLines", String.valueOf(lines));
    query.put("limitBytes", String.valueOf(64 * 1024));
    String path = "/api/v1/namespaces/" + within + "/pods/" + pod + "/log";
    return send(request("GET", path, query, null)).body().lines().toList();
  }

  /**
   * One thread reads and writes; it is ours, so that its end can be waited for: a process that
   * exits before waits 0.3 s for it.
   */
  private static Vertx vertx() {
    // names are looked up as all other programs here look them up
    System.setProperty("vertx.disableDnsResolver", "true");
    FileSystemOptions nothing =
        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
    return Vertx.vertx(
        new VertxOptions()
            .setEventLoopPoolSize(1)
            .setFileSystemOptions(nothing)
            .setUseDaemonThread(true));
  }

  @Override
  public void close() {
    client.close();
    try {
      vertx.close().toCompletionStage().toCompletableFuture().get(END, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException late) {
      VERTX.log(Level.FINE, "threads that do not end", late);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest request(
      String method, String path, Map<String, String> query, @Nullable KubeObject body) {
    HttpRequest.Builder request = http.newHttpRequestBuilder().uri(uri(path, query));
    if (body != null) {
      request.method(method, "application/json", json.asJson(body.content()));
    }
    return request.setHeader("Accept", "application/json, */*").build();
  }

  private String uri(String path, Map<String, String> query) {
    List<String> parts = new ArrayList<>();
    query.forEach(
        (key, value) -> parts.add(key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return root + path + (parts.isEmpty() ? "" : "?" + String.join("&", parts));
  }

  private HttpResponse<String> send(HttpRequest request) {
    String said = request.method() + " " + request.uri().getPath();
    HttpResponse<String> answer = exchange.send(request, said);
    if (!answer.isSuccessful()) {
      throw ApiFailure.refused(answer.code(), status(answer), first(answer.body()), said);
    }
    return answer;
  }

  private KubeObject object(HttpResponse<String> answer) {
    return new KubeObject(KubeObject.map(json.unmarshal(answer.body(), Map.class)));
  }

  private KubeObject status(HttpResponse<String> answer) {
    String body = answer.body();
    try {
      return body != null && body.startsWith("{") ? object(answer) : new KubeObject(Map.of());
    } catch (RuntimeException notJson) {
      // something between us and the server answered in words of its own
      return new KubeObject(Map.of());
    }
  }

  private static String first(@Nullable String body) {
    return body == null ? "" : body.lines().findFirst().orElse("");
  }

  private static List<String> warnings(HttpResponse<String> answer) {
    List<String> warnings = new ArrayList<>();
    for (String header : answer.headers("Warning")) {
      Matcher each = WARNING.matcher(header);
      while (each.find()) {
        warnings.add(each.group(1).replaceAll("\\\\(.)", "$1"));
      }
    }
    return warnings;
  }
}
