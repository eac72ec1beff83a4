package dev.msvc.model;

import java.util.Comparator;
import java.util.List;

/**
 * What must be moved with one thing, and what that cuts.
 *
 * @param kind table, class, package or path
 * @param name of what is to be moved
 * @param members classes and tables that come along, in the order in which they are drawn in
 * @param entryPoints that come along
 * @param libraries shared classes that it uses: to be copied or made a library, sorted
 * @param mustSplit classes that do the work of several contexts and that it uses or is used by,
 *     sorted
 * @param incoming references to it from what stays, heaviest first
 * @param outgoing references of it to what stays, heaviest first: each may become a remote call
 * @param cuts what its boundary cuts, those that hurt most first
 * @param remoteCalls places that call across its boundary, without those that only ask data
 * @param lines of the classes that come along
 */
public record Slice(
    String kind,
    String name,
    List<Member> members,
    List<EntryPoint> entryPoints,
    List<String> libraries,
    List<String> mustSplit,
    List<Dependency> incoming,
    List<Dependency> outgoing,
    List<Cut> cuts,
    int remoteCalls,
    int lines) {
  /** The name that its cuts give to what stays. */
  public static final String REST = "the rest";

  public Slice {
    members = List.copyOf(members);
    entryPoints = List.copyOf(entryPoints);
    libraries = List.copyOf(libraries);
    mustSplit = List.copyOf(mustSplit);
    incoming = List.copyOf(incoming);
    outgoing = List.copyOf(outgoing);
    cuts = List.copyOf(cuts);
  }

  /**
   * A class or table that comes along.
   *
   * @param why in a few words, with its figures
   */
  public record Member(String name, boolean table, String why) {
    /** Why what a slice starts from is in it. */
    public static final String ASKED = "asked for";
  }

  /** Classes that come along. */
  public List<String> classes() {
    return members.stream().filter(each -> !each.table()).map(Member::name).toList();
  }

  /**
   * What a slice of a path would take first if it were to be bigger, where it is its handlers
   * alone: the class that they inherit from, or else the one that they call most; empty otherwise,
   * and where they do neither.
   */
  public String next() {
    if (!kind.equals("path")
        || !members.stream().allMatch(each -> each.why().equals(Member.ASKED))) {
      return "";
    }
    return outgoing.stream()
        .filter(
            each ->
                each.kinds().containsKey(ReferenceKind.INHERIT)
                    || each.kinds().containsKey(ReferenceKind.CALL))
        .max(
            Comparator.comparing(
                    (Dependency each) -> each.kinds().containsKey(ReferenceKind.INHERIT))
                .thenComparing(each -> each.kinds().getOrDefault(ReferenceKind.CALL, 0)))
        .map(Dependency::to)
        .orElse("");
  }

  /** Tables that come along. */
  public List<String> tables() {
    return members.stream().filter(Member::table).map(Member::name).toList();
  }
}
