// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** API keys in a file as a cluster mounts it: another one takes its place when keys change. */
public final class TestKeys {

  private final Path home;
  private final Map<String, String> lines = new TreeMap<>();

  private TestKeys(Path home) {
    this.home = home;
  }

  public static TestKeys start() {
    try {
      TestKeys keys = new TestKeys(Files.createTempDirectory("keys"));
      keys.write();
      return keys;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path file() {
    return home.resolve("keys");
  }

  /** The key of a new caller with these roles. */
  public synchronized String issue(String name, String... roles) {
    String key = UUID.randomUUID().toString();
    lines.put(key, name + ":" + String.join(",", roles) + ":" + hash(key));
    write();
    return key;
  }

  public synchronized void takeBack(String key) {
    lines.remove(key);
    write();
  }

  public static String hash(String key) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write() {
    try {
      Path next = Files.writeString(home.resolve("next"), String.join("\n", lines.values()));
      Files.move(next, file(), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
