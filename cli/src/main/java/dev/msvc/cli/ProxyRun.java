package dev.msvc.cli;

import dev.msvc.cluster.proxy.LocalProxy;
import dev.msvc.cluster.proxy.MirrorSetup;
import dev.msvc.cluster.proxy.ProxySetup;
import dev.msvc.cluster.proxy.StickyKey;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.ProxyState;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.Weights;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;

/** Runs the local proxy of a shift until it is told to end. */
final class ProxyRun {
  static final String LISTEN = "listen";
  private static final Duration DRAIN = Duration.ofSeconds(10);

  private final Invocation call;
  private final ShiftFolder folder;
  private final ShiftPlan plan;

  ProxyRun(Invocation call, ShiftFolder folder, ShiftPlan plan) {
    this.call = call;
    this.folder = folder;
    this.plan = plan;
  }

  int run() {
    if (!plan.router().kind().equals("local")) {
      throw new UserError(
          "%s:%d: the router is %s, and no local proxy"
              .formatted(folder.shown(), plan.router().line(), plan.router().kind()),
          "msvc strangle route %s prints what it must hold".formatted(plan.name()),
          2);
    }
    return ShiftLock.during(
        folder, ".proxy.lock", ClusterAccess.who(call), Clock.systemUTC(), this::serve);
  }

  private int serve() {
    ProxyFile file = ProxyFile.of(folder);
    String token = ProxySetup.newToken();
    Weights weights = ProxyFile.kept(file.read(), plan);
    AdminAddress admin = new AdminAddress();
    try (LocalProxy proxy =
        LocalProxy.start(
            new ProxySetup(
                address(plan.router().settings().getOrDefault(LISTEN, "127.0.0.1:8080")),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                token,
                plan.rules(),
                origin(plan.monolith()),
                origin(plan.service()),
                weights,
                to -> file.write(new ProxyState(admin.text, token, to)),
                StickyKey.of(plan),
                OptionalLong.empty(),
                DRAIN,
                MirrorSetup.of(plan)))) {
      admin.text = "127.0.0.1:" + proxy.admin().getPort();
      file.write(new ProxyState(admin.text, token, weights));
      call.console()
          .line(
              "http://%s:%d: what a rule of %s fits goes by its weights, all else to %s"
                  .formatted(
                      proxy.address().getHostString(),
                      proxy.address().getPort(),
                      plan.name(),
                      plan.monolith()));
      plan.mirror()
          .ifPresent(
              each ->
                  call.console()
                      .line(
                          "copies of %s of what the monolith answers go to %s%s%s"
                              .formatted(
                                  CompareScreen.percent(each.share()),
                                  plan.service(),
                                  each.noise() ? ", and reads once more to the monolith" : "",
                                  each.writes().isEmpty()
                                      ? ""
                                      : "; WRITES, too, so that both change data: "
                                          + String.join(", ", each.writes()))));
      call.console().flush();
      // until a signal comes
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  /** Known only once it listens, and weights can be written only then. */
  private static final class AdminAddress {
    private volatile String text = "";
  }

  private InetSocketAddress address(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 1 || !text.substring(colon + 1).matches("\\d{1,5}")) {
      throw new UserError(
          "%s:%d: '%s' is no address to listen at"
              .formatted(folder.shown(), plan.router().line(), text),
          "write listen: 127.0.0.1:8080");
    }
    return new InetSocketAddress(
        text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
  }

  private static InetSocketAddress origin(String address) {
    URI uri = URI.create(address);
    if (!"http".equals(uri.getScheme())) {
      throw new UserError(
          "the local proxy speaks plain HTTP to both, and not to " + address,
          "name an address that begins with http://");
    }
    return new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort());
  }
}
