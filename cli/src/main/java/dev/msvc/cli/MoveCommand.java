package dev.msvc.cli;

import dev.msvc.model.BoundedContext;
import dev.msvc.model.Word.Kind;
import dev.msvc.model.yaml.WordEdit;
import dev.msvc.model.yaml.WordEdit.Pin;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code msvc move}. */
final class MoveCommand implements Command {
  @Override
  public String name() {
    return "move";
  }

  @Override
  public String does() {
    return "says in msvc.yaml that classes, packages or tables belong to a context";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Spec.command(
            this,
            "msvc move Coupon --to orders              a class, and what hangs on it",
            "msvc move com.shop.price.. --to catalog   a package and those below",
            "msvc move table/coupons --to orders -y    a table; asks nothing",
            "msvc move Coupon --to orders --diff       only shows what would change");
    spec.addPositional(Spec.arguments("X", "a class, package or table"));
    spec.addOption(Spec.option(new String[] {"--to"}, "CONTEXT", "where to"));
    WordChange.options(spec);
    return spec;
  }

  @Override
  public int run(Invocation call) {
    String to = call.option("--to");
    if (to == null) {
      throw call.wrong("--to CONTEXT is missing");
    }
    return WordChange.run(
        call,
        (targets, edit) -> {
          List<Pin> pins = call.arguments().stream().map(targets::find).toList();
          pin(targets, edit, targets.context(to), pins);
        });
  }

  static void pin(PinTargets targets, WordEdit edit, BoundedContext context, List<Pin> pins) {
    if (!edit.names(context.name()) && context.id().isEmpty()) {
      List<String> beside = new ArrayList<>();
      pins.forEach(pin -> beside.addAll(targets.classesOf(pin)));
      String anchor = targets.written(context, beside);
      if (!anchor.isEmpty()) {
        edit.pin(new Pin(Kind.CLASS, anchor), context.name());
      }
    }
    pins.forEach(pin -> edit.pin(pin, context.name()));
  }
}
