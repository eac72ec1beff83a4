package dev.msvc.analyzers.wiring;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import java.util.List;
import java.util.Set;

/** Which methods of beans an expression of Spring's AOP selects. */
@FunctionalInterface
public interface Pointcut {

  /**
   * A method as a bean has it.
   *
   * @param overridden the method itself and those of supertypes that it stands for
   * @param names of the bean; empty where they are not known
   */
  record Joinpoint(
      CodeBase code,
      JavaType bean,
      JavaMethod method,
      List<JavaMethod> overridden,
      Set<String> names) {
    public Joinpoint {
      overridden = List.copyOf(overridden);
      names = Set.copyOf(names);
    }
  }

  boolean matches(Joinpoint point);

  default Pointcut and(Pointcut other) {
    return point -> matches(point) && other.matches(point);
  }

  default Pointcut or(Pointcut other) {
    return point -> matches(point) || other.matches(point);
  }

  default Pointcut negated() {
    return point -> !matches(point);
  }
}
