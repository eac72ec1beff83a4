package dev.msvc.generators.merge;

import dev.msvc.model.yaml.YamlOutline;
import dev.msvc.model.yaml.YamlOutline.Block;
import dev.msvc.model.yaml.YamlOutline.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Three YAML texts become one by what they say: mappings by key, lists by what names their items.
 * Comments of the user stay; where both changed one thing, its lines are in conflict.
 */
final class YamlMerge {
  /**
   * What names the items of a list, the best first: Kubernetes', Prometheus' and pipelines' own.
   */
  private static final List<String> NAMES =
      List.of(
          "name",
          "mountPath",
          "containerPort",
          "port",
          "topologyKey",
          "host",
          "alert",
          "record",
          "path",
          "uses",
          "id",
          "key",
          "type");

  private static final Block NOTHING = new Block(false, 2, false, List.of());

  private boolean conflict;

  private YamlMerge() {}

  /** Empty where one of them is no YAML that can be taken apart. */
  static Optional<LineMerge.Merged> of(Lines base, Lines yours, Lines generated) {
    Optional<List<Part>> from = YamlOutline.of(base.texts());
    Optional<List<Part>> user = YamlOutline.of(yours.texts());
    Optional<List<Part>> ours = YamlOutline.of(generated.texts());
    if (from.isEmpty() || user.isEmpty() || ours.isEmpty()) {
      return Optional.empty();
    }
    YamlMerge merge = new YamlMerge();
    Names names = null;
    // an object that moves to a namespace is the same one, where it is the only one of its name
    for (Names each : List.of(new Names(YamlOutline.OBJECT), new Names(""))) {
      if (names == null
          && each.tells(from.get())
          && each.tells(user.get())
          && each.tells(ours.get())) {
        names = each;
      }
    }
    if (names == null) {
      return Optional.empty();
    }
    List<Part> documents = merge.parts(from.get(), user.get(), ours.get(), names);
    List<String> lines = YamlOutline.lines(documents);
    if (!merge.conflict && YamlOutline.of(lines).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new LineMerge.Merged(yours.ended(lines), lines, merge.conflict));
  }

  /**
   * What parts are known by.
   *
   * @param by what an item says of itself; empty for its key
   */
  private record Names(String by) {
    String of(Part part) {
      return by.isEmpty() ? part.key() : part.names().getOrDefault(by, "");
    }

    /** Whether each has one of its own. */
    boolean tells(List<Part> parts) {
      Set<String> seen = new HashSet<>();
      for (Part each : parts) {
        if (of(each).isEmpty() || !seen.add(of(each))) {
          return false;
        }
      }
      return true;
    }

    Map<String, Part> all(List<Part> parts) {
      Map<String, Part> all = new LinkedHashMap<>();
      parts.forEach(each -> all.put(of(each), each));
      return all;
    }
  }

  private static @Nullable Names names(Block... blocks) {
    List<String> candidates = new ArrayList<>(List.of(""));
    if (blocks[1].isList()) {
      candidates.addAll(NAMES);
    }
    for (String each : candidates) {
      Names names = new Names(each);
      boolean tells = true;
      for (Block block : blocks) {
        tells &= names.tells(block.parts());
      }
      if (tells) {
        return names;
      }
    }
    return null;
  }

  private List<Part> parts(List<Part> base, List<Part> yours, List<Part> ours, Names names) {
    Map<String, Part> from = names.all(base);
    Map<String, Part> user = names.all(yours);
    Map<String, Part> generated = names.all(ours);
    List<Part> merged = new ArrayList<>();
    for (String name : order(from, user, generated)) {
      Part part = part(from.get(name), user.get(name), generated.get(name));
      if (part != null) {
        merged.add(part);
      }
    }
    return merged;
  }

  /**
   * The user's order, and that of a new run where it is another and the user had left it alone;
   * what only the other has goes after what it came after.
   */
  private static List<String> order(
      Map<String, Part> from, Map<String, Part> user, Map<String, Part> generated) {
    boolean reordered = isReordered(from, generated) && !isReordered(from, user);
    List<String> order = new ArrayList<>((reordered ? generated : user).keySet());
    String before = null;
    for (String each : (reordered ? user : generated).keySet()) {
      if (!order.contains(each)) {
        order.add(before == null ? 0 : order.indexOf(before) + 1, each);
      }
      before = each;
    }
    // the end of a document stays there
    if (order.remove(YamlOutline.END)) {
      order.add(YamlOutline.END);
    }
    return order;
  }

  private static boolean isReordered(Map<String, Part> from, Map<String, Part> to) {
    List<String> was = new ArrayList<>(from.keySet());
    was.retainAll(to.keySet());
    List<String> is = new ArrayList<>(to.keySet());
    is.retainAll(from.keySet());
    return !was.equals(is);
  }

  private @Nullable Part part(@Nullable Part base, @Nullable Part yours, @Nullable Part ours) {
    if (yours == null) {
      // what the user took out stays out
      return base == null ? ours : null;
    }
    if (ours == null) {
      if (base == null) {
        return yours;
      }
      return sameButIndent(base, yours) ? null : inConflict(base, yours, null);
    }
    LineMerge.Merged lead =
        LineMerge.of(
            lines(base == null ? List.of() : base.lead()), lines(yours.lead()), lines(ours.lead()));
    Part both = both(base, yours, ours);
    return new Part(
        both.key(),
        both.names(),
        lead.conflict() ? yours.lead() : lead.lines(),
        both.own(),
        both.block());
  }

  private Part both(@Nullable Part base, Part yours, Part ours) {
    if (same(yours, ours) || (base != null && same(base, ours))) {
      return yours;
    }
    if (base != null && same(base, yours)) {
      return ours;
    }
    Block user = yours.block();
    Block generated = ours.block();
    Block from = base == null ? NOTHING : base.block();
    if (user == null || generated == null || from == null || user.isList() != generated.isList()) {
      return inConflict(base, yours, ours);
    }
    if (base != null && from.isList() != user.isList()) {
      return inConflict(base, yours, ours);
    }
    List<String> head = head(base == null ? List.of() : base.own(), yours.own(), ours.own());
    Names names = names(from, user, generated);
    if (head == null || names == null || user.dashed() != generated.dashed()) {
      return inConflict(base, yours, ours);
    }
    boolean before = conflict;
    List<Part> inner = parts(from.parts(), user.parts(), generated.parts(), names);
    if (inner.isEmpty()) {
      return inConflict(base, yours, ours);
    }
    Part merged =
        new Part(
            yours.key(),
            yours.names(),
            List.of(),
            head,
            new Block(user.isList(), user.indent(), user.dashed(), inner));
    if (user.dashed() && first(inner).startsWith(YamlOutline.WHOLE_LINE)) {
      conflict = before;
      return inConflict(base, yours, ours);
    }
    return merged;
  }

  private static String first(List<Part> parts) {
    List<String> lines = YamlOutline.lines(parts.get(0));
    return lines.isEmpty() ? "" : lines.get(0);
  }

  /** The line of a key: a comment on it is the user's; null where both changed more. */
  private static @Nullable List<String> head(
      List<String> base, List<String> yours, List<String> ours) {
    if (yours.equals(ours) || base.equals(ours)) {
      return yours;
    }
    if (base.equals(yours)) {
      return ours;
    }
    return bare(yours).equals(bare(ours)) ? yours : null;
  }

  private static List<String> bare(List<String> lines) {
    return lines.stream().map(each -> each.replaceFirst("\\s+#.*$", "").stripTrailing()).toList();
  }

  private static boolean same(Part one, Part other) {
    return YamlOutline.lines(one).equals(YamlOutline.lines(other));
  }

  private static boolean sameButIndent(Part one, Part other) {
    return one.own().equals(other.own()) && sameButIndent(one.block(), other.block());
  }

  private static boolean sameButIndent(@Nullable Block one, @Nullable Block other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    boolean same = one.isList() == other.isList() && one.parts().size() == other.parts().size();
    for (int i = 0; same && i < one.parts().size(); i++) {
      Part a = one.parts().get(i);
      Part b = other.parts().get(i);
      same = a.lead().equals(b.lead()) && sameButIndent(a, b);
    }
    return same;
  }

  /** Lines of both with marks around them, or merged after all where they are not the same ones. */
  private Part inConflict(@Nullable Part base, Part yours, @Nullable Part ours) {
    LineMerge.Merged merged =
        LineMerge.of(
            lines(base == null ? List.of() : YamlOutline.lines(base)),
            lines(YamlOutline.lines(yours)),
            lines(ours == null ? List.of() : YamlOutline.lines(ours)));
    List<String> lines = new ArrayList<>();
    boolean several = base != null && ours != null && base.own().size() > 1;
    if (merged.conflict() || !several) {
      conflict = true;
      lines.add(YamlOutline.WHOLE_LINE + LineMerge.YOURS);
      lines.addAll(YamlOutline.lines(yours));
      lines.add(YamlOutline.WHOLE_LINE + LineMerge.BETWEEN);
      lines.addAll(ours == null ? List.of() : YamlOutline.lines(ours));
      lines.add(YamlOutline.WHOLE_LINE + LineMerge.GENERATED);
    } else {
      lines.addAll(merged.lines());
    }
    return new Part(yours.key(), yours.names(), yours.lead(), lines, null);
  }

  private static Lines lines(List<String> lines) {
    return new Lines(lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
  }
}
