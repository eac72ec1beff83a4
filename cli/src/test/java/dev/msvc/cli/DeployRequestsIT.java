package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How many requests {@code msvc deploy} needs. */
@ExtendWith(TestCluster.class)
class DeployRequestsIT {
  @TempDir Path folder;

  @Test
  void itNeedsTwoRequestsAnObjectAndAConstant(Cluster cluster) throws Exception {
    List<Integer> few = requests(cluster, 30);
    List<Integer> many = requests(cluster, 100);

    System.out.printf(
        "requests, first / no change / one change: 30 objects %s, 100 objects %s%n", few, many);
    assertThat(many.get(0) - few.get(0)).isLessThanOrEqualTo(2 * 70);
    assertThat(many.get(1) - few.get(1)).isLessThanOrEqualTo(70);
    assertThat(many.get(2) - few.get(2)).isLessThanOrEqualTo(70);
    assertThat(few.get(0)).isLessThanOrEqualTo(2 * 30 + 30);
    assertThat(few.get(2)).isLessThanOrEqualTo(30 + 30);
  }

  /** Of a first deployment, of the same again, and of one with one change. */
  private List<Integer> requests(Cluster cluster, int objects) throws Exception {
    try (ApiProxy proxy = ApiProxy.before(cluster.address());
        TestNamespace namespace = TestNamespace.fresh(cluster)) {
      Path own = Files.createDirectory(folder.resolve("of-" + objects));
      Cluster proxied =
          cluster.by(proxy.kubeconfig(folder.resolve("config-" + objects), namespace.name()));
      Deployed deployed = new Deployed(own, new TestNamespace(proxied, namespace.name()));
      for (int i = 0; i < objects; i++) {
        deployed.write(i + ".yaml", object(i, "one"));
      }
      List<Integer> requests = new ArrayList<>();
      requests.add(requests(proxy, deployed));
      requests.add(requests(proxy, deployed));
      deployed.write("0.yaml", object(0, "two"));
      requests.add(requests(proxy, deployed));
      return requests;
    }
  }

  private static int requests(ApiProxy proxy, Deployed deployed) throws Exception {
    proxy.forget();
    deployed.deploy("--no-wait");
    // its Lease is taken and given back, and in between renewed as often as it takes long
    int lease = (int) proxy.answers().stream().filter(DeployRequestsIT::writesLease).count();
    return proxy.count() - Math.max(0, lease - 2);
  }

  private static boolean writesLease(ApiProxy.Answer answer) {
    return answer.call().writes() && answer.call().path().contains("/leases");
  }

  private static String object(int number, String value) {
    return switch (number % 3) {
      case 0 ->
          "{apiVersion: v1, kind: ConfigMap, metadata: {name: n%d}, data: {a: %s}}"
              .formatted(number, value);
      case 1 -> "{apiVersion: v1, kind: ServiceAccount, metadata: {name: n%d}}".formatted(number);
      default ->
          "{apiVersion: v1, kind: Service, metadata: {name: n%d}, spec: {ports: [{port: 80}]}}"
              .formatted(number);
    };
  }
}
