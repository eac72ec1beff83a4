package dev.msvc.analyzers.shift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * URLs that a handler answers.
 *
 * @param segments between slashes; with variables and wildcards as they are written
 * @param open whether all below is its, too
 * @param slash whether it ends with a slash that no segment follows
 */
record UrlTemplate(List<String> segments, boolean open, boolean slash) {
  private static final Pattern VARIABLE = Pattern.compile("\\{[^{}]*}");

  UrlTemplate {
    segments = List.copyOf(segments);
  }

  /**
   * A route's or a servlet's path; empty where it is none that begins with a slash.
   *
   * @param servlet whether a star at its end is for all below, and a single slash for everything
   */
  static Optional<UrlTemplate> of(String path, boolean servlet) {
    if (!path.startsWith("/") || path.contains("?") || path.contains("#")) {
      return Optional.empty();
    }
    List<String> segments = new ArrayList<>();
    for (String each : path.split("/", -1)) {
      if (!each.isEmpty()) {
        segments.add(each);
      }
    }
    String last = segments.isEmpty() ? "" : segments.get(segments.size() - 1);
    boolean open =
        servlet
            ? path.equals("/") || last.equals("*")
            : last.equals("**") || (last.startsWith("{*") && last.endsWith("}"));
    if (open && !segments.isEmpty()) {
      segments.remove(segments.size() - 1);
    }
    int deep = segments.indexOf("**");
    if (deep >= 0) {
      return Optional.of(new UrlTemplate(segments.subList(0, deep), true, false));
    }
    boolean slash = !open && path.length() > 1 && path.endsWith("/");
    return Optional.of(new UrlTemplate(segments, open, slash));
  }

  static boolean isLiteral(String segment) {
    return segment.indexOf('{') < 0 && segment.indexOf('*') < 0;
  }

  /** Whether nothing of it varies. */
  boolean isFixed() {
    return !open && segments.stream().allMatch(UrlTemplate::isLiteral);
  }

  /** What it begins with, up to the first segment that varies. */
  List<String> beginning() {
    int end = 0;
    while (end < segments.size() && isLiteral(segments.get(end))) {
      end++;
    }
    return segments.subList(0, end);
  }

  /** The whole, as a path. */
  String path() {
    return path(segments) + (slash && !segments.isEmpty() ? "/" : "");
  }

  static String path(List<String> segments) {
    return "/" + String.join("/", segments);
  }

  /** Whether some segment may be both. */
  static boolean meet(String one, String other) {
    if (isLiteral(one) && isLiteral(other)) {
      return one.equals(other);
    }
    if (isLiteral(one)) {
      return fits(other, one);
    }
    return !isLiteral(other) || fits(one, other);
  }

  /** Whether some URL is of both. */
  boolean meets(UrlTemplate other) {
    int both = Math.min(segments.size(), other.segments.size());
    boolean long_ = segments.size() == both || other.open;
    boolean short_ = other.segments.size() == both || open;
    if (!long_ || !short_) {
      return false;
    }
    for (int i = 0; i < both; i++) {
      if (!meet(segments.get(i), other.segments.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Those of its URLs that lie at or below a path; empty for none. */
  Optional<UrlTemplate> below(List<String> prefix) {
    if (segments.size() < prefix.size() && !open) {
      return Optional.empty();
    }
    List<String> narrowed = new ArrayList<>(prefix);
    for (int i = 0; i < segments.size(); i++) {
      if (i >= prefix.size()) {
        narrowed.add(segments.get(i));
      } else if (!meet(segments.get(i), prefix.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(new UrlTemplate(narrowed, open, slash));
  }

  /**
   * Whether a monolith takes this before another for all URLs of a part of the other: it has them
   * all, and is nowhere vaguer and somewhere more exact.
   */
  boolean winsOver(UrlTemplate other, UrlTemplate part) {
    if (open || other.open || part.segments.size() != segments.size()) {
      return false;
    }
    boolean exact = false;
    for (int i = 0; i < segments.size(); i++) {
      String mine = segments.get(i);
      String theirs = other.segments.get(i);
      String wanted = part.segments.get(i);
      boolean has = isLiteral(wanted) ? meet(mine, wanted) : rank(mine) == 0 || mine.equals(wanted);
      if (!has || rank(mine) < rank(theirs)) {
        return false;
      }
      exact |= rank(mine) > rank(theirs);
    }
    return exact;
  }

  /** 2 for a word, 1 for a word with something open in it, 0 for anything. */
  private static int rank(String segment) {
    if (isLiteral(segment)) {
      return 2;
    }
    return segment.equals("*") || VARIABLE.matcher(segment).matches() ? 0 : 1;
  }

  private static boolean fits(String pattern, String word) {
    if (rank(pattern) == 0) {
      return true;
    }
    StringBuilder regex = new StringBuilder();
    for (String part : VARIABLE.matcher(pattern).replaceAll("*").split("\\*", -1)) {
      regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(part));
    }
    return word.matches(regex.toString());
  }
}
