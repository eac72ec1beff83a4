package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Bodies;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.TypeRef;
import java.util.ArrayList;
import java.util.List;

/** Statements that are run one by one: those of an array, and what a loop goes through. */
final class Batches {
  private Batches() {}

  /** Whether an argument is an array of texts. */
  static boolean isBatch(Call call, int argument) {
    TypeRef type =
        argument < call.argumentTypes().size()
            ? call.argumentTypes().get(argument)
            : TypeRef.UNKNOWN;
    return type.isArray() && type.name().equals("java.lang.String");
  }

  /**
   * The texts that an argument stands for one after another; none where it stands for one.
   *
   * @param array whether it is an array
   * @param runs whether it is run, so that a loop's variable is worth a look
   */
  static List<String> of(Expr argument, boolean array, boolean runs, JavaMethod in, CodeBase code) {
    if (array) {
      return code.elementTexts(argument, in);
    }
    List<String> all = new ArrayList<>();
    if (runs && argument instanceof Expr.Name name) {
      Bodies.elements(name.id(), in).forEach(each -> all.addAll(code.elementTexts(each, in)));
    }
    return all;
  }
}
