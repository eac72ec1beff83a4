// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may call with a key in place of a token: a file with lines {@code name:role,role:hash}, which
 * is a Secret of the cluster. The hash is the SHA-256 of the key in hexadecimal; the key itself is
 * with its caller only, and so long and random that it needs no salt. The file is read again when it
 * has changed: a line that is gone lets nobody in any more.
 */
final class ApiKeys {

  /** Whose a key is. */
  record Caller(String name, List<String> roles) {}

  private record Entry(byte[] hash, Caller caller) {}

  private record Reading(long at, String text, List<Entry> entries) {}

  private static final Logger LOG = LoggerFactory.getLogger(ApiKeys.class);

  private static final Pattern LINE =
      Pattern.compile("([^:,\\s]+):([^:,\\s]+(?:,[^:,\\s]+)*):(\\p{XDigit}{64})");

  private final Path file;
  private final Duration interval;
  private volatile @Nullable Reading last;

  ApiKeys(Path file, Duration interval) {
    this.file = file;
    this.interval = interval;
  }

  /** The caller whose key it is; none, if it is nobody's. */
  Optional<Caller> find(String key) {
    byte[] hash = hash(key);
    @Nullable Caller found = null;
    // all are compared, and each to its end: the time that it takes tells nothing
    for (Entry each : entries()) {
      if (MessageDigest.isEqual(each.hash(), hash)) {
        found = each.caller();
      }
    }
    return Optional.ofNullable(found);
  }

  private List<Entry> entries() {
    Reading reading = last;
    if (reading == null || System.nanoTime() - reading.at() >= interval.toNanos()) {
      reading = read(reading);
      last = reading;
    }
    return reading.entries();
  }

  private Reading read(@Nullable Reading before) {
    String text;
    try {
      text = Files.readString(file);
    } catch (NoSuchFileException e) {
      text = "";
    } catch (IOException e) {
      LOG.error("the file of API keys cannot be read: those of before are kept", e);
      text = before == null ? "" : before.text();
    }
    if (before != null && before.text().equals(text)) {
      return new Reading(System.nanoTime(), text, before.entries());
    }
    List<Entry> entries = parse(text);
    LOG.info("{} API keys in {}", entries.size(), file);
    return new Reading(System.nanoTime(), text, entries);
  }

  private static List<Entry> parse(String text) {
    List<Entry> entries = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      Matcher matcher = LINE.matcher(line.strip());
      if (matcher.matches()) {
        Caller caller = new Caller(matcher.group(1), List.of(matcher.group(2).split(",")));
        entries.add(new Entry(HexFormat.of().parseHex(matcher.group(3)), caller));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        // others count all the same: one that was taken back must not live on because of this one
        LOG.error("line {} of the API keys is not name:role,role:hash, and lets nobody in", number);
      }
    }
    return entries;
  }

  private static byte[] hash(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
