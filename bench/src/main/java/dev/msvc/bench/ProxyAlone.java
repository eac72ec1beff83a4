package dev.msvc.bench;

import dev.msvc.cluster.proxy.LocalProxy;
import dev.msvc.cluster.proxy.ProxySetup;
import dev.msvc.model.shift.Match;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.Weights;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The local proxy as a process of its own, half of all requests for each arm: LISTEN MONOLITH
 * SERVICE.
 */
final class ProxyAlone {
  private ProxyAlone() {}

  public static void main(String[] ports) throws InterruptedException {
    Rule all =
        new Rule("all", new Match("/", false, new TreeSet<>(), Optional.empty()), Rule.Kind.READ);
    try (LocalProxy proxy =
        LocalProxy.start(
            new ProxySetup(
                loopback(Integer.parseInt(ports[0])),
                loopback(0),
                ProxySetup.newToken(),
                List.of(all),
                loopback(Integer.parseInt(ports[1])),
                loopback(Integer.parseInt(ports[2])),
                new Weights(new TreeMap<>(Map.of("all", 50))),
                weights -> {},
                Optional.empty(),
                OptionalLong.empty(),
                Duration.ZERO))) {
      Thread.sleep(Long.MAX_VALUE);
      throw new IllegalStateException(proxy.address() + " ran for ever");
    }
  }

  static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }
}
