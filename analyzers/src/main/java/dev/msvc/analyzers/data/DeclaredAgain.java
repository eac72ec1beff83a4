package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import java.util.Set;

/**
 * Methods that a mapper or service has from MyBatis's frameworks and declares anew, as for an
 * annotation or a narrower result: without a statement of their own they do what is inherited.
 */
final class DeclaredAgain {
  private static final String MYBATIS = "org.apache.ibatis.annotations.";

  private final CodeBase code;
  private final MapperBases bases;
  private final Set<String> statements;

  /**
   * @param statements full ids of those that files hold
   */
  DeclaredAgain(CodeBase code, MapperBases bases, Set<String> statements) {
    this.code = code;
    this.bases = bases;
    this.statements = statements;
  }

  /** Whether a call that runs such a method of a mapper or service runs what it inherits. */
  boolean runsInherited(Call call, JavaMethod target) {
    return isInherited(target)
        && !statements.contains(call.receiver().name() + "." + target.name());
  }

  /** Whether a method of a mapper or service has nothing of its own to run. */
  boolean isInherited(JavaMethod method) {
    MapperBases.Base base = bases.of(method.owner());
    return base != null
        && base.isMyBatis()
        && base.has(method.name())
        && !method.isStatic()
        && method.annotations().stream().noneMatch(DeclaredAgain::isStatement)
        && !statements.contains(method.owner().name() + "." + method.name())
        && code.implementations(method).isEmpty();
  }

  private static boolean isStatement(Annotation annotation) {
    return annotation.name().startsWith(MYBATIS)
        && annotation
            .name()
            .matches(".*\\.(?:Select|Insert|Update|Delete)(?:Provider)?(?:\\.List)?");
  }
}
