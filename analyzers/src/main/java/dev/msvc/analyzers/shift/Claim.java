package dev.msvc.analyzers.shift;

import java.util.List;

/**
 * A path that a route is for.
 *
 * @param slash whether the path ends with one, where it is exact
 */
record Claim(List<String> segments, boolean exact, boolean slash) {
  Claim {
    segments = List.copyOf(segments);
  }

  static Claim prefix(List<String> segments) {
    return new Claim(segments, false, false);
  }

  static Claim exactly(UrlTemplate fixed) {
    return new Claim(fixed.segments(), true, fixed.slash());
  }

  String path() {
    return UrlTemplate.path(segments) + (slash && !segments.isEmpty() ? "/" : "");
  }

  /** Whether routers try it before a prefix. */
  boolean precedes(List<String> prefix) {
    return exact || segments.size() > prefix.size();
  }

  /** Whether it is a prefix of a path. */
  boolean leadsTo(List<String> path) {
    return !exact
        && segments.size() <= path.size()
        && segments.equals(path.subList(0, segments.size()));
  }
}
