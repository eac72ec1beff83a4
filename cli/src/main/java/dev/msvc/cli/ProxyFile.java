package dev.msvc.cli;

import dev.msvc.cluster.proxy.LocalRouter;
import dev.msvc.cluster.traffic.Router;
import dev.msvc.cluster.traffic.Sight;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.ProxyState;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.Weights;
import dev.msvc.model.yaml.ProxyDocument;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the local proxy of a shift leaves beside the plan; for its user alone, as it has a key. */
record ProxyFile(Path file, String name) {
  static ProxyFile of(ShiftFolder folder) {
    return new ProxyFile(folder.beside(".proxy.json"), folder.name());
  }

  Optional<ProxyState> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          ProxyDocument.read(String.valueOf(file.getFileName()), Files.readString(file)));
    } catch (IOException unreadable) {
      throw new UserError("%s cannot be read".formatted(file), "see who may read it", 8);
    }
  }

  void write(ProxyState state) {
    new Workspace().writePrivate(file, ProxyDocument.write(state));
  }

  /** The proxy that was started last, also when that is after this was asked for. */
  Router router() {
    return new Router() {
      @Override
      public Sight look() {
        return last().look();
      }

      @Override
      public Sight write(Sight base, Weights weights) {
        return last().write(base, weights);
      }
    };
  }

  private LocalRouter last() {
    ProxyState state =
        read()
            .orElseThrow(
                () ->
                    new UserError(
                        "the local proxy of %s was never started".formatted(name),
                        "start it in a terminal of its own: msvc strangle proxy " + name,
                        8));
    int colon = state.admin().lastIndexOf(':');
    return new LocalRouter(
        new InetSocketAddress(
            state.admin().substring(0, colon),
            Integer.parseInt(state.admin().substring(colon + 1))),
        state.token());
  }

  /** The weights of the rules that the plan has, as they were last. */
  static Weights kept(Optional<ProxyState> before, ShiftPlan plan) {
    SortedMap<String, Integer> weights = new TreeMap<>(plan.weights(-1).service());
    Map<String, Integer> last =
        before.map(each -> each.weights().service()).orElse(new TreeMap<>());
    weights.replaceAll((rule, none) -> last.getOrDefault(rule, none));
    return new Weights(weights);
  }
}
