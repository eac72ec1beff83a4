package dev.msvc.cli;

import dev.msvc.model.BoundedContext;
import dev.msvc.model.yaml.WordDocument;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code msvc merge}. */
final class MergeCommand implements Command {
  @Override
  public String name() {
    return "merge";
  }

  @Override
  public String does() {
    return "says in msvc.yaml that contexts are one";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Spec.command(
            this,
            "msvc merge cart orders                one context, called cart",
            "msvc merge cart orders --as sales     under another name",
            "msvc merge cart orders --diff         only shows what would change");
    spec.addPositional(Spec.arguments("CONTEXT", "two contexts or more"));
    spec.addOption(
        Spec.option(new String[] {"--as"}, "NAME", "its name (default: that of the first)"));
    WordChange.options(spec);
    return spec;
  }

  @Override
  public int run(Invocation call) {
    List<String> names = call.arguments().stream().distinct().toList();
    if (names.size() < 2) {
      throw call.wrong("a merge needs two contexts");
    }
    String as = call.option("--as");
    if (as != null) {
      WordDocument.contextName(as);
    }
    return WordChange.run(
        call,
        (targets, edit) -> {
          List<String> of = new ArrayList<>();
          for (String name : names) {
            BoundedContext context = targets.context(name);
            of.add(
                edit.names(name) || !context.id().isEmpty()
                    ? name
                    : targets.written(context, List.of()));
          }
          edit.merge(of, as == null ? names.get(0) : as);
        });
  }
}
