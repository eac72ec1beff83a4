package dev.msvc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link Cluster}: that of {@code -Dmsvc.kubeconfig=FILE}, else one of {@code
 * test-cluster/} for all tests of the process; and a {@link TestNamespace} in it. Where its
 * programs are not made, tests are skipped, and one line says so.
 */
final class TestCluster implements ExecutionCondition, ParameterResolver {
  private static final String SKIPPED =
      "skipped: tests that need a cluster; to run them, type: test-cluster/build && mvn verify";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return found(context).cluster == null
        ? ConditionEvaluationResult.disabled(SKIPPED)
        : ConditionEvaluationResult.enabled("there is a cluster");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Cluster.class || type == TestNamespace.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Cluster cluster = found(context).cluster;
    if (parameter.getParameter().getType() == Cluster.class) {
      return cluster;
    }
    // of the test's own context: closed when it is over
    return context
        .getStore(ExtensionContext.Namespace.create(TestCluster.class))
        .getOrComputeIfAbsent(
            TestNamespace.class,
            key -> {
              try {
                return TestNamespace.fresh(cluster);
              } catch (Exception e) {
                throw new IllegalStateException("no namespace can be had", e);
              }
            },
            TestNamespace.class);
  }

  private static Found found(ExtensionContext context) {
    // of the root: closed when all tests of the process have run
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(TestCluster.class))
        .getOrComputeIfAbsent(Found.class, key -> Found.find(), Found.class);
  }

  /**
   * What was found.
   *
   * @param cluster null where there is none
   * @param folder of one that was started here; null for another's
   */
  private record Found(Cluster cluster, Path folder) implements AutoCloseable {
    static Found find() {
      try {
        String given = System.getProperty("msvc.kubeconfig", "");
        if (!given.isEmpty()) {
          return new Found(Cluster.given(Path.of(given)), null);
        }
        if (Cluster.script("build", "--check").exitCode() != 0) {
          System.err.println(SKIPPED);
          return new Found(null, null);
        }
        Path folder = Files.createTempDirectory("msvc-test-cluster");
        return new Found(Cluster.started(folder), folder);
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException("no cluster can be had", e);
      }
    }

    @Override
    public void close() throws Exception {
      if (folder != null) {
        Cluster.script("down", "--dir", folder.toString());
      }
    }
  }
}
