package dev.msvc.generators.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundleTest {
  @Test
  void theListNamesEveryTemplate() throws IOException {
    Path resources = Path.of("../templates/src/main/resources");
    List<String> there;
    try (Stream<Path> files = Files.walk(resources)) {
      there =
          files
              .filter(Files::isRegularFile)
              .map(each -> resources.relativize(each).toString().replace('\\', '/'))
              .filter(each -> !each.equals(Bundle.LIST))
              .sorted()
              .toList();
    }

    assertThat(Files.readAllLines(resources.resolve(Bundle.LIST), StandardCharsets.UTF_8))
        .as(
            "renew it: cd templates/src/main/resources && find . -type f ! -name templates.txt |"
                + " sed 's|^\\./||' | LC_ALL=C sort > templates.txt")
        .isEqualTo(there);
  }
}
