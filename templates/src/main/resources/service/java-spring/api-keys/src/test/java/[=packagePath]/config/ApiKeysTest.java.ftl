// made by msvc; this file is yours: edit it, and the next run merges
package [=package].config;

import static org.assertj.core.api.Assertions.assertThat;

import [=package].support.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ApiKeysTest {

  @TempDir Path folder;

  @Test
  void aKeyIsKnownByItsHash() throws IOException {
    ApiKeys keys = keys("# nightly\nreporting:a,b:" + TestKeys.hash("one") + "\n\n");

    assertThat(keys.find("one")).contains(new ApiKeys.Caller("reporting", List.of("a", "b")));
    assertThat(keys.find("two")).isEmpty();
    assertThat(keys.find(TestKeys.hash("one"))).isEmpty();
    assertThat(keys.find("")).isEmpty();
  }

  @Test
  void aCallerMayHaveTwoKeysWhileOneIsReplaced() throws IOException {
    ApiKeys keys =
        keys("till:a:%s\ntill:a:%s".formatted(TestKeys.hash("old"), TestKeys.hash("new")));

    assertThat(keys.find("old")).isPresent();
    assertThat(keys.find("new")).isPresent();
  }

  @Test
  void whereThereIsNoFileNobodyHasAKey() {
    assertThat(new ApiKeys(folder.resolve("none"), Duration.ZERO).find("one")).isEmpty();
  }

  @Test
  void aLineThatIsWrongLetsNobodyInAndOthersCount() throws IOException {
    ApiKeys keys =
        keys(
            "one:a:one\n:a:%s\ntwo::%s\nthree:a b:%s\nfour:a:%s"
                .formatted(
                    TestKeys.hash("one"),
                    TestKeys.hash("two"),
                    TestKeys.hash("three"),
                    TestKeys.hash("four")));

    assertThat(List.of("one", "two", "three")).allSatisfy(each -> assertThat(keys.find(each)).isEmpty());
    assertThat(keys.find("four")).isPresent();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aSecretThatTheClusterMountsAnewIsReadAnew() throws IOException {
    Path file = folder.resolve("keys");
    mount("1", "till:a:" + TestKeys.hash("old"));
    Files.createSymbolicLink(file, Path.of("..data", "keys"));
    ApiKeys keys = new ApiKeys(file, Duration.ZERO);
    assertThat(keys.find("old")).isPresent();

    mount("2", "till:a:" + TestKeys.hash("new"));

    assertThat(keys.find("old")).isEmpty();
    assertThat(keys.find("new")).isPresent();
  }

  @Test
  void betweenTwoLooksTheFileIsLeftAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("keys"), "till:a:" + TestKeys.hash("old"));
    ApiKeys keys = new ApiKeys(file, Duration.ofHours(1));
    assertThat(keys.find("old")).isPresent();

    Files.delete(file);

    assertThat(keys.find("old")).isPresent();
  }

  private ApiKeys keys(String text) throws IOException {
    return new ApiKeys(Files.writeString(folder.resolve("keys"), text), Duration.ZERO);
  }

  /** As the kubelet does: a new folder, and a link that is moved to it. */
  private void mount(String version, String text) throws IOException {
    Path data = Files.createDirectory(folder.resolve(".." + version));
    Files.writeString(data.resolve("keys"), text);
    Path link = Files.createSymbolicLink(folder.resolve("..next"), data);
    Files.move(link, folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
  }
}
