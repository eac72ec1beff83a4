package dev.msvc.analyzers.trace;

/**
 * A request that a server served.
 *
 * @param service the program that served it, as it calls itself; empty where that is not known
 * @param method as {@code GET}; empty where it is not known
 * @param route the template of the path that the framework says it served; empty for none
 * @param path without the query; empty for none
 * @param millis when it started or ended, since 1970; 0 where that is not known
 * @param micros how long it took; -1 where that is not known
 */
record Request(
    String service,
    String method,
    String route,
    String path,
    boolean failed,
    long millis,
    long micros) {
  Request lasting(long duration) {
    return new Request(service, method, route, path, failed, millis, duration);
  }
}
