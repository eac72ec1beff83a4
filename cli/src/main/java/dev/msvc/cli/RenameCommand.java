package dev.msvc.cli;

import dev.msvc.model.BoundedContext;
import dev.msvc.model.UserError;
import dev.msvc.model.Word.Kind;
import dev.msvc.model.yaml.WordDocument;
import dev.msvc.model.yaml.WordEdit.Pin;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code msvc rename}. */
final class RenameCommand implements Command {
  @Override
  public String name() {
    return "rename";
  }

  @Override
  public String does() {
    return "says in msvc.yaml how a context is called";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Spec.command(
            this,
            "msvc rename shipment delivery          asks, then writes",
            "msvc rename shipment delivery --diff   only shows what would change");
    spec.addPositional(Spec.arguments("OLD NEW", "the name it has, and the one it is to have"));
    WordChange.options(spec);
    return spec;
  }

  @Override
  public int run(Invocation call) {
    List<String> names = call.arguments();
    if (names.size() != 2) {
      throw call.wrong("a rename needs the old name and the new one");
    }
    WordDocument.contextName(names.get(1));
    return WordChange.run(
        call,
        (targets, edit) -> {
          BoundedContext context = targets.context(names.get(0));
          if (targets.analyzed().map().context(names.get(1)) != null) {
            throw new UserError(
                "there is a context '%s' already".formatted(names.get(1)),
                "make them one: "
                    + targets.analyzed().next("merge %s %s".formatted(names.get(1), names.get(0))));
          }
          if (!edit.rename(names.get(0), names.get(1))) {
            edit.pin(new Pin(Kind.CLASS, targets.written(context, List.of())), names.get(1));
          }
        });
  }
}
