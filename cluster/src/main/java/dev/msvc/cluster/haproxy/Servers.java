package dev.msvc.cluster.haproxy;

import dev.msvc.cluster.traffic.ClientErrors;
import dev.msvc.cluster.traffic.Sight;
import dev.msvc.model.Digest;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.Tally;
import dev.msvc.model.shift.Weights;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The servers of a shift as they are in HAProxy at one moment.
 *
 * @param text as it printed them, with those of everybody else
 */
record Servers(ShiftPlan plan, String text, Table table) {
  private static final long RUNNING = 2;

  static Servers read(ShiftPlan plan, String text) {
    Servers servers = new Servers(plan, text, Table.read(text, " "));
    for (Rule rule : plan.rules()) {
      for (Arm arm : Arm.values()) {
        servers.of(rule, arm);
      }
    }
    return servers;
  }

  static String name(Arm arm) {
    return arm.name().toLowerCase(Locale.ROOT);
  }

  private Map<String, String> of(Rule rule, Arm arm) {
    return table
        .row("be_name", plan.ours(rule), "srv_name", name(arm))
        .orElseThrow(
            () ->
                new UserError(
                    "HAProxy has no server %s/%s".formatted(plan.ours(rule), name(arm)),
                    "put into it what it must hold: msvc strangle route " + plan.name(),
                    8));
  }

  long weight(Rule rule, Arm arm) {
    return Table.number(of(rule, arm), "srv_uweight");
  }

  /** Of all weights, as they are. */
  String version() {
    StringBuilder all = new StringBuilder();
    for (Rule each : plan.rules()) {
      all.append(each.id())
          .append(' ')
          .append(weight(each, Arm.MONOLITH))
          .append(' ')
          .append(weight(each, Arm.SERVICE))
          .append('\n');
    }
    return Digest.of(all.toString()).substring(0, 16);
  }

  Weights weights() {
    Map<String, Integer> service = new TreeMap<>();
    for (Rule each : plan.rules()) {
      long mine = weight(each, Arm.SERVICE);
      long all = mine + weight(each, Arm.MONOLITH);
      service.put(each.id(), all == 0 ? 0 : (int) Math.round(100.0 * mine / all));
    }
    return new Weights(new TreeMap<>(service));
  }

  /** Weights that are none of ours; empty where all are. */
  String strange() {
    List<String> strange = new ArrayList<>();
    for (Rule each : plan.rules()) {
      long monolith = weight(each, Arm.MONOLITH);
      long service = weight(each, Arm.SERVICE);
      if (monolith + service != 100) {
        strange.add(
            "%s has weights %d and %d, which do not make 100"
                .formatted(plan.ours(each), monolith, service));
      }
    }
    return String.join(", ", strange);
  }

  Sight sight(Table figures) {
    Map<Arm, Integer> ready = new EnumMap<>(Arm.class);
    Map<String, Map<Arm, Tally>> counts = new TreeMap<>();
    for (Rule rule : plan.rules()) {
      Map<Arm, Tally> tallies = new EnumMap<>(Arm.class);
      Map<Arm, Tally> clientErrors = new EnumMap<>(Arm.class);
      for (Arm arm : Arm.values()) {
        ready.merge(arm, isReady(of(rule, arm)) ? 1 : 0, Math::min);
        Optional<Map<String, String>> row =
            figures.row("pxname", plan.ours(rule), "svname", name(arm));
        tallies.put(arm, row.map(Servers::tally).orElse(Tally.NONE));
        clientErrors.put(arm, row.map(Servers::clientErrors).orElse(Tally.NONE));
      }
      counts.put(rule.id(), tallies);
      counts.put(ClientErrors.key(rule.id()), clientErrors);
    }
    String strange = strange();
    return new Sight(version(), weights(), strange.isEmpty(), strange, ready, counts);
  }

  /** Neither stopped by a check nor taken out by somebody. */
  private static boolean isReady(Map<String, String> server) {
    return Table.number(server, "srv_op_state") == RUNNING
        && Table.number(server, "srv_admin_state") == 0;
  }

  private static Tally tally(Map<String, String> row) {
    // given to it since HAProxy started, so that what is under way counts by the weights it came by
    long requests = Table.number(row, "stot");
    long failures =
        Table.number(row, "hrsp_5xx") + Table.number(row, "econ") + Table.number(row, "eresp");
    return new Tally(requests, Math.min(requests, failures));
  }

  private static Tally clientErrors(Map<String, String> row) {
    long requests = Table.number(row, "stot");
    return new Tally(requests, Math.min(requests, Table.number(row, "hrsp_4xx")));
  }
}
