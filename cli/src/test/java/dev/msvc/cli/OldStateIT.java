package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.msvc.cluster.api.ApiServer;
import dev.msvc.cluster.api.Kinds;
import dev.msvc.cluster.api.Target;
import dev.msvc.cluster.state.ClusterShiftStore;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Event;
import dev.msvc.model.shift.Journal;
import dev.msvc.model.shift.ShiftState;
import dev.msvc.model.yaml.JournalDocument;
import dev.msvc.model.yaml.ShiftDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an older msvc kept of a shift in a cluster: ConfigMaps and the Lease as they were there,
 * which are never made anew.
 */
@ExtendWith(TestCluster.class)
class OldStateIT {
  private static final Path OLD = Path.of("src", "test", "resources", "state", "v1");
  private static final Path OBJECTS = OLD.resolve("cluster.yaml");

  /** So small that its oldest entries moved. */
  private static final int SMALL = 3_000;

  @TempDir private Path folder;

  private ApiServer api(TestNamespace namespace) throws Exception {
    Path config = folder.resolve("config");
    Files.writeString(config, Files.readString(Path.of(namespace.cluster().kubeconfig())));
    return ApiServer.at(new Target(config.toString(), "", System.getenv()));
  }

  private static Journal kept() throws Exception {
    String file = "soaking.state.json";
    return JournalDocument.read(file, Files.readString(OLD.resolve(file)), "");
  }

  /** The objects of a cluster, without what only that cluster knows. */
  private static void write(TestNamespace namespace, ClusterShiftStore store) throws Exception {
    Journal journal = store.read();
    for (Entry each : kept().entries()) {
      journal = store.append(journal, each, kept().progress());
    }
    JsonNode all =
        new ObjectMapper()
            .readTree(
                namespace.out(
                    "get", "configmaps,leases", "-l", "msvc.dev/shift=orders", "-o", "json"));
    YAMLMapper yaml = new YAMLMapper();
    yaml.configure(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE, true);
    StringBuilder text = new StringBuilder();
    for (JsonNode each : all.path("items")) {
      ((ObjectNode) each.path("metadata"))
          .remove(
              List.of("uid", "resourceVersion", "creationTimestamp", "managedFields", "namespace"));
      text.append(yaml.writeValueAsString(each));
    }
    Files.writeString(OBJECTS, text);
    namespace.out("delete", "configmaps,leases", "-l", "msvc.dev/shift=orders");
  }

  @Test
  void whatIsKeptInAClusterIsReadWithAnUnbrokenChainAndGoesOn(TestNamespace namespace)
      throws Exception {
    try (ApiServer api = api(namespace)) {
      ClusterShiftStore store =
          new ClusterShiftStore(api, new Kinds(api), namespace.name(), "orders", SMALL);
      if ("write".equals(System.getProperty("msvc.golden")) && !Files.exists(OBJECTS)) {
        write(namespace, store);
      }
      namespace.apply(Files.readString(OBJECTS));
      assertThat(namespace.out("get", "configmaps,leases", "-o", "name"))
          .contains("configmap/msvc-shift-orders-1", "/msvc-shift-orders\n");

      Journal journal = store.read();

      assertThat(journal.entries()).isEqualTo(kept().entries());
      assertThat(journal.progress()).isEqualTo(kept().progress());
      assertThat(journal.broken()).isEmpty();
      assertThat(store.broken(journal)).isEmpty();
      var plan =
          ShiftDocument.read("orders", "orders.yaml", Files.readString(OLD.resolve("orders.yaml")));
      ShiftState state = journal.state(plan.weights(-1));
      Journal later =
          store.append(
              journal,
              new Entry(
                  journal.entries().size() + 1,
                  journal.progress().seen(),
                  "bob@desk",
                  Event.PAUSED,
                  state.plan(),
                  state.stage(),
                  state.weights(),
                  state.weights(),
                  "by a later msvc",
                  new TreeMap<>(),
                  journal.head()),
              journal.progress());
      assertThat(store.read()).isEqualTo(later);
      assertThat(later.broken()).isEmpty();
      assertThat(store.broken(later)).isEmpty();

      namespace.out("delete", "configmaps", "-l", "msvc.dev/shift=orders");
      namespace.apply(
          Files.readString(OBJECTS)
              .replace("msvc/shift-state/v1\",", "msvc/shift-state/v2\", \"made\": \"msvc 9.1\","));
      assertThatThrownBy(store::read)
          .isInstanceOfSatisfying(
              UserError.class,
              refused -> {
                assertThat(refused.exitCode()).isEqualTo(3);
                assertThat(refused.message()).contains("was made for a newer msvc, by msvc 9.1");
              });
    }
  }
}
