package dev.msvc.cli;

import dev.msvc.model.ContextMap.Placement;
import dev.msvc.model.yaml.WordEdit;
import dev.msvc.model.yaml.WordEdit.Pin;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code msvc pin}. */
final class PinCommand implements Command {
  @Override
  public String name() {
    return "pin";
  }

  @Override
  public String does() {
    return "says in msvc.yaml that classes, packages or tables stay where they are";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Spec.command(
            this,
            "msvc pin Order                 the class stays in its context",
            "msvc pin Money                 a shared class stays shared",
            "msvc pin com.shop.orders..     a package and those below",
            "msvc pin table/orders -y       a table stays with its owner; asks nothing");
    spec.addPositional(Spec.arguments("X", "a class, package or table"));
    WordChange.options(spec);
    return spec;
  }

  @Override
  public int run(Invocation call) {
    return WordChange.run(
        call,
        (targets, edit) -> {
          List<Pin> pins = call.arguments().stream().map(targets::find).toList();
          pins.forEach(pin -> pin(targets, edit, pin));
        });
  }

  private static void pin(PinTargets targets, WordEdit edit, Pin pin) {
    Placement apart = targets.apart(pin);
    if (apart == null) {
      edit.pin(pin, targets.contextOf(pin).name());
    } else {
      edit.apart(pin, Listings.word(apart));
    }
  }
}
