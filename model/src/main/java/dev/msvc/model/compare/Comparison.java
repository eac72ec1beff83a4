package dev.msvc.model.compare;

import dev.msvc.model.compare.Spot.Kind;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How one answer differs from another.
 *
 * <p>Answers of another status are not compared further: all of them would differ. Of cookies only
 * the names count, and none of their values is ever kept.
 */
public final class Comparison {
  private static final int SHOWN = 80;

  /** What a field of a record is called; other keys are data, as ids and names of people. */
  private static final String FIELD = "[A-Za-z_$][A-Za-z0-9_$-]{0,39}";

  private static final String NUMBERED = ".*[0-9]{4}.*";

  private final Ignored ignored;
  private final boolean shows;

  /**
   * One by the rules of a plan.
   *
   * @param ignore what is not compared
   * @param shows whether differences keep what bodies and addresses say
   */
  public Comparison(List<String> ignore, boolean shows) {
    this.ignored = new Ignored(List.copyOf(ignore));
    this.shows = shows;
  }

  /** One difference for each spot, in order. */
  public List<Difference> of(Reply monolith, Reply other) {
    Found found = new Found();
    if (monolith.status() != other.status()) {
      found.at(
          Spot.STATUS,
          Kind.VALUE,
          String.valueOf(monolith.status()),
          String.valueOf(other.status()));
      return found.all();
    }
    headers(monolith.headers(), other.headers(), found);
    bodies(monolith.body(), other.body(), found);
    return found.all();
  }

  /** That the service gave none where the monolith did. */
  public Difference unanswered(Reply monolith, String why) {
    return new Difference(
        new Spot(Spot.ANSWER, Kind.MISSING), String.valueOf(monolith.status()), why);
  }

  private void headers(
      SortedMap<String, List<String>> one, SortedMap<String, List<String>> other, Found found) {
    SortedSet<String> names = new TreeSet<>(one.keySet());
    names.addAll(other.keySet());
    for (String name : names) {
      if (ignored.header(name)) {
        continue;
      }
      String path = "header:" + name;
      List<String> left = one.get(name);
      List<String> right = other.get(name);
      if (left == null || right == null) {
        found.at(path, left == null ? Kind.EXTRA : Kind.MISSING, header(left), header(right));
      } else if (!compared(name, left).equals(compared(name, right))) {
        found.at(path, Kind.VALUE, header(name, left), header(name, right));
      }
    }
  }

  private static String header(@Nullable List<String> values) {
    return values == null ? "none" : "there";
  }

  private String header(String name, List<String> values) {
    boolean plain = name.equals("content-type") || name.equals("cache-control");
    if (name.equals("set-cookie")) {
      return String.join(", ", compared(name, values));
    }
    String all = String.join(", ", values);
    return shows || plain ? shortened(all) : "text of %d".formatted(all.length());
  }

  private static List<String> compared(String name, List<String> values) {
    return switch (name) {
      case "set-cookie" ->
          values.stream().map(each -> each.replaceFirst("=.*", "").strip()).sorted().toList();
      case "content-type" ->
          values.stream()
              .map(
                  each ->
                      each.replace(" ", "").replace("\"", "").toLowerCase(java.util.Locale.ROOT))
              .toList();
      default -> values;
    };
  }

  private void bodies(Body one, Body other, Found found) {
    if (one.json().isPresent() && other.json().isPresent()) {
      json("$", one.json().get(), other.json().get(), found);
    } else if (!one.digest().equals(other.digest()) && !ignored.path("$")) {
      found.at("body", Kind.VALUE, bytes(one), bytes(other));
    }
  }

  private static String bytes(Body body) {
    return "%d bytes, sha-256 %s"
        .formatted(body.length(), body.digest().substring(0, Math.min(12, body.digest().length())));
  }

  private void json(String path, Json one, Json other, Found found) {
    if (ignored.path(path)) {
      return;
    }
    if (!one.kind().equals(other.kind())) {
      found.at(path, Kind.TYPE, shown(one), shown(other));
    } else if (one instanceof Json.Fields left && other instanceof Json.Fields right) {
      fields(path, left.values(), right.values(), found);
    } else if (one instanceof Json.Items left && other instanceof Json.Items right) {
      items(path + "[]", left.values(), right.values(), found);
    } else if (!one.equals(other)) {
      found.at(path, Kind.VALUE, shown(one), shown(other));
    }
  }

  private void fields(
      String path, SortedMap<String, Json> one, SortedMap<String, Json> other, Found found) {
    SortedSet<String> names = new TreeSet<>(one.keySet());
    names.addAll(other.keySet());
    for (String name : names) {
      both(path + "." + key(name), one.get(name), other.get(name), found);
    }
  }

  private void items(String path, List<Json> one, List<Json> other, Found found) {
    for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
      both(path, i < one.size() ? one.get(i) : null, i < other.size() ? other.get(i) : null, found);
    }
  }

  private void both(String path, @Nullable Json one, @Nullable Json other, Found found) {
    if (one != null && other != null) {
      json(path, one, other, found);
    } else if (!ignored.path(path)) {
      found.at(
          path,
          one == null ? Kind.EXTRA : Kind.MISSING,
          one == null ? "none" : shown(one),
          other == null ? "none" : shown(other));
    }
  }

  private static String key(String name) {
    return name.matches(FIELD) && !name.matches(NUMBERED) ? name : "*";
  }

  private String shown(Json value) {
    return shows ? shortened(value.text()) : value.redacted();
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "...";
  }

  /** The address of a redirect without who answers: each arm names itself. */
  public static String location(String value, URI base) {
    String own = base.getScheme() + "://" + base.getRawAuthority();
    boolean its = value.startsWith(own + "/") || value.equals(own);
    return its ? (value.length() == own.length() ? "/" : value.substring(own.length())) : value;
  }

  /** The first of each spot. */
  private static final class Found {
    private final SortedMap<Spot, Difference> first = new TreeMap<>();

    void at(String path, Kind kind, String one, String other) {
      Spot spot = new Spot(path, kind);
      first.putIfAbsent(spot, new Difference(spot, one, other));
    }

    List<Difference> all() {
      return new ArrayList<>(((Map<Spot, Difference>) first).values());
    }
  }
}
