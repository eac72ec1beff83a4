package dev.msvc.analyzers.code;

import com.github.javaparser.JavaToken;
import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import dev.msvc.model.shift.Deletion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a Java file is used by some lines of it alone, so that it can go with them: private
 * members and imports. Names are compared and nothing else, so that one that stands anywhere else,
 * also in a string, stays.
 */
public final class Unused {
  /** A name; a part of a path in a string is none. */
  private static final Pattern WORD =
      Pattern.compile("(?<![/\\p{L}\\p{N}_$])[\\p{L}_$][\\p{L}\\p{N}_$]*+(?!/)");

  private final WholeLines lines;
  private final Optional<CompilationUnit> unit;
  private final List<Deletion.Lines> gone;
  private final List<Left> left = new ArrayList<>();

  /**
   * A private member that stays, though nothing reads or calls it.
   *
   * @param type its simple name
   * @param why as a sentence without its subject
   */
  public record Left(String type, String member, int line, String why) {}

  /** What only some lines of a file use. */
  public Unused(String text, List<Deletion.Lines> lines) {
    this.lines = new WholeLines(text);
    this.unit = this.lines.parsed();
    this.gone = new ArrayList<>(lines);
    unit.ifPresent(this::sweep);
  }

  /** The lines, and those of what goes with them. */
  public List<Deletion.Lines> lines() {
    return List.copyOf(gone);
  }

  /** Private members that nothing uses any more, and that stay. */
  public List<Left> left() {
    return List.copyOf(left);
  }

  private void sweep(CompilationUnit code) {
    List<PrivateMember> members = new ArrayList<>();
    for (PrivateMember each : PrivateMember.of(code, lines, gone)) {
      if (!isGone(each.range())) {
        members.add(each);
      }
    }
    Set<String> asked = words(code, true, List.of());
    // only what the gone lines used: what nobody used before is not ours
    List<PrivateMember> dead = reached(code, members, asked);
    boolean changed = true;
    while (changed) {
      changed = dead.removeIf(each -> isNamedOutside(each, code, dead));
    }
    List.copyOf(dead).forEach(this::take);
    members.stream()
        .filter(each -> !dead.contains(each) && each.isAmong(asked))
        .filter(each -> !lines.say("lombok.") && each.isSetOnly(code, gone))
        .forEach(
            each -> left.add(each.left("is only set now: take it out with what sets it, by hand")));
    imports(code, asked);
  }

  /** Members that the gone lines name, or those that these name; adds the words of them. */
  private List<PrivateMember> reached(
      CompilationUnit code, List<PrivateMember> members, Set<String> asked) {
    List<PrivateMember> reached = new ArrayList<>();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (PrivateMember each : members) {
        if (!reached.contains(each) && each.isAmong(asked)) {
          reached.add(each);
          asked.addAll(words(code, false, List.of(each.range())));
          changed = true;
        }
      }
    }
    return reached;
  }

  private void take(PrivateMember member) {
    if (member.goes().isPresent()) {
      gone.add(member.goes().get());
    } else {
      left.add(member.left(member.why()));
    }
  }

  /** Whether anything that stays names a member; those that may stay by themselves count. */
  private boolean isNamedOutside(
      PrivateMember member, CompilationUnit code, List<PrivateMember> dead) {
    List<Range> without = new ArrayList<>();
    without.add(member.range());
    dead.stream()
        .filter(each -> each.goes().isPresent())
        .forEach(each -> without.add(each.range()));
    return member.isAmong(wordsOutside(code, without));
  }

  private void imports(CompilationUnit code, Set<String> asked) {
    List<Range> imports = new ArrayList<>();
    code.getImports().forEach(each -> each.getRange().ifPresent(imports::add));
    code.getPackageDeclaration().ifPresent(each -> each.getRange().ifPresent(imports::add));
    Set<String> staying = new HashSet<>();
    for (JavaToken token : tokens(code)) {
      // a comment that links a type needs its import, too
      if (isOutside(token, imports) && !isGone(token.getRange().orElseThrow())) {
        words(token.getText(), staying);
      }
    }
    for (ImportDeclaration each : code.getImports()) {
      String name = each.getName().getIdentifier();
      if (!each.isAsterisk() && asked.contains(name) && !staying.contains(name)) {
        each.getRange()
            .filter(range -> lines.of(each).isPresent())
            .ifPresent(range -> gone.add(new Deletion.Lines(range.begin.line, range.end.line)));
      }
    }
  }

  private Set<String> wordsOutside(CompilationUnit code, List<Range> without) {
    Set<String> words = new HashSet<>();
    for (JavaToken token : tokens(code)) {
      if (!token.getCategory().isComment()
          && isOutside(token, without)
          && !isGone(token.getRange().orElseThrow())) {
        words(token.getText(), words);
      }
    }
    return words;
  }

  /** Words of the gone lines, or of some places. */
  private Set<String> words(CompilationUnit code, boolean ofGone, List<Range> places) {
    Set<String> words = new HashSet<>();
    for (JavaToken token : tokens(code)) {
      if (ofGone ? isGone(token.getRange().orElseThrow()) : !isOutside(token, places)) {
        words(token.getText(), words);
      }
    }
    return words;
  }

  private static List<JavaToken> tokens(CompilationUnit code) {
    List<JavaToken> tokens = new ArrayList<>();
    code.getTokenRange().ifPresent(range -> range.forEach(tokens::add));
    tokens.removeIf(each -> each.getRange().isEmpty() || each.getCategory().isWhitespace());
    return tokens;
  }

  private static void words(String text, Set<String> into) {
    for (Matcher each = WORD.matcher(text); each.find(); ) {
      into.add(each.group());
    }
  }

  private boolean isGone(Range range) {
    return gone.stream().anyMatch(each -> each.holds(range.begin.line));
  }

  private static boolean isOutside(JavaToken token, List<Range> places) {
    Range range = token.getRange().orElseThrow();
    return places.stream().noneMatch(each -> each.contains(range));
  }
}
