package dev.msvc.cluster.proxy;

import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.Weights;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a local proxy is told when it starts; only the weights change while it runs.
 *
 * @param listen where clients reach it; port 0 for any that is free
 * @param admin where its weights are read and written: a loopback address
 * @param token that whoever reads or writes weights must know; see {@link #newToken}
 * @param rules the first that fits decides
 * @param initial weights; rules that they don't name begin with nothing for the service
 * @param persist is given weights before they take effect; they don't where it throws
 * @param sticky what keeps a client with its arm
 * @param seed of the choice by weight; a random one where it is empty
 * @param drain how long requests under way may go on when the proxy ends, and upgraded connections
 *     when the service's weight becomes 0
 * @param mirror which requests are copied to the service; empty for none
 */
public record ProxySetup(
    InetSocketAddress listen,
    InetSocketAddress admin,
    String token,
    List<Rule> rules,
    InetSocketAddress monolith,
    InetSocketAddress service,
    Weights initial,
    Consumer<Weights> persist,
    Optional<StickyKey> sticky,
    OptionalLong seed,
    Duration drain,
    Optional<MirrorSetup> mirror) {

  private static final int SHORTEST_TOKEN = 16;

  public ProxySetup {
    rules = List.copyOf(rules);
    Set<String> ids = new HashSet<>();
    for (Rule rule : rules) {
      if (!ids.add(rule.id())) {
        throw new IllegalArgumentException("two rules are named '%s'".formatted(rule.id()));
      }
    }
    for (String id : initial.service().keySet()) {
      if (!ids.contains(id)) {
        throw new IllegalArgumentException("there is no rule '%s' to have a weight".formatted(id));
      }
    }
    Weights all = Weights.none(rules);
    for (var weight : initial.service().entrySet()) {
      all = all.with(weight.getKey(), weight.getValue());
    }
    initial = all;
    if (admin.isUnresolved() || !admin.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException(
          "weights are written on a loopback address, and %s is none".formatted(admin));
    }
    if (token.length() < SHORTEST_TOKEN) {
      throw new IllegalArgumentException("the token is too short to be a secret");
    }
  }

  /** One that copies nothing. */
  public ProxySetup(
      InetSocketAddress listen,
      InetSocketAddress admin,
      String token,
      List<Rule> rules,
      InetSocketAddress monolith,
      InetSocketAddress service,
      Weights initial,
      Consumer<Weights> persist,
      Optional<StickyKey> sticky,
      OptionalLong seed,
      Duration drain) {
    this(
        listen,
        admin,
        token,
        rules,
        monolith,
        service,
        initial,
        persist,
        sticky,
        seed,
        drain,
        Optional.empty());
  }

  /** A token that nobody guesses. */
  public static String newToken() {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
