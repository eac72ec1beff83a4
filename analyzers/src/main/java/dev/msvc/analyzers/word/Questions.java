package dev.msvc.analyzers.word;

import dev.msvc.model.ContextMap;
import dev.msvc.model.Question;
import dev.msvc.model.Remarks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a person has to decide: where classes belong that the runs of the consensus place now here,
 * now there; who owns a table that several contexts write; what becomes of classes that are shared
 * or to be split though one context has most of them. What was pinned or accepted is decided.
 */
public final class Questions {
  private static final int MOST = 20;

  private Questions() {}

  /**
   * At most twenty, those first whose answer changes most; drawn once where remarks are kept with
   * the analysis.
   */
  public static List<Question> of(ContextMap map) {
    Remarks made = map.analysis().remarks();
    return made == null ? find(map) : made.questions();
  }

  private static List<Question> find(ContextMap map) {
    Bonds bonds = new Bonds(map);
    List<Question> questions = new ArrayList<>(new TableQuestions(map).all());
    questions.addAll(new PlaceQuestions(map, bonds).all());
    questions.addAll(new RoleQuestions(map, bonds).all());
    questions.sort(
        Comparator.comparingInt((Question each) -> -each.changes())
            .thenComparing(Question::subject)
            .thenComparing(Question::ask));
    return List.copyOf(questions.subList(0, Math.min(MOST, questions.size())));
  }
}
