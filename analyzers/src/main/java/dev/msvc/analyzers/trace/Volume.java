package dev.msvc.analyzers.trace;

/** How often something was asked for, how often in vain, and how long it took. */
final class Volume {
  private final Sketch durations = new Sketch();
  private long requests;
  private long errors;

  void add(Request request) {
    add(request.failed(), request.micros());
  }

  void add(boolean failed, long micros) {
    requests++;
    errors += failed ? 1 : 0;
    if (micros >= 0) {
      durations.add(micros);
    }
  }

  long requests() {
    return requests;
  }

  long errors() {
    return errors;
  }

  long timed() {
    return durations.count();
  }

  long quantile(double share) {
    return durations.quantile(share);
  }
}
