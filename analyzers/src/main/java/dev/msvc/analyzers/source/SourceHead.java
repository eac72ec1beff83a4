package dev.msvc.analyzers.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first 64 KiB of a file, for what stands at its top. */
record SourceHead(String text) {
  private static final int BYTES = 1 << 16;
  private static final Pattern PACKAGE =
      Pattern.compile("(?m)^[ \\t\\uFEFF]*package\\s+([^;\\s]+)");
  private static final String RUNNERS = "org\\.junit|junit\\.|org\\.testng|spock\\.";

  private static final Pattern TEST_IMPORT = importing(RUNNERS);

  private static final Pattern TEST_LIBRARY =
      importing(
          RUNNERS
              + "|org\\.assertj|(?:io\\.cucumber|cucumber\\.api|info\\.cukes)\\.|org\\.testcontainers"
              + "|org\\.hamcrest|org\\.mockito|io\\.restassured|org\\.openqa\\.selenium"
              + "|org\\.springframework\\.(?:boot\\.)?test\\.");

  private static final Pattern API =
      Pattern.compile("[{,]\\s*\"(?:openapi|swagger)\"\\s*:\\s*\"[23]");

  private static Pattern importing(String packages) {
    return Pattern.compile("(?m)^[ \\t]*import\\s+(?:static\\s+)?(?:" + packages + ")");
  }

  /** Nothing for a file that cannot be read: reading all of it will say so. */
  static SourceHead read(Path path) {
    try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
      return new SourceHead(new String(in.readNBytes(BYTES), UTF_8));
    } catch (IOException unreadable) {
      return new SourceHead("");
    }
  }

  /** Empty for the unnamed package. */
  String packageName() {
    Matcher declaration = PACKAGE.matcher(text);
    return declaration.find() ? declaration.group(1) : "";
  }

  boolean importsTestFramework() {
    return TEST_IMPORT.matcher(text).find();
  }

  /** The same, and what tests are written with beside it. */
  boolean importsTestLibrary() {
    return TEST_LIBRARY.matcher(text).find();
  }

  boolean isLiquibase() {
    return text.contains("\"databaseChangeLog\"");
  }

  /** Whether it is JSON that describes an API in OpenAPI or Swagger. */
  boolean isApiDocument() {
    return API.matcher(text).find();
  }
}
