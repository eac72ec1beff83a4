package dev.msvc.cluster.haproxy;

import dev.msvc.cluster.traffic.Router;
import dev.msvc.cluster.traffic.Sight;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.Weights;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * HAProxy on this machine, whose weights are set while it runs, without a reload. It knows no
 * condition for a write: that nothing moved is looked at right before, in the same conversation,
 * and what came of it right after.
 */
public final class HaproxyRouter implements Router {
  private static final int MOVED = 5;
  private static final int REFUSES = 8;

  private final ShiftPlan plan;
  private final SocketAddress address;
  private final Consumer<String> kept;

  private HaproxyRouter(ShiftPlan plan, SocketAddress address, Consumer<String> kept) {
    this.plan = plan;
    this.address = address;
    this.kept = kept;
  }

  /**
   * That of a plan.
   *
   * @param shown the plan's file, as messages name it
   * @param kept is told after each write what HAProxy must read when it starts again; fails never
   * @throws UserError where its socket is no place on this machine
   */
  public static HaproxyRouter of(ShiftPlan plan, String shown, Consumer<String> kept) {
    String socket = plan.router().settings().getOrDefault("socket", "");
    SocketAddress address = address(socket);
    if (address == null) {
      throw new UserError(
          "%s:%d: '%s' is no socket of HAProxy".formatted(shown, plan.router().line(), socket),
          "write its path from the root, or HOST:PORT of this machine: whoever reaches it may do"
              + " all");
    }
    return new HaproxyRouter(plan, address, kept);
  }

  private static @Nullable SocketAddress address(String socket) {
    if (socket.startsWith("/")) {
      return socket.length() < 108 && socket.indexOf('\0') < 0
          ? UnixDomainSocketAddress.of(socket)
          : null;
    }
    int colon = socket.lastIndexOf(':');
    if (colon < 0 || !socket.substring(colon + 1).matches("\\d{1,5}")) {
      return null;
    }
    int port = Integer.parseInt(socket.substring(colon + 1));
    String host = socket.substring(0, colon);
    boolean here = host.matches("localhost|127(\\.\\d{1,3}){3}|\\[::1\\]");
    return here && port > 0 && port < 65_536 ? new InetSocketAddress(host, port) : null;
  }

  @Override
  public Sight look() {
    return asked(this::sight);
  }

  @Override
  public Sight write(Sight base, Weights weights) {
    return asked(api -> written(api, base, weights));
  }

  private Sight written(RuntimeApi api, Sight base, Weights weights) throws IOException {
    Servers before = servers(api);
    if (!before.version().equals(base.version())) {
      throw new UserError(
          "weights of HAProxy moved: %s was looked at, and it is %s by now"
              .formatted(base.weights().service(), before.weights().service()),
          "nothing was written; see who moved them, and go on from what is there",
          MOVED);
    }
    for (Rule each : plan.rules()) {
      String said = api.tell(commands(before, each, weights));
      if (!said.isEmpty()) {
        throw refused("set the weights of " + plan.ours(each), said);
      }
    }
    Servers after = servers(api);
    if (!after.weights().equals(weights) || !after.strange().isEmpty()) {
      throw new UserError(
          "weights of HAProxy were set and are others: %s instead of %s %s"
              .formatted(after.weights().service(), weights.service(), after.strange()),
          "see who else sets them",
          MOVED);
    }
    kept.accept(after.text());
    return sight(api);
  }

  /** The arm that gets more comes first: at no moment has nobody a weight. */
  private List<String> commands(Servers before, Rule rule, Weights weights) {
    int service = weights.of(rule.id(), Arm.SERVICE);
    boolean rises = service > before.weight(rule, Arm.SERVICE);
    Arm first = rises ? Arm.SERVICE : Arm.MONOLITH;
    Arm second = rises ? Arm.MONOLITH : Arm.SERVICE;
    return List.of(command(rule, first, weights), command(rule, second, weights));
  }

  private String command(Rule rule, Arm arm, Weights weights) {
    return "set weight %s/%s %d"
        .formatted(plan.ours(rule), Servers.name(arm), weights.of(rule.id(), arm));
  }

  private Sight sight(RuntimeApi api) throws IOException {
    Servers servers = servers(api);
    String figures = api.ask("show stat -1 4 -1");
    if (!figures.startsWith("# pxname")) {
      throw refused("say what it counted", figures.strip());
    }
    return servers.sight(Table.read(figures, ","));
  }

  private Servers servers(RuntimeApi api) throws IOException {
    String said = api.ask("show servers state");
    if (!said.startsWith("1\n#")) {
      throw refused("say how its servers are", said.strip());
    }
    return Servers.read(plan, said);
  }

  private UserError refused(String what, String said) {
    return new UserError(
        "HAProxy at %s does not %s: %s".formatted(address, what, said),
        "its socket must have the level admin: msvc strangle route %s".formatted(plan.name()),
        REFUSES);
  }

  /** Something that is asked in one conversation. */
  private interface Question<T> {
    T ask(RuntimeApi api) throws IOException;
  }

  private <T> T asked(Question<T> question) {
    try (RuntimeApi api = RuntimeApi.connect(address)) {
      return question.ask(api);
    } catch (IOException e) {
      throw new UserError(
          "HAProxy at %s was not reached: %s".formatted(address, e.getMessage()),
          "see whether it runs, and whether you may use its socket",
          REFUSES);
    }
  }
}
