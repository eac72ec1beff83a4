package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.msvc.cli.ApiProxy.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * {@link ThirtyObjects}, of which the first revision is deployed, with a proxy before the API
 * server that the second one is deployed through.
 *
 * @param direct to prepare and to look, without the proxy
 * @param through what it is deployed with
 */
record Faulty(ThirtyObjects objects, ApiProxy proxy, Deployed direct, Deployed through, Path folder)
    implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How often kubectl is asked again whether anything differs. */
  private static final int LOOKS = 60;

  private static final List<String> ANYWAY =
      List.of("ConfigMap/kube-root-ca.crt", "ServiceAccount/default");

  static Faulty fresh(Cluster cluster, Path folder) throws Exception {
    TestNamespace namespace = TestNamespace.fresh(cluster);
    Path own = Files.createDirectory(folder.resolve(namespace.name()));
    Path manifests = Files.createDirectory(own.resolve("manifests"));
    ThirtyObjects objects = new ThirtyObjects(namespace.name());
    ApiProxy proxy = ApiProxy.before(cluster.address());
    Cluster proxied = cluster.by(proxy.kubeconfig(own.resolve("config"), namespace.name()));
    Deployed direct = new Deployed(manifests, namespace);
    Faulty faulty =
        new Faulty(
            objects,
            proxy,
            direct,
            new Deployed(manifests, new TestNamespace(proxied, namespace.name())),
            own);
    namespace.apply(
        ThirtyObjects.FOREIGN.formatted("foreign")
            + "\n---\n"
            + ThirtyObjects.FOREIGN.formatted("found"));
    direct.write("all.yaml", objects.first()).deploy("--no-wait");
    direct.write("all.yaml", objects.second());
    return faulty;
  }

  /** Deploys the second revision in this process. */
  Run run(List<String> options) {
    return through.tried(options.toArray(String[]::new));
  }

  /**
   * Deploys the second revision in a process that is killed at a request; whether it came to that.
   */
  boolean killedAt(int number, boolean after, List<String> options) throws Exception {
    AtomicBoolean killed = new AtomicBoolean();
    Process[] process = new Process[1];
    ApiProxy.Step kill =
        () -> {
          killed.set(true);
          process[0].destroyForcibly().waitFor();
        };
    proxy.forget();
    proxy.rule(
        call ->
            call.number() != number
                ? Action.FORWARD
                : after ? Action.CUT.then(kill) : Action.REFUSE.first(kill));
    process[0] = start(options);
    assertThat(process[0].waitFor(3, TimeUnit.MINUTES)).isTrue();
    proxy.rule(call -> Action.FORWARD);
    return killed.get();
  }

  /** A process that deploys the second revision through the proxy. */
  Process start(List<String> options) throws IOException {
    List<String> args = new ArrayList<>(List.of("deploy", "-f", ".", "--release", "web", "-y"));
    args.addAll(List.of("-C", through.folder().toString(), "-n", objects.of()));
    args.addAll(List.of("--kubeconfig", through.namespace().cluster().kubeconfig()));
    args.addAll(options);
    ProcessBuilder builder =
        new ProcessBuilder(ownProcess(args))
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile());
    builder.environment().put("USER", "tester");
    return builder.start();
  }

  /** The program as a process of its own. */
  static List<String> ownProcess(List<String> args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.msvc.cli.Msvc"));
    command.addAll(args);
    return command;
  }

  String said() throws IOException {
    return Files.readString(folder.resolve("out")) + Files.readString(folder.resolve("err"));
  }

  /** That the cluster has what is asked for and nothing twice, and that msvc knows so. */
  void assertConverged() throws Exception {
    TestNamespace namespace = direct.namespace();
    JsonNode live = JSON.readTree(namespace.out("get", objects.kinds(), "-o", "json"));
    Set<String> names = new TreeSet<>();
    Map<String, String> uids = new TreeMap<>();
    JsonNode inventory = null;
    for (JsonNode each : live.path("items")) {
      String name = each.path("kind").asText() + "/" + each.at("/metadata/name").asText();
      boolean state = each.at("/metadata/labels/msvc.dev~1state-of").isTextual();
      if (!state) {
        names.add(name);
        uids.put(name, each.at("/metadata/uid").asText());
      }
      inventory = name.equals("ConfigMap/msvc-release-web") ? each : inventory;
      if (name.equals("ConfigMap/foreign")) {
        assertThat(each.at("/metadata/annotations/msvc.dev~1release").isMissingNode()).isTrue();
      }
      if (name.equals("ConfigMap/foreign") || name.equals("ConfigMap/found")) {
        assertThat(each.at("/data/a").asText()).isEqualTo("theirs");
      }
    }
    Set<String> wanted = new TreeSet<>(objects.names());
    wanted.addAll(ANYWAY);
    wanted.addAll(Set.of("ConfigMap/foreign", "ConfigMap/found"));
    assertThat(names).isEqualTo(wanted);
    assertSameForKubectl();
    assertInventory(inventory, uids);
    JsonNode history = JSON.readTree(direct.msvc("release", "history", "web", "-o", "json").out());
    assertThat(history.at("/revisions").findValuesAsText("revision")).containsExactly("2", "1");
    assertThat(history.at("/revisions").findValuesAsText("state"))
        .containsExactly("deployed", "superseded");
  }

  private void assertSameForKubectl() throws Exception {
    Cluster.Ran diff = diffOfKubectl();
    // it reads an object twice, and controllers write its status in between: a difference stays
    for (int i = 0; i < LOOKS && diff.exitCode() == 1; i++) {
      Thread.sleep(500);
      diff = diffOfKubectl();
    }
    assertThat(diff.exitCode()).as(diff.out() + diff.err()).isZero();
  }

  private Cluster.Ran diffOfKubectl() throws Exception {
    // by the proxy's kubeconfig, whose namespace is that of objects that name none
    return through
        .namespace()
        .cluster()
        .run(
            "kubectl",
            "diff",
            "--server-side",
            "--force-conflicts",
            "--field-manager=looks",
            "-f",
            direct.folder().toString());
  }

  private void assertInventory(JsonNode inventory, Map<String, String> uids) {
    assertThat(inventory.at("/data/change").asText()).isEqualTo("done");
    assertThat(inventory.at("/data/revision").asText()).isEqualTo("2");
    assertThat(inventory.at("/data/deployed").asText()).isEqualTo("2");
    Set<String> within = new TreeSet<>();
    Set<String> beyond = new TreeSet<>();
    for (String line : inventory.at("/data/objects").asText().lines().toList()) {
      String[] words = line.split(" ");
      String name = words[1] + "/" + words[3];
      if (words[2].equals(objects.of())) {
        within.add(name);
        assertThat(words[4]).as(line).isEqualTo(uids.get(name));
        assertThat(words[5]).as(line).isEqualTo(name.equals("ConfigMap/found") ? "found" : "made");
      } else {
        beyond.add(words[1] + " " + words[2] + " " + words[3]);
      }
    }
    Set<String> kept = new TreeSet<>(objects.names());
    kept.add("ConfigMap/found");
    assertThat(within).isEqualTo(kept);
    assertThat(beyond).isEqualTo(new TreeSet<>(objects.elsewhere()));
  }

  @Override
  public void close() throws Exception {
    proxy.close();
    direct.namespace().close();
  }
}
