package dev.msvc.cli;

import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;

/** {@code msvc completion}. */
final class CompletionCommand implements Command {
  private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  @Override
  public String name() {
    return "completion";
  }

  @Override
  public String does() {
    return "prints a script that completes msvc's words in a shell";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Spec.command(
            this,
            "source <(msvc completion bash)",
            "msvc completion zsh > ~/.local/share/msvc/completion.zsh   and source it in .zshrc",
            "msvc completion fish > ~/.config/fish/completions/msvc.fish");
    spec.addPositional(Spec.argument(0, true, "SHELL", String.join(", ", SHELLS), SHELLS));
    return spec;
  }

  @Override
  public int run(Invocation call) {
    String shell = String.valueOf(call.argument(0));
    if (!SHELLS.contains(shell)) {
      throw call.wrong(
          "no completion for '%s': there are %s"
              .formatted(Text.shortened(shell, 40), String.join(", ", SHELLS)));
    }
    Commands commands = new Commands();
    if (shell.equals("fish")) {
      call.console().document(new FishCompletion(commands.line().getCommandSpec()).script());
    } else {
      // picocli's bash script turns on zsh's emulation itself
      call.console().document(AutoComplete.bash("msvc", commands.line()));
    }
    return 0;
  }
}
