package dev.msvc.analyzers.trace;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The first requests of each file: what they have in common is found before all are read. */
final class PathSample implements Sink {
  private static final int EACH = 2_000;
  private static final int SPANS = 50_000;
  private static final int BROKEN = 20_000;
  private static final int DISTINCT = 5_000;

  private final Map<List<String>, Long> paths = new HashMap<>();
  private long[] raw = new long[EACH];
  private int raws;
  private int taken;
  private int spans;
  private int broken;

  /** Another file starts. */
  void next() {
    raws = 0;
    taken = 0;
    spans = 0;
    broken = 0;
  }

  @Override
  public void request(Request request) {
    taken++;
    String path = request.route().isEmpty() ? request.path() : request.route();
    if (!path.isEmpty() && !Traffics.isAsset(path)) {
      List<String> key = List.of(request.method(), path);
      if (paths.size() < DISTINCT || paths.containsKey(key)) {
        paths.merge(key, 1L, Long::sum);
      }
    }
  }

  @Override
  public void duration(long micros) {
    if (raws < EACH && micros >= 0) {
      raw[raws++] = micros;
    }
  }

  @Override
  public void span(Span span) {
    spans++;
    if (span.isRequest()) {
      Request request = span.request();
      String path = AccessLines.path(request.path());
      request(new Request("", request.method(), request.route(), path, false, 0, 0));
    }
  }

  @Override
  public void broken(int line, String reason) {
    broken++;
  }

  @Override
  public boolean isFull() {
    return taken >= EACH || spans >= SPANS || broken >= BROKEN;
  }

  Map<List<String>, Long> paths() {
    return paths;
  }

  /** How many microseconds a duration of this file has that does not tell its unit. */
  long unit() {
    return AccessLines.unit(Arrays.copyOf(raw, raws));
  }

  boolean hasRaw() {
    return raws > 0;
  }
}
