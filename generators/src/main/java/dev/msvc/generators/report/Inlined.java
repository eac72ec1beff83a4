package dev.msvc.generators.report;

import dev.msvc.generators.template.Templates;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A style or script that stands in a page.
 *
 * @param text as it is there, to the letter
 * @param hash by which a content security policy lets it in: {@code sha256-...}
 */
public record Inlined(String text, String hash) {
  /** Files of ours, one after the other. */
  static Inlined of(List<String> files) {
    String text = files.stream().map(Templates::file).collect(Collectors.joining("\n", "\n", ""));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new Inlined(text, "sha256-" + Base64.getEncoder().encodeToString(digest));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
