package dev.msvc.cli;

import dev.msvc.model.BoundedContext;
import dev.msvc.model.UserError;
import dev.msvc.model.yaml.WordDocument;
import dev.msvc.model.yaml.WordEdit.Pin;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code msvc split}. */
final class SplitCommand implements Command {
  @Override
  public String name() {
    return "split";
  }

  @Override
  public String does() {
    return "says in msvc.yaml that a part of a context is one of its own";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Spec.command(
            this,
            "msvc split orders Price Discount --as pricing       classes, and what hangs on them",
            "msvc split orders com.shop.price.. --as pricing     a package and those below",
            "msvc split orders Price --as pricing --diff         only shows what would change");
    spec.addPositional(Spec.arguments("CONTEXT X", "a context, then classes, packages or tables"));
    spec.addOption(Spec.option(new String[] {"--as"}, "NAME", "the name of the new context"));
    WordChange.options(spec);
    return spec;
  }

  @Override
  public int run(Invocation call) {
    List<String> words = call.arguments();
    String as = call.option("--as");
    if (words.size() < 2 || as == null) {
      throw call.wrong("a split needs a context, what leaves it, and --as NAME");
    }
    WordDocument.contextName(as);
    return WordChange.run(
        call,
        (targets, edit) -> {
          BoundedContext from = targets.context(words.get(0));
          if (targets.analyzed().map().context(as) != null) {
            throw new UserError(
                "there is a context '%s' already".formatted(as),
                "move them there: " + targets.analyzed().next("move X --to " + as));
          }
          List<Pin> pins = words.stream().skip(1).map(targets::find).toList();
          pins.forEach(pin -> targets.mustTouch(pin, from));
          List<String> leaving = new ArrayList<>();
          pins.forEach(pin -> leaving.addAll(targets.classesOf(pin)));
          String anchor = targets.anchor(from, leaving);
          if (anchor.isEmpty()) {
            throw new UserError(
                "nothing would be left of " + from.name(),
                "give it another name: "
                    + targets.analyzed().next("rename %s %s".formatted(from.name(), as)));
          }
          boolean named = edit.names(from.name()) || !from.id().isEmpty();
          edit.split(named ? from.name() : targets.written(from, leaving), pins, as);
        });
  }
}
