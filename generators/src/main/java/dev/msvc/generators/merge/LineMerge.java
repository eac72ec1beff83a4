package dev.msvc.generators.merge;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeChunk;
import org.eclipse.jgit.merge.MergeChunk.ConflictState;
import org.eclipse.jgit.merge.MergeResult;

/** Three texts become one as git merges them, line by line. */
final class LineMerge {
  /** What conflicts are marked with, as git does. */
  static final String YOURS = "<<<<<<< yours";

  static final String BETWEEN = "=======";
  static final String GENERATED = ">>>>>>> generated";

  private final Lines base;
  private final Lines yours;
  private final Lines generated;
  private final List<String> texts = new ArrayList<>();
  private final List<String> ends = new ArrayList<>();
  private boolean conflict;

  private LineMerge(Lines base, Lines yours, Lines generated) {
    this.base = base;
    this.yours = yours;
    this.generated = generated;
  }

  /**
   * @param yours its line ends stay
   */
  static Merged of(Lines base, Lines yours, Lines generated) {
    LineMerge merge = new LineMerge(base, yours, generated);
    merge.run();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < merge.texts.size(); i++) {
      boolean last = i == merge.texts.size() - 1;
      String end = merge.ends.get(i).isEmpty() ? yours.usualEnd() : merge.ends.get(i);
      text.append(merge.texts.get(i)).append(last && !yours.endsInLine() ? "" : end);
    }
    return new Merged(text.toString(), List.copyOf(merge.texts), merge.conflict);
  }

  /** The outcome. */
  record Merged(String text, List<String> lines, boolean conflict) {}

  private void run() {
    Lines.ByText byText = new Lines.ByText();
    MergeResult<Lines> result =
        new MergeAlgorithm(new HistogramDiff()).merge(byText, base, yours, generated);
    int[] places = places();
    String end = yours.usualEnd();
    boolean open = false;
    for (MergeChunk chunk : result) {
      ConflictState state = chunk.getConflictState();
      if (open && state != ConflictState.NEXT_CONFLICTING_RANGE && !isBase(state)) {
        add(GENERATED, end);
        open = false;
      }
      if (state == ConflictState.FIRST_CONFLICTING_RANGE) {
        conflict = true;
        add(YOURS, end);
      } else if (state == ConflictState.NEXT_CONFLICTING_RANGE) {
        add(BETWEEN, end);
        open = true;
      } else if (isBase(state)) {
        continue;
      }
      for (int i = chunk.getBegin(); i < chunk.getEnd(); i++) {
        if (chunk.getSequenceIndex() == 2) {
          add(generated.text(i), end);
        } else {
          // a line that nobody changed is the user's, who may end it otherwise
          int at = chunk.getSequenceIndex() == 0 ? places[i] : i;
          add(yours.text(at), yours.end(at));
        }
      }
    }
    if (open) {
      add(GENERATED, end);
    }
  }

  private static boolean isBase(ConflictState state) {
    return state == ConflictState.BASE_CONFLICTING_RANGE;
  }

  private void add(String text, String end) {
    texts.add(text);
    ends.add(end);
  }

  /** Where the lines of the base are in the user's text; those that are changed there, anywhere. */
  private int[] places() {
    int[] places = new int[base.size()];
    int shift = 0;
    int line = 0;
    for (Edit edit : new HistogramDiff().diff(new Lines.ByText(), base, yours)) {
      for (; line < edit.getEndA(); line++) {
        places[line] = line + shift;
      }
      shift = edit.getEndB() - edit.getEndA();
    }
    for (; line < base.size(); line++) {
      places[line] = line + shift;
    }
    return places;
  }
}
