package dev.msvc.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeconfigTest {
  @TempDir Path folder;

  @Test
  void homeHoldsTheFileWhereNoneIsNamed() throws IOException {
    Path file = file(Files.createDirectory(folder.resolve(".kube")).resolve("config"), "staging");

    Kubeconfig read = Kubeconfig.read(Map.of("HOME", folder.toString()));

    assertThat(read.files()).containsExactly(file);
    assertThat(read.currentContext()).isEqualTo("staging");
    assertThat(read.contexts()).containsExactly("staging");
    assertThat(read.problem()).isEmpty();
  }

  @Test
  void firstOfTheNamedFilesSaysTheCurrentContext() throws IOException {
    Path first = file(folder.resolve("first"), "one");
    Path second = file(folder.resolve("second"), "two");
    String missing = folder.resolve("missing").toString();

    Kubeconfig read = Kubeconfig.read(Map.of("KUBECONFIG", missing + ":" + first + ":" + second));

    assertThat(read.files()).containsExactly(first, second);
    assertThat(read.currentContext()).isEqualTo("one");
    assertThat(read.contexts()).containsExactly("one", "two");
  }

  @Test
  void brokenFileIsNamed() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken"), "contexts: {");

    Kubeconfig read = Kubeconfig.read(Map.of("KUBECONFIG", broken.toString()));

    assertThat(read.problem()).isEqualTo(broken + " is not a kubeconfig");
  }

  @Test
  void noFileIsNoProblem() {
    Kubeconfig read = Kubeconfig.read(Map.of("HOME", folder.toString()));

    assertThat(read.files()).isEmpty();
    assertThat(read.currentContext()).isEmpty();
    assertThat(read.problem()).isEmpty();
  }

  private static Path file(Path file, String context) throws IOException {
    return Files.writeString(
        file,
        """
        apiVersion: v1
        kind: Config
        current-context: %s
        contexts:
        - name: %s
          context: {cluster: here, user: me}
        clusters:
        - name: here
          cluster: {server: 'https://127.0.0.1:6443'}
        users:
        - name: me
          user: {token: secret}
        """
            .formatted(context, context));
  }
}
