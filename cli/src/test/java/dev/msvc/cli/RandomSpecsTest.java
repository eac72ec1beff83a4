package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.msvc.generators.service.Blueprint;
import dev.msvc.generators.service.Part;
import dev.msvc.generators.template.Templates;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.UserError;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.service.ServiceSpec;
import dev.msvc.model.service.Unmade;
import dev.msvc.model.yaml.OrganisationReader;
import dev.msvc.model.yaml.ServiceDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Services that nobody thought of. {@code -Dmsvc.specs=2000} tries more of them than the few that
 * every build does, and {@code -Dmsvc.specs.from=5000} others.
 */
class RandomSpecsTest {
  private static final int FIRST = Integer.getInteger("msvc.specs.from", 1);
  private static final int SPECS = Integer.getInteger("msvc.specs", 24);
  private static final int SIZE = 4;
  private static final Pattern PLACED = Pattern.compile("service\\.yaml:\\d+:\\d+: .+");

  @TempDir Path folder;

  @Test
  void eachIsMadeOrRefusedWithItsPlace() {
    List<String> wrong = new ArrayList<>();
    int made = 0;
    for (int seed = FIRST; seed < FIRST + SPECS; seed++) {
      String text = RandomSpec.service(seed, SIZE);
      Organisation organisation = OrganisationReader.read(RandomSpec.word(seed));
      try {
        for (PlannedFile each : files(text, organisation)) {
          for (String problem : GeneratedText.problems(each.path(), each.text())) {
            wrong.add("%d: %s: %s".formatted(seed, each.path(), problem));
          }
        }
        made++;
      } catch (UserError refused) {
        if (!PLACED.matcher(refused.message()).lookingAt() || refused.hint().isEmpty()) {
          wrong.add("%d is refused without its place: %s".formatted(seed, refused.message()));
        }
      } catch (RuntimeException crash) {
        wrong.add("%d: %s at %s".formatted(seed, crash, crash.getStackTrace()[0]));
      }
    }

    if (!wrong.isEmpty()) {
      fail("%d problems%n%s", wrong.size(), String.join("\n", wrong));
    }
    assertThat(made).as("of %d", SPECS).isGreaterThan(SPECS / 2);
  }

  private static List<PlannedFile> files(String text, Organisation organisation) {
    ServiceSpec service = ServiceDocument.read("service.yaml", text, organisation).get(0);
    try {
      return Part.service(new Blueprint(service, organisation, Templates.BUNDLED));
    } catch (Unmade e) {
      throw ServiceDocument.wrong("service.yaml", text, service, e);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3})
  void generatingAgainChangesNothing(int seed) throws Exception {
    Files.writeString(folder.resolve("all.yaml"), RandomSpec.service(seed, SIZE));
    Files.writeString(folder.resolve("msvc.yaml"), RandomSpec.word(seed));
    String[] generate = {"generate", "service", "--spec", "all.yaml", "--out", "out"};

    Run first = Run.msvc(Run.there(folder, generate));
    SortedMap<String, String> before = texts();
    Run again = Run.msvc(Run.there(folder, generate));

    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(texts()).isEqualTo(before);
  }

  private SortedMap<String, String> texts() throws Exception {
    SortedMap<String, String> texts = new TreeMap<>();
    try (var files = Files.walk(folder)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        texts.put(folder.relativize(each).toString(), Files.readString(each));
      }
    }
    return texts;
  }
}
