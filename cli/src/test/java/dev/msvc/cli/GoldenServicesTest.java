package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenServicesTest {
  private static final int SHOWN = 20;
  private static final String RENEW =
      "mvn -pl cli -am test -Dtest=GoldenServicesTest -Dsurefire.failIfNoSpecifiedTests=false"
          + " -Dmsvc.golden=write";

  @ParameterizedTest
  @ValueSource(strings = {"minimal", "shop-orders", "full"})
  void areAsTheyAreMadeToday(String name) throws Exception {
    if ("write".equals(System.getProperty("msvc.golden"))) {
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
