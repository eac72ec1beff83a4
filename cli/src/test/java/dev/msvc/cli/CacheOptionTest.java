package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where results are kept between runs, by what the environment says. */
class CacheOptionTest {
  private static List<String> folder(Map<String, String> env, String... options) {
    List<String> seen = new ArrayList<>();
    List<String> args = new ArrayList<>(List.of("analyze"));
    args.addAll(List.of(options));
    Run.msvc(
        (root, inputs, progress) -> {
          Path cache = inputs.cache();
          seen.add(cache == null ? "none" : cache.toString());
          progress.note("not kept: the disc is full");
          return Shop.small();
        },
        Terminal.NONE,
        env,
        args.toArray(String[]::new));
    return seen;
  }

  @Test
  void isThatOfTheUser() {
    assertThat(folder(Map.of("XDG_CACHE_HOME", "/caches", "HOME", "/home/me")))
        .containsExactly("/caches/msvc");
    assertThat(folder(Map.of("XDG_CACHE_HOME", "caches", "HOME", "/home/me")))
        .as("a relative one is ignored")
        .containsExactly("/home/me/.cache/msvc");
    assertThat(folder(Map.of("HOME", "/home/me"))).containsExactly("/home/me/.cache/msvc");
    assertThat(folder(Map.of())).containsExactly("none");
  }

  @Test
  void isNoneWhereTheUserSaysSo() {
    assertThat(folder(Map.of("HOME", "/home/me"), "--no-cache")).containsExactly("none");
  }

  @Test
  void whatGoesWrongIsSaidOnlyToWhoAsks() {
    Source source =
        (root, inputs, progress) -> {
          progress.note("not kept: the disc is full");
          return Shop.small();
        };

    assertThat(Run.msvc(source, "analyze").err()).isEmpty();
    assertThat(Run.msvc(source, "analyze", "-v").err()).contains("not kept: the disc is full\n");
  }
}
