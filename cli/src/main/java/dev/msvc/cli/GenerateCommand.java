package dev.msvc.cli;

import dev.msvc.generators.service.Blueprint;
import dev.msvc.generators.service.Part;
import dev.msvc.generators.template.Templates;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.UserError;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.service.ServiceName;
import dev.msvc.model.service.ServiceSpec;
import dev.msvc.model.yaml.ServiceDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code msvc generate}. */
final class GenerateCommand implements Command {
  private static final String SERVICE = "service";

  private static List<String> kinds() {
    List<String> kinds = new ArrayList<>(List.of(SERVICE));
    Part.ALL.forEach(each -> kinds.add(each.name()));
    return kinds;
  }

  @Override
  public String name() {
    return "generate";
  }

  @Override
  public String does() {
    return "makes a service, or one part of it";
  }

  @Override
  public CommandSpec spec() {
    List<String> kinds = kinds();
    CommandSpec spec =
        Spec.command(
            this,
            "msvc generate service orders --spec service.yaml        a service from its description",
            "msvc generate service orders --spec service.yaml --dry-run   what it would be made of",
            "msvc generate compose orders                            one part, from orders/service.yaml");
    spec.addPositional(Spec.argument(0, true, "KIND", String.join(" or ", kinds), kinds));
    spec.addPositional(Spec.argument(1, true, "NAME", "the service's name"));
    spec.addOption(
        Spec.option(
            new String[] {"--spec"}, "FILE", "what the service is (default: OUT/service.yaml)"));
    spec.addOption(
        Spec.option(new String[] {"--out"}, "DIR", "where to; relative to -C (default: ./NAME)"));
    spec.addOption(Spec.flag("--dry-run", "print the tree and write nothing"));
    return spec;
  }

  @Override
  public int run(Invocation call) {
    String kind = String.valueOf(call.argument(0));
    if (!kinds().contains(kind)) {
      throw call.wrong(
          "cannot generate '%s': there are %s"
              .formatted(Text.shortened(kind, 40), String.join(", ", kinds())));
    }
    ServiceName name = name(String.valueOf(call.argument(1)));
    Blueprint blueprint = new Blueprint(spec(call, name), Organisation.DEFAULT, Templates.BUNDLED);
    List<PlannedFile> files =
        kind.equals(SERVICE) ? Part.service(blueprint) : part(kind).files(blueprint);
    if (call.has("--dry-run")) {
      files.forEach(each -> call.console().line(name + "/" + each.path()));
      return 0;
    }
    throw new UserError("writing is not there yet", "use --dry-run");
  }

  private static Part part(String name) {
    return Part.ALL.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  private static ServiceName name(String text) {
    try {
      return new ServiceName(text);
    } catch (IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()), "choose another name");
    }
  }

  private static ServiceSpec spec(Invocation call, ServiceName name) {
    String given = call.option("--spec");
    String out = call.option("--out");
    String file =
        given != null ? given : (out == null ? name.value() : out) + "/" + ServiceSpec.FILE;
    String text = new UserFiles(call.directory()).text(file);
    if (text.isBlank()) {
      throw new UserError("there is no " + file, "write one: docs/service-yaml.md");
    }
    List<ServiceSpec> all =
        ServiceDocument.read(Path.of(file).getFileName().toString(), text, Organisation.DEFAULT);
    return all.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Names.unknown(
                    "service '%s' in " + file,
                    name.value(),
                    all.stream().map(each -> each.name().value()).toList(),
                    "grep name: " + file));
  }
}
