package dev.msvc.cli;

import dev.msvc.analyzers.Inputs;
import dev.msvc.analyzers.Monolith;
import dev.msvc.analyzers.Progress;
import dev.msvc.model.Analysis;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The program. */
public final class Msvc {
  private Msvc() {}

  public static void main(String[] args) {
    Writer out = writer(FileDescriptor.out);
    Writer err = writer(FileDescriptor.err);
    String terminals = System.getProperty("msvc.terminal", "");
    Terminal terminal =
        new Terminal(
            terminals.contains("out"),
            terminals.contains("err"),
            answers(terminals),
            // a pipe has no position, which a FileInputStream would ask it for
            new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
    System.exit(run(out, err, terminal, System.getenv(), new Analyzers(), args));
  }

  private static @Nullable BufferedReader answers(String terminals) {
    return terminals.contains("in")
        ? new BufferedReader(
            new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8))
        : null;
  }

  private static Writer writer(FileDescriptor to) {
    return new OutputStreamWriter(new FileOutputStream(to), StandardCharsets.UTF_8);
  }

  /** Runs one command in this process and gives its exit code; never throws. */
  static int run(
      Writer out,
      Writer err,
      Terminal terminal,
      Map<String, String> env,
      Source source,
      String... args) {
    Console console = new Console(out, err, terminal, env);
    Failures failures = new Failures(console);
    try {
      int exitCode = run(console, env, source, args);
      console.flush();
      return exitCode;
    } catch (ParameterException e) {
      return failures.usage(e);
    } catch (Throwable e) {
      return failures.exitCode(e);
    }
  }

  private static int run(Console console, Map<String, String> env, Source source, String... args) {
    Commands commands = new Commands();
    CommandLine line = commands.line(args);
    Invocation call = new Invocation(line.parseArgs(args), console, env, source);
    console.configure(call);
    ParseResult parsed = call.parsed();
    if (parsed.isUsageHelpRequested()) {
      console.document(help(parsed.commandSpec(), commands));
      return 0;
    }
    if (call.has("--version")) {
      return new VersionCommand().run(call);
    }
    if (parsed.commandSpec().parent() == null) {
      console.document(help(parsed.commandSpec(), commands));
      return 2;
    }
    return commands.named(call.command()).run(call);
  }

  private static String help(CommandSpec spec, Commands commands) {
    return Usage.of(spec, spec.parent() == null ? commands.all() : List.of());
  }

  /** The analyzers; a class, because a lambda would take longer to start. */
  private static final class Analyzers implements Source {
    @Override
    public Analysis analyze(Path root, Inputs inputs, Progress progress) {
      return Monolith.analyze(root, inputs, progress);
    }
  }
}
