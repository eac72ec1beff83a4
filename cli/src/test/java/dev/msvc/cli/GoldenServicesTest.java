package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenServicesTest {
  private static final int SHOWN = 20;
  private static final String RENEW =
      "mvn -pl cli -am test -Dtest=GoldenServicesTest -Dsurefire.failIfNoSpecifiedTests=false"
          + " -Dmsvc.golden=write";

  private static final boolean RENEWS = "write".equals(System.getProperty("msvc.golden"));
  private static final String DRAFTED = "shop-orders";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"minimal", "shop-orders", "full"})
  void areAsTheyAreMadeToday(String name) throws Exception {
    if (RENEWS) {
      if (name.equals(DRAFTED)) {
        Files.writeString(GoldenServices.folder(name).resolve("service.yaml"), drafted());
      }
      GoldenServices.renew(name);
    }
    SortedMap<String, String> there = GoldenServices.there(name);
    SortedMap<String, String> made = GoldenServices.made(name);
    List<String> differences = new ArrayList<>();
    there.keySet().stream()
        .filter(path -> !made.containsKey(path))
        .forEach(path -> differences.add(path + " is made no more"));
    made.forEach(
        (path, text) -> {
          if (!there.containsKey(path)) {
            differences.add(path + " is new");
          } else if (!text.equals(there.get(path))) {
            differences.add(path + " differs: " + firstDifference(there.get(path), text));
          }
        });

    if (!differences.isEmpty()) {
      fail(
          "examples/generated/%s is not what is made today; %d files, first%n  %s%n%s%s",
          name,
          differences.size(),
          String.join("\n  ", differences.subList(0, Math.min(SHOWN, differences.size()))),
          "where the changes are meant, read them after: ",
          RENEW);
    }
  }

  @Test
  void theOrdersOfTheShopAreWhatIsDraftedOfIt() throws Exception {
    Path description = GoldenServices.folder(DRAFTED).resolve("service.yaml");

    String drafted = drafted();

    if (RENEWS) {
      Files.writeString(description, drafted);
    }
    assertThat(Files.readString(description)).isEqualTo(drafted);
  }

  private String drafted() throws Exception {
    String shop = Path.of("../examples/shop").toAbsolutePath().normalize().toString();
    Run run =
        Run.on(
            folder,
            "generate",
            "compose",
            DRAFTED,
            "--from",
            shop,
            "-b",
            "order",
            "--package",
            "com.acme.shop.orders",
            "--no-cache");
    assertThat(run.exitCode()).as(run.err()).isZero();
    return Files.readString(folder.resolve(DRAFTED).resolve("service.yaml"));
  }

  @Test
  void whatDiffersIsSaidWithItsLine() {
    assertThat(firstDifference("a\nb\nc\n", "a\nB\nc\n")).isEqualTo("line 2 was 'b' and is 'B'");
    assertThat(firstDifference("a\n", "a\nb\n")).isEqualTo("line 2 was 'end' and is 'b'");
  }

  private static String firstDifference(String before, String now) {
    List<String> old = before.lines().toList();
    List<String> made = now.lines().toList();
    int line = 0;
    while (line < old.size() && line < made.size() && old.get(line).equals(made.get(line))) {
      line++;
    }
    return "line %d was '%s' and is '%s'".formatted(line + 1, at(old, line), at(made, line));
  }

  private static String at(List<String> lines, int line) {
    return line < lines.size() ? lines.get(line) : "end";
  }
}
