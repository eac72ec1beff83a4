package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.cli.ApiProxy.Action;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Blue and green behind two Services, of which only one has switched. */
@ExtendWith(TestCluster.class)
class DeployTwoServicesIT {
  private static final String COLOUR = ".spec.selector.msvc\\.dev/colour";

  @TempDir Path folder;
  @TempDir Path elsewhere;

  private static String manifests(String tag) {
    return Deployed.web(tag)
        + """
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: inner}
        spec: {selector: {app: web}, ports: [{port: 81, targetPort: 8080}]}
        """;
  }

  @Test
  void killedBetweenTheSwitchesTheNextRunSwitchesTheOther(TestNamespace namespace)
      throws Exception {
    Deployed web = new Deployed(folder, namespace);
    web.write("web.yaml", manifests("1")).deploy("--strategy", "blue-green");
    web.write("web.yaml", manifests("2"));
    try (ApiProxy proxy = ApiProxy.before(namespace.cluster().address())) {
      Path config = proxy.kubeconfig(elsewhere.resolve("config"), namespace.name());
      CompletableFuture<Process> process = new CompletableFuture<>();
      CountDownLatch switched = new CountDownLatch(1);
      proxy.rule(
          call -> {
            if (!call.writes()) {
              return Action.FORWARD;
            }
            if (call.path().contains("/services/web?")) {
              return Action.FORWARD.then(switched::countDown);
            }
            return call.path().contains("/services/inner?")
                ? Action.REFUSE.first(
                    () -> {
                      assertThat(switched.await(1, TimeUnit.MINUTES)).isTrue();
                      process.get().destroyForcibly().waitFor();
                    })
                : Action.FORWARD;
          });
      process.complete(started(config));
      assertThat(process.get().waitFor(2, TimeUnit.MINUTES)).isTrue();
    }
    assertThat(web.field("service/web", COLOUR)).isEqualTo("green");
    assertThat(web.field("service/inner", COLOUR)).as("not yet").isEqualTo("blue");

    web.deploy("--strategy", "blue-green");

    assertThat(web.field("service/web", COLOUR)).isEqualTo("green");
    assertThat(web.field("service/inner", COLOUR)).isEqualTo("green");
    assertThat(image(web, "green")).isEqualTo("web:2");
    assertThat(image(web, "blue")).as("the way back").isEqualTo("web:1");
    assertThat(web.msvc("release", "history", "web").out()).contains("2", "deployed", "superseded");
    assertThat(web.deploy("--strategy", "blue-green").out()).contains("nothing to do");

    Run back = web.msvc("release", "rollback", "web", "-y");
    assertThat(back.exitCode()).as(back.err()).isZero();
    assertThat(web.field("service/web", COLOUR)).isEqualTo("blue");
    assertThat(web.field("service/inner", COLOUR)).isEqualTo("blue");
  }

  private Process started(Path config) throws Exception {
    List<String> args = new ArrayList<>(List.of("deploy", "-f", ".", "--release", "web", "-y"));
    args.addAll(List.of("--strategy", "blue-green", "-C", folder.toString()));
    args.addAll(List.of("--kubeconfig", config.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(Faulty.ownProcess(args))
            .redirectErrorStream(true)
            .redirectOutput(elsewhere.resolve("out").toFile());
    // the same as the next run: that it died is known of one's own processes
    builder.environment().put("USER", "tester");
    return builder.start();
  }

  private static String image(Deployed web, String colour) throws Exception {
    return web.field("deployment/web-" + colour, ".spec.template.spec.containers[0].image");
  }
}
