package dev.msvc.cli;

import dev.msvc.generators.template.Templates;
import dev.msvc.model.Counted;
import dev.msvc.model.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;

/** {@code msvc templates}: what services are made from, to look at and to lay one's own over. */
final class TemplatesCommand implements Command {
  private static final List<String> WHAT = List.of("list", "show", "copy");

  @Override
  public String name() {
    return "templates";
  }

  @Override
  public String does() {
    return "lists, shows and copies what services are made from";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Spec.command(
            this,
            "msvc templates list",
            "msvc templates list kubernetes",
            "msvc templates show compose/base/compose.yaml",
            "msvc templates copy compose my-templates    then: msvc generate ... --templates my-templates");
    spec.addPositional(Spec.argument(0, true, "WHAT", String.join(" or ", WHAT), WHAT));
    spec.addPositional(
        Spec.argument(1, false, "NAME", "a template, or a folder of them, as list prints it"));
    spec.addPositional(Spec.argument(2, false, "DIR", "where copies go; relative to -C"));
    spec.addOption(Spec.output("text", "wide", "name"));
    return spec;
  }

  @Override
  public int run(Invocation call) {
    String what = String.valueOf(call.argument(0));
    if (!WHAT.contains(what)) {
      throw call.wrong("templates can be %s".formatted(String.join(", ", WHAT)));
    }
    SortedSet<String> all = Templates.BUNDLED.names();
    String name = call.argument(1);
    if (what.equals("list")) {
      return list(call, name == null ? all : named(all, name));
    }
    if (name == null) {
      throw call.wrong("say which: 'msvc templates list' says what there is");
    }
    SortedSet<String> chosen = named(all, name);
    if (what.equals("show")) {
      if (chosen.size() > 1) {
        throw new UserError(
            "%s is a folder of %d templates".formatted(name, chosen.size()),
            "'msvc templates list %s' lists them".formatted(name));
      }
      call.console().document(Templates.BUNDLED.source(chosen.first()));
      return 0;
    }
    String folder = call.argument(2);
    if (folder == null) {
      throw call.wrong("say where to: msvc templates copy " + name + " DIR");
    }
    return copy(call, chosen, folder);
  }

  private static SortedSet<String> named(SortedSet<String> all, String name) {
    String bare = name.replaceFirst("\\.ftl$", "").replaceFirst("/+$", "");
    SortedSet<String> chosen = new java.util.TreeSet<>();
    for (String each : all) {
      if (each.equals(bare) || each.startsWith(bare + "/")) {
        chosen.add(each);
      }
    }
    if (chosen.isEmpty()) {
      SortedSet<String> known = new java.util.TreeSet<>(all);
      all.forEach(each -> known.add(each.substring(0, each.indexOf('/'))));
      throw Names.unknown("template '%s'", name, known, "msvc templates list");
    }
    return chosen;
  }

  private static int list(Invocation call, SortedSet<String> names) {
    boolean all = call.format() != Format.TEXT || call.argument(1) != null;
    if (all) {
      names.forEach(each -> call.console().line(each));
      return 0;
    }
    SortedMap<String, Integer> groups = new TreeMap<>();
    for (String each : names) {
      String[] parts = each.split("/", 3);
      groups.merge(parts[0] + "/" + parts[1], 1, Integer::sum);
    }
    groups.forEach(
        (group, count) ->
            call.console().line("%-40s %,4d".formatted(group, count).stripTrailing()));
    call.console().line("All names: msvc templates list -o name");
    return 0;
  }

  private static int copy(Invocation call, SortedSet<String> names, String folder) {
    Path root = call.directory().resolve(folder);
    Map<String, String> texts = new TreeMap<>();
    names.forEach(each -> texts.put(each + Templates.ENDING, Templates.BUNDLED.source(each)));
    new Workspace().add(root, texts);
    call.console()
        .say(
            "copied %s to %s; use them: msvc generate service NAME --templates %s"
                .formatted(Counted.of(texts.size(), "template", "templates"), folder, folder));
    return 0;
  }
}
