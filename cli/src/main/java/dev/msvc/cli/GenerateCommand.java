package dev.msvc.cli;

import dev.msvc.generators.service.Blueprint;
import dev.msvc.generators.service.Part;
import dev.msvc.generators.template.Templates;
import dev.msvc.model.ShellWord;
import dev.msvc.model.UserError;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.service.Unmade;
import dev.msvc.model.yaml.PlainDocument;
import dev.msvc.model.yaml.ServiceDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code msvc generate}. */
final class GenerateCommand implements Command {
  private static final String SERVICE = "service";

  /** Kinds that the contract is part of. */
  private static final List<String> CONTRACTS = List.of(SERVICE, "proto");

  /** Kinds that say what an image starts from. */
  private static final List<String> IMAGES = List.of(SERVICE, "code");

  /** Options that a command to type next needs as well. */
  private static final List<String> AGAIN =
      List.of(
          "--spec",
          "--from",
          "-b",
          "--out",
          "--package",
          "--template",
          "--templates",
          "--contract-base");

  /** Options that another part of the same service needs. */
  private static final List<String> PART = List.of("--out", "--templates");

  private static final List<String> LOOKS = List.of("--dry-run", "--diff");

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
    return "makes a service, or one part of it; a later run merges with what you edited";
  }

  @Override
  public CommandSpec spec() {
    List<String> kinds = kinds();
    CommandSpec spec =
        Spec.command(
            this,
            "msvc generate service orders --aggregate 'Order: number: string, total: money'",
            "msvc generate service orders --spec service.yaml        a service from its description",
            "msvc generate service orders --from ../shop -b order    drafted from a context of a monolith",
            "msvc generate service orders --diff                     what a new run would change",
            "msvc generate service --spec all.yaml --out services    a folder for each of a file",
            "msvc generate compose orders                            one part, from orders/service.yaml");
    spec.addPositional(Spec.argument(0, true, "KIND", String.join(" or ", kinds), kinds));
    spec.addPositional(
        Spec.argument(1, false, "NAME", "the service's name (default: all that --spec has)"));
    spec.addOption(
        Spec.list(
            SpecSource.AGGREGATE,
            "TEXT",
            "what a new service keeps, as 'Order: number: string, total: money'; may be repeated"));
    spec.addOption(
        Spec.option(
            new String[] {"--spec"}, "FILE", "what the service is (default: OUT/service.yaml)"));
    spec.addOption(
        Spec.option(
            new String[] {"--from"}, "DIR", "draft it from a context of the monolith in DIR"));
    spec.addOption(
        Spec.option(
            new String[] {"-b", "--bounded-context"},
            "CONTEXT",
            "which context --from drafts (default: NAME)"));
    spec.addOption(
        Spec.option(
            new String[] {"--out"},
            "DIR",
            "where to; relative to -C (default: ./NAME); without NAME the folder of all"));
    spec.addOption(
        Spec.option(new String[] {"--package"}, "NAME", "its Java package; kept in service.yaml"));
    spec.addOption(
        Spec.option(
            new String[] {"--template"},
            "NAME",
            "what its code is made from; kept in service.yaml"));
    spec.addOption(
        Spec.option(
            new String[] {"--templates"}, "DIR", "your templates, laid over ours file by file"));
    spec.addOption(
        Spec.option(
            new String[] {"--contract-base"},
            "REF",
            "1 where callers of the contract in that commit would break (default: of the deployed one)"));
    spec.addOption(Spec.flag("--dry-run", "print the tree and write nothing"));
    spec.addOption(Spec.flag("--diff", "print what would change and write nothing"));
    spec.addOption(Spec.flag("--exit-code", "4 where something changes"));
    spec.addOption(
        Spec.flag("-y", "--yes", "write into a folder that holds other things, without asking"));
    spec.addOption(Spec.output("text", "wide", "json", "yaml", "name"));
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
    if (call.option("--contract-base") != null && !CONTRACTS.contains(kind)) {
      throw call.wrong("--contract-base is about the contract: service and proto make it");
    }
    if (call.option("-b") != null && call.option("--from") == null) {
      throw call.wrong("-b is a context of a monolith: say where that is, as in --from ../shop");
    }
    boolean looks = call.has("--dry-run") || call.has("--diff");
    Templates templates = new OwnTemplates(call.console()).over(call);
    SpecSource source = new SpecSource(call, !looks);
    List<SpecSource.Found> found = source.find();
    found.forEach(each -> requireTemplate(templates, each.spec().options().template()));
    if (IMAGES.contains(kind)) {
      found.forEach(each -> oldImage(each, source.organisation(), call.console()));
    }
    List<ServicePlan> plans =
        AtOnce.each(
            found,
            each -> plan(each, new Blueprint(each.spec(), source.organisation(), templates), kind));
    List<ContractCheck.Outcome> contracts = contracts(call, kind, plans);
    if (!looks && !isWanted(call, plans)) {
      return 2;
    }
    if (!looks) {
      write(call, plans);
    }
    print(call, kind, plans, contracts);
    boolean conflicts = plans.stream().anyMatch(ServicePlan::conflicts);
    boolean changes = plans.stream().anyMatch(ServicePlan::changesAnything);
    boolean breaks = contracts.stream().anyMatch(each -> !each.breaks().isEmpty());
    boolean counts = call.has("--exit-code");
    if (source.understood() == 70) {
      return 70;
    }
    return conflicts && (counts || !looks)
        ? 5
        : source.understood() != 0 ? source.understood() : breaks ? 1 : changes && counts ? 4 : 0;
  }

  /** What the image that an organisation names cannot run is said, as far as its name tells. */
  private static void oldImage(SpecSource.Found found, Organisation organisation, Console console) {
    int java = found.spec().options().java().release();
    OptionalInt has = organisation.javaOfImage();
    if (has.isPresent() && has.getAsInt() < java) {
      console.say(
          "%s/Dockerfile starts from %s, which has Java %d, and the service is for %d: name an image for it as organisation.baseImage in msvc.yaml (%s stands for the release), or write java: %d"
              .formatted(
                  found.folder().shown(),
                  organisation.baseImage(),
                  has.getAsInt(),
                  java,
                  Organisation.JAVA,
                  has.getAsInt()));
    }
  }

  private static List<ContractCheck.Outcome> contracts(
      Invocation call, String kind, List<ServicePlan> plans) {
    ContractCheck check = new ContractCheck(call.env());
    boolean made = CONTRACTS.contains(kind);
    return plans.stream()
        .map(
            each ->
                made
                    ? check.check(each, call.option("--contract-base"))
                    : ContractCheck.Outcome.NONE)
        .toList();
  }

  private static void print(
      Invocation call,
      String kind,
      List<ServicePlan> plans,
      List<ContractCheck.Outcome> contracts) {
    Format format = call.format();
    boolean everything = format == Format.WIDE;
    GenerateScreen screen =
        new GenerateScreen(call.console(), again(call, kind, AGAIN, LOOKS), everything);
    if (format.forPrograms()) {
      PlainDocument.write(
          "msvc/generation/v1",
          GenerationFields.of(plans, contracts, call.has("--diff")),
          Notation.of(format),
          call.console().data());
    } else if (format == Format.NAME) {
      screen.names(plans);
    } else if (call.has("--diff")) {
      screen.diff(plans);
    } else if (call.has("--dry-run")) {
      screen.tree(plans);
    } else {
      screen.summary(plans, part -> part(call, part, plans.get(0)));
    }
    if (!format.forPrograms() && format != Format.NAME) {
      screen.contracts(contracts);
    }
  }

  private static ServicePlan plan(SpecSource.Found found, Blueprint blueprint, String kind) {
    try {
      return new ServicePlan(
          found.folder(),
          blueprint,
          part(kind),
          found.text(),
          found.base(),
          VersionCommand.version());
    } catch (Unmade e) {
      SpecSource.Text source = found.source();
      throw ServiceDocument.wrong(source.file(), source.text(), found.spec(), e);
    }
  }

  private static void write(Invocation call, List<ServicePlan> plans) {
    for (List<String> each : AtOnce.each(plans, ServicePlan::write)) {
      each.forEach(left -> call.console().say("left alone, it was edited meanwhile: " + left));
    }
  }

  /** Among files of something else, nothing is written without a word. */
  private static boolean isWanted(Invocation call, List<ServicePlan> plans) {
    for (ServicePlan each : plans) {
      String folder = each.folder().shown();
      if (!each.folder().isStrange() || call.has("-y")) {
        continue;
      }
      if (!call.console().asks()) {
        call.console()
            .say(
                "nothing was written: %s holds files that msvc did not make; say -y to write there"
                    .formatted(folder));
        return false;
      }
      if (!call.console()
          .confirm(folder + " holds files that msvc did not make. Write there, and leave them?")) {
        call.console().say("nothing was written");
        return false;
      }
    }
    return true;
  }

  private static @Nullable Part part(String name) {
    return Part.ALL.stream().filter(each -> each.name().equals(name)).findFirst().orElse(null);
  }

  private static void requireTemplate(Templates templates, String name) {
    TreeSet<String> known = new TreeSet<>();
    for (String each : templates.names("service")) {
      known.add(each.split("/", -1)[1]);
    }
    if (!known.isEmpty() && !known.contains(name)) {
      throw new UserError(
          "there is no service template '%s'".formatted(Text.shortened(name, 40)),
          "choose one of " + String.join(", ", known));
    }
  }

  /** Another part of the same service, whose description is in its folder now. */
  private static String part(Invocation call, String part, ServicePlan plan) {
    if (call.argument(1) != null) {
      return again(call, part, PART, List.of());
    }
    String name = plan.service();
    String folder = plan.folder().shown();
    return again(call, part + " " + name, List.of("--templates"), List.of())
        + (folder.equals(name) ? "" : " --out " + ShellWord.of(folder));
  }

  /** What was typed, as far as it is to be typed again. */
  private static String again(
      Invocation call, String kind, List<String> options, List<String> flags) {
    StringBuilder command = new StringBuilder("msvc");
    String directory = call.option("-C");
    if (directory != null) {
      command.append(" -C ").append(ShellWord.of(directory));
    }
    command.append(" generate ").append(kind);
    String name = call.argument(1);
    if (name != null) {
      command.append(' ').append(ShellWord.of(name));
    }
    for (String each : options) {
      String value = call.option(each);
      if (value != null) {
        command.append(' ').append(each).append(' ').append(ShellWord.of(value));
      }
    }
    for (String each : flags) {
      command.append(call.has(each) ? " " + each : "");
    }
    return command.toString();
  }
}
