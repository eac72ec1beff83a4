package dev.msvc.analyzers.mapping;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The naming strategy that the system's code sets up, or that its provider brings. */
final class StrategyInCode {
  private static final List<String> CONFIGURATIONS =
      List.of(
          "org.springframework.context.annotation.Configuration",
          "org.springframework.boot.autoconfigure.SpringBootApplication",
          "org.springframework.boot.autoconfigure.AutoConfiguration");

  private StrategyInCode() {}

  /** The first that is found; null for none. */
  static @Nullable NamingStrategy find(CodeBase code) {
    NamingStrategy found = null;
    for (JavaType type : code.types()) {
      TypeRef above = type.superclass();
      if (above != null && above.name().startsWith("io.ebean.")) {
        return NamingStrategy.SNAKE_CASE;
      }
      if (found == null && type.annotation(CONFIGURATIONS.toArray(String[]::new)) != null) {
        found = created(type);
      }
    }
    return found;
  }

  private static @Nullable NamingStrategy created(JavaType type) {
    for (JavaMethod method : type.methods()) {
      for (Call each : method.calls()) {
        if (each.name().equals("<init>")) {
          String name = each.receiver().name();
          if (name.endsWith("EclipseLinkJpaVendorAdapter")
              || name.endsWith("OpenJpaVendorAdapter")) {
            return NamingStrategy.AS_WRITTEN;
          }
          NamingStrategy strategy = OwnStrategy.isStrategy(name) ? NamingStrategy.of(name) : null;
          if (strategy != null) {
            return strategy;
          }
        }
      }
    }
    return null;
  }
}
