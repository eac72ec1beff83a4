package dev.msvc.cluster.api;

import io.fabric8.kubernetes.client.OAuthTokenProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A token in a file, read for each request: that of a pod is put there anew before it expires, and
 * a command may run for hours.
 */
final class TokenFile implements OAuthTokenProvider {
  private final Path file;
  private volatile String last = "";

  TokenFile(Path file) {
    this.file = file;
  }

  @Override
  public String getToken() {
    try {
      last = Files.readString(file).strip();
    } catch (IOException gone) {
      // the server says whether the last one is still good
      return last;
    }
    return last;
  }
}
