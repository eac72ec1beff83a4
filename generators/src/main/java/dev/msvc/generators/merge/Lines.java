package dev.msvc.generators.merge;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/** A text by its lines; how they end is kept, and makes no difference. */
final class Lines extends Sequence {
  private final List<String> texts = new ArrayList<>();
  private final List<String> ends = new ArrayList<>();

  Lines(String text) {
    int from = 0;
    while (from < text.length()) {
      int at = text.indexOf('\n', from);
      int to = at < 0 ? text.length() : at;
      boolean carriage = at > from && text.charAt(at - 1) == '\r';
      texts.add(text.substring(from, carriage ? to - 1 : to));
      ends.add(at < 0 ? "" : carriage ? "\r\n" : "\n");
      from = to + 1;
    }
  }

  @Override
  public int size() {
    return texts.size();
  }

  List<String> texts() {
    return texts;
  }

  String text(int line) {
    return texts.get(line);
  }

  String end(int line) {
    return ends.get(line);
  }

  /** How most lines end. */
  String usualEnd() {
    int carriages = 0;
    int plain = 0;
    for (String each : ends) {
      carriages += each.equals("\r\n") ? 1 : 0;
      plain += each.equals("\n") ? 1 : 0;
    }
    return carriages > plain ? "\r\n" : "\n";
  }

  boolean endsInLine() {
    return texts.isEmpty() || !ends.get(ends.size() - 1).isEmpty();
  }

  /** Whether both say the same, however lines end. */
  boolean same(Lines other) {
    return texts.equals(other.texts);
  }

  /** Other lines with the ends of these. */
  String ended(List<String> lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      boolean last = i == lines.size() - 1;
      text.append(lines.get(i)).append(last && !endsInLine() ? "" : usualEnd());
    }
    return text.toString();
  }

  /** Compares lines by what they say. */
  static final class ByText extends SequenceComparator<Lines> {
    @Override
    public boolean equals(Lines a, int i, Lines b, int j) {
      return a.text(i).equals(b.text(j));
    }

    @Override
    public int hash(Lines lines, int i) {
      return lines.text(i).hashCode();
    }
  }
}
