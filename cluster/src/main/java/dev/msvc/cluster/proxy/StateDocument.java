package dev.msvc.cluster.proxy;

import dev.msvc.cluster.traffic.ClientErrors;
import dev.msvc.cluster.traffic.Mirrored;
import dev.msvc.cluster.traffic.Sight;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.PerClient;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.Tally;
import dev.msvc.model.shift.Weights;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the proxy says of itself in JSON, written and read. */
final class StateDocument {
  private static final String CLIENT_ERRORS = "clientErrors";
  private static final String PER_CLIENT = "requestsPerClient";
  private static final String OF_CLIENTS = "requestsOfClients";

  private StateDocument() {}

  static JsonObject write(
      Live.Now now,
      List<Rule> rules,
      Counters counters,
      Map<String, Mirrored> mirrored,
      Map<Arm, Integer> ready) {
    PerClient perClient = now.clients() == null ? null : now.clients().perClient(rules);
    JsonArray written = new JsonArray();
    for (int i = 0; i < rules.size(); i++) {
      JsonObject rule =
          new JsonObject()
              .put("id", rules.get(i).id())
              .put("kind", rules.get(i).kind().name().toLowerCase(Locale.ROOT))
              .put("weight", now.percents().get(i));
      for (Arm arm : Arm.values()) {
        rule.put(name(arm), counted(counters.of(i, arm)));
      }
      Mirrored copies = mirrored.get(rules.get(i).id());
      if (copies != null) {
        rule.put("mirror", mirror(copies));
      }
      if (perClient != null) {
        rule.put(PER_CLIENT, perClient.of(rules.get(i).id()));
      }
      written.add(rule);
    }
    JsonObject endpoints = new JsonObject();
    ready.forEach((arm, count) -> endpoints.put(name(arm), count));
    JsonObject state =
        new JsonObject()
            .put("version", now.version())
            .put("ready", endpoints)
            .put("rules", written)
            .put("rest", counted(counters.rest()));
    return perClient == null
        ? state
        : state.put(PER_CLIENT, perClient.all()).put(OF_CLIENTS, perClient.requests());
  }

  private static JsonObject mirror(Mirrored copies) {
    JsonObject paths = new JsonObject();
    copies.paths().forEach(paths::put);
    return new JsonObject()
        .put("mirrored", copies.mirrored())
        .put("differing", copies.differing())
        .put("noisy", copies.noisy())
        .put("dropped", copies.dropped())
        .put("paths", paths);
  }

  private static Mirrored mirrored(JsonObject said) {
    TreeMap<String, Long> paths = new TreeMap<>();
    JsonObject all = said.getJsonObject("paths");
    for (String path : all.fieldNames()) {
      paths.put(path, all.getLong(path));
    }
    return new Mirrored(
        said.getLong("mirrored"),
        said.getLong("differing"),
        said.getLong("noisy", 0L),
        said.getLong("dropped"),
        paths);
  }

  private static JsonObject counted(Recorder recorder) {
    // first, so that there are never more of them than requests
    long clientErrors = recorder.clientErrors();
    Tally tally = recorder.tally();
    return new JsonObject()
        .put("requests", tally.requests())
        .put("failures", tally.failures())
        .put(CLIENT_ERRORS, clientErrors)
        .put("latencies", new JsonArray(List.copyOf(recorder.latencies().counts())));
  }

  /** Whether it is one at all: something else may answer on a port. */
  static boolean isState(JsonObject state) {
    return state.getValue("version") instanceof String
        && state.getValue("ready") instanceof JsonObject
        && state.getValue("rules") instanceof JsonArray;
  }

  /** What a router is seen as. */
  static Sight sight(JsonObject state) {
    TreeMap<String, Integer> weights = new TreeMap<>();
    Map<String, Map<Arm, Tally>> counts = new HashMap<>();
    Map<String, Mirrored> mirrored = new HashMap<>();
    TreeMap<String, Double> perClient = new TreeMap<>();
    for (Object each : state.getJsonArray("rules")) {
      JsonObject rule = (JsonObject) each;
      String id = rule.getString("id");
      weights.put(id, rule.getInteger("weight"));
      Map<Arm, Tally> arms = new EnumMap<>(Arm.class);
      Map<Arm, Tally> clientErrors = new EnumMap<>(Arm.class);
      for (Arm arm : Arm.values()) {
        JsonObject counted = rule.getJsonObject(name(arm));
        long requests = counted.getLong("requests");
        arms.put(arm, new Tally(requests, counted.getLong("failures")));
        if (counted.containsKey(CLIENT_ERRORS)) {
          clientErrors.put(arm, new Tally(requests, counted.getLong(CLIENT_ERRORS)));
        }
      }
      counts.put(id, arms);
      if (!clientErrors.isEmpty()) {
        // a proxy that an older msvc started counts none
        counts.put(ClientErrors.key(id), clientErrors);
      }
      if (rule.containsKey(PER_CLIENT)) {
        perClient.put(id, rule.getDouble(PER_CLIENT));
      }
      if (rule.getValue("mirror") instanceof JsonObject copies) {
        Mirrored of = mirrored(copies);
        mirrored.put(id, of);
        counts.put(Mirrored.key(id), Map.of(Arm.SERVICE, of.tally()));
      }
    }
    Map<Arm, Integer> ready = new EnumMap<>(Arm.class);
    for (Arm arm : Arm.values()) {
      ready.put(arm, state.getJsonObject("ready").getInteger(name(arm)));
    }
    Sight sight =
        new Sight(
            state.getString("version"), new Weights(weights), true, "", ready, counts, mirrored);
    return state.containsKey(PER_CLIENT)
        ? sight.keeping(
            Optional.of(
                new PerClient(
                    perClient, state.getDouble(PER_CLIENT), state.getLong(OF_CLIENTS, 0L))))
        : sight;
  }

  /** How long the answers of one arm of a rule took to begin. */
  static Map<String, Map<Arm, Latencies>> latencies(JsonObject state) {
    Map<String, Map<Arm, Latencies>> all = new TreeMap<>();
    for (Object each : state.getJsonArray("rules")) {
      JsonObject rule = (JsonObject) each;
      Map<Arm, Latencies> arms = new EnumMap<>(Arm.class);
      for (Arm arm : Arm.values()) {
        List<Long> counts =
            rule.getJsonObject(name(arm)).getJsonArray("latencies").stream()
                .map(count -> ((Number) count).longValue())
                .toList();
        arms.put(arm, new Latencies(counts));
      }
      all.put(rule.getString("id"), arms);
    }
    return all;
  }

  static JsonObject weights(Weights weights) {
    JsonObject byRule = new JsonObject();
    weights.service().forEach(byRule::put);
    return new JsonObject().put("weights", byRule);
  }

  private static String name(Arm arm) {
    return arm.name().toLowerCase(Locale.ROOT);
  }
}
