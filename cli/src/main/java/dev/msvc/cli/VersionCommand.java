package dev.msvc.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Model.CommandSpec;

/** {@code msvc version}. */
final class VersionCommand implements Command {
  @Override
  public String name() {
    return "version";
  }

  @Override
  public String does() {
    return "says which msvc and which Java this is";
  }

  @Override
  public CommandSpec spec() {
    return Spec.command(this, "msvc version");
  }

  @Override
  public int run(Invocation call) {
    call.console().line("msvc " + version() + " (Java " + System.getProperty("java.version") + ")");
    return 0;
  }

  static String version() {
    try (InputStream in = VersionCommand.class.getResourceAsStream("version")) {
      if (in == null) {
        throw new IllegalStateException("the resource 'version' is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
