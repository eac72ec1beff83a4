package dev.msvc.cli;

import dev.msvc.cluster.haproxy.HaproxyRouter;
import dev.msvc.cluster.nginx.NginxRouter;
import dev.msvc.cluster.proxy.LocalProxy;
import dev.msvc.cluster.proxy.LocalRouter;
import dev.msvc.cluster.proxy.MirrorSetup;
import dev.msvc.cluster.proxy.ProxySetup;
import dev.msvc.cluster.proxy.StickyKey;
import dev.msvc.cluster.rehearse.Origins;
import dev.msvc.cluster.rehearse.Scene;
import dev.msvc.cluster.rehearse.ServedRoute;
import dev.msvc.cluster.traffic.Router;
import dev.msvc.generators.router.RouterFiles;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.ProxyState;
import dev.msvc.model.shift.RouterWord;
import dev.msvc.model.shift.ShiftPlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A router that is there for a rehearsal alone, and ends with it.
 *
 * @param plan the same with settings of this one
 * @param note why it is another than the plan's; empty where it is not
 * @param end what is left to be closed
 */
record ThrowAway(Scene scene, ShiftPlan plan, String note, Runnable end) implements AutoCloseable {
  private static final Duration DRAIN = Duration.ofSeconds(2);
  private static final int TRIES = 200;
  private static final Duration OFTEN = Duration.ofMillis(50);

  /** What a rehearsal has for itself. */
  record Aside(Invocation call, Path folder, Origins origins) {
    private ShiftFolder attempt(int number) {
      return new ShiftFolder(folder, "attempt-" + number);
    }

    private String origin(Arm arm) {
      return "http://" + at(origins.address(arm));
    }

    private Scene scene(String words, InetSocketAddress front, Supplier<Router> routers) {
      return new Scene(
          words,
          front,
          routers,
          number -> new FileShiftStore(attempt(number).beside(".state.json")),
          number ->
              action ->
                  ShiftLock.during(
                      attempt(number),
                      ".lock",
                      ClusterAccess.who(call),
                      Clock.systemUTC(),
                      () -> {
                        action.run();
                        return 0;
                      }),
          () -> "");
    }
  }

  /**
   * One like that of a plan, where that can be had on this machine; else a local proxy.
   *
   * @param aside in whose folder {@code strangle} is
   */
  static ThrowAway of(Aside aside, ShiftPlan plan) {
    String kind = plan.router().kind();
    if (kind.equals("local")) {
      return local(aside, plan, "");
    }
    if (!kind.equals("haproxy") && !kind.equals("nginx")) {
      return RehearsalNamespace.isNamed(aside.call())
          ? inCluster(aside, plan)
          : local(
              aside,
              plan,
              "the plan's router is %s: a local proxy stood for it; with --context it is rehearsed there"
                  .formatted(kind));
    }
    // a plan may name a program, too: that is not run unasked
    Program program = Program.find(kind, aside.call().env());
    Path usual = Path.of("/usr/sbin", kind);
    if (program == null && Files.isExecutable(usual)) {
      program = new Program(usual);
    }
    if (program == null) {
      return local(
          aside,
          plan,
          "there is no %s on this machine: a local proxy stood for it".formatted(kind));
    }
    return kind.equals("haproxy")
        ? haproxy(aside, plan, program.file())
        : nginx(aside, plan, program.file());
  }

  private static ThrowAway local(Aside aside, ShiftPlan plan, String note) {
    ProxyFile file = ProxyFile.of(new ShiftFolder(aside.folder(), plan.name()));
    String token = ProxySetup.newToken();
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    LocalProxy proxy =
        LocalProxy.start(
            new ProxySetup(
                any,
                any,
                token,
                plan.rules(),
                aside.origins().address(Arm.MONOLITH),
                aside.origins().address(Arm.SERVICE),
                plan.weights(-1),
                to -> file.write(new ProxyState("", token, to)),
                StickyKey.of(plan),
                OptionalLong.empty(),
                DRAIN,
                MirrorSetup.of(plan)));
    return new ThrowAway(
        aside.scene(
            "a local proxy at " + at(proxy.address()),
            proxy.address(),
            () -> new LocalRouter(proxy.admin(), token)),
        plan,
        note,
        proxy::close);
  }

  /** A route in a namespace of its own; no gateway serves it, and a local proxy does. */
  private static ThrowAway inCluster(Aside aside, ShiftPlan plan) {
    RehearsalNamespace there = RehearsalNamespace.make(aside.call(), plan);
    try {
      ThrowAway here = local(aside, there.plan(), "");
      Supplier<Router> proxies = here.scene().routers();
      return new ThrowAway(
          new Scene(
              there.words(),
              here.scene().front(),
              () -> new ServedRoute(there.router(), proxies.get()),
              there::store,
              there::alone,
              there::rest),
          there.plan(),
          "no gateway served the route: a local proxy went by its weights, and took all of them",
          () -> {
            here.close();
            there.close();
          });
    } catch (RuntimeException failed) {
      there.close();
      throw failed;
    }
  }

  /** The same plan before services of a namespace, with a route there. */
  static ShiftPlan in(ShiftPlan plan, String namespace) {
    boolean istio = plan.router().kind().equals("istio");
    return with(
        plan,
        "http://monolith.%s.svc:8080".formatted(namespace),
        "http://service.%s.svc:8080".formatted(namespace),
        Map.of("namespace", namespace, istio ? "virtual-service" : "route", plan.name()));
  }

  private static ThrowAway haproxy(Aside aside, ShiftPlan plan, Path program) {
    InetSocketAddress front = free();
    ShiftPlan ours =
        with(
            aside,
            plan,
            Map.of("socket", aside.folder().resolve("a.sock").toString(), "listen", at(front)));
    Path conf = files(aside, ours, Map.of()).resolve(plan.name() + ".cfg");
    return started(
        aside,
        ours,
        front,
        List.of(program.toString(), "-db", "-f", conf.toString()),
        () -> HaproxyRouter.of(ours, "the rehearsal", kept -> {}));
  }

  private static ThrowAway nginx(Aside aside, ShiftPlan plan, Path program) {
    InetSocketAddress front = free();
    Path folder = aside.folder();
    Path conf = folder.resolve("nginx.conf");
    ShiftPlan ours =
        with(
            aside,
            plan,
            Map.of(
                "include", folder.resolve(plan.name() + "-weights.conf").toString(),
                "status", "http://%s/-/msvc/%s".formatted(at(free()), plan.name()),
                "listen", at(front),
                "nginx", program.toString(),
                "conf", conf.toString()));
    files(aside, ours, Map.of("nginx.conf", conf(folder, plan.name())));
    return started(
        aside,
        ours,
        front,
        List.of(
            program.toString(),
            "-c",
            conf.toString(),
            "-e",
            folder.resolve("error.log").toString()),
        () -> NginxRouter.of(ours, "the rehearsal", new NginxFile(ours)));
  }

  private static String conf(Path folder, String name) {
    return """
    daemon off;
    worker_processes 2;
    pid %1$s/nginx.pid;
    error_log %1$s/error.log;
    events {}
    http {
      access_log off;
      client_body_temp_path %1$s/body;
      proxy_temp_path %1$s/proxy;
      fastcgi_temp_path %1$s/fastcgi;
      uwsgi_temp_path %1$s/uwsgi;
      scgi_temp_path %1$s/scgi;
      include %1$s/%2$s.conf;
    }
    """
        .formatted(folder, name);
  }

  /** The same plan before the two small servers, with other settings of its router. */
  private static ShiftPlan with(Aside aside, ShiftPlan plan, Map<String, String> settings) {
    return with(plan, aside.origin(Arm.MONOLITH), aside.origin(Arm.SERVICE), settings);
  }

  private static ShiftPlan with(
      ShiftPlan plan, String monolith, String service, Map<String, String> settings) {
    return plan.between(
        new RouterWord(plan.router().kind(), new TreeMap<>(settings), plan.router().line()),
        monolith,
        service);
  }

  /** What {@code strangle route} prints, in files. */
  private static Path files(Aside aside, ShiftPlan plan, Map<String, String> more) {
    SortedMap<String, String> files = new TreeMap<>(more);
    for (PlannedFile each : RouterFiles.of(plan, "the rehearsal")) {
      files.put(each.path(), each.text());
    }
    new Workspace().add(aside.folder(), files);
    return aside.folder();
  }

  private static ThrowAway started(
      Aside aside,
      ShiftPlan plan,
      InetSocketAddress front,
      List<String> command,
      Supplier<Router> routers) {
    Path said = aside.folder().resolve("said.log");
    ChildProgram child = ChildProgram.start(command, aside.folder(), said.toFile());
    try {
      for (int i = 0; !serves(routers.get()); i++) {
        if (i == TRIES || child.ended()) {
          throw new UserError(
              "%s does not run by what strangle route prints: %s"
                  .formatted(command.get(0), text(said)),
              "see whether it is too old",
              8);
        }
        ShiftRun.pause(OFTEN);
      }
    } catch (RuntimeException failed) {
      child.close();
      throw failed;
    }
    return new ThrowAway(
        aside.scene("%s at %s".formatted(command.get(0), at(front)), front, routers),
        plan,
        "",
        child::close);
  }

  private static boolean serves(Router router) {
    try {
      return router.look().ready(Arm.SERVICE).orElse(1) > 0;
    } catch (UserError notYet) {
      return false;
    }
  }

  private static String text(Path file) {
    try {
      return Text.shortenedEnd(Files.readString(file).strip(), 500);
    } catch (IOException unreadable) {
      return "it said nothing";
    }
  }

  private static InetSocketAddress free() {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new InetSocketAddress(InetAddress.getLoopbackAddress(), any.getLocalPort());
    } catch (IOException e) {
      throw new UserError("no port of loopback is free", "see what takes them all", 8);
    }
  }

  private static String at(InetSocketAddress address) {
    return "127.0.0.1:" + address.getPort();
  }

  @Override
  public void close() {
    end.run();
  }
}
