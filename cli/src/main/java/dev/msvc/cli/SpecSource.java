package dev.msvc.cli;

import dev.msvc.generators.merge.FileChange;
import dev.msvc.generators.merge.Regeneration;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.ShellWord;
import dev.msvc.model.UserError;
import dev.msvc.model.Word;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.service.PackageName;
import dev.msvc.model.service.ServiceName;
import dev.msvc.model.service.ServiceSpec;
import dev.msvc.model.yaml.OrganisationReader;
import dev.msvc.model.yaml.ServiceDocument;
import dev.msvc.model.yaml.SpecEdit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds out what is to be generated, and into which folders. */
final class SpecSource {
  /** The option that says what a service keeps that nothing describes yet. */
  static final String AGGREGATE = "--aggregate";

  private final Invocation call;
  private final UserFiles files;
  private final Organisation organisation;
  private final boolean writes;
  private int understood;

  SpecSource(Invocation call, boolean writes) {
    this.call = call;
    this.files = new UserFiles(call.directory());
    this.organisation = organisation(call.directory());
    this.writes = writes;
  }

  /** 0 where enough was understood of what a service was drafted from. */
  int understood() {
    return understood;
  }

  Organisation organisation() {
    return organisation;
  }

  /**
   * A service and its folder.
   *
   * @param text of its description, as it is to be kept
   * @param base what that was before, where the user's own file is the only one
   * @param source where it was read from
   */
  record Found(
      ServiceFolder folder, ServiceSpec spec, String text, @Nullable String base, Text source) {}

  /**
   * A text that services are read from.
   *
   * @param file as messages name it
   */
  record Text(String file, String text) {}

  /** That of the folder, or of one around it in the same repository. */
  static Organisation organisation(Path directory) {
    Path at = directory.toAbsolutePath().normalize();
    Path git = at;
    while (git != null && !Files.exists(git.resolve(".git"))) {
      git = git.getParent();
    }
    while (at != null) {
      String text = new UserFiles(at).text(Word.FILE);
      if (!text.isBlank()) {
        return OrganisationReader.read(text);
      }
      if (git == null || at.equals(git)) {
        break;
      }
      at = at.getParent();
    }
    return Organisation.DEFAULT;
  }

  List<Found> find() {
    String name = call.argument(1);
    String file = call.option("--spec");
    if (file != null && call.option("--from") != null) {
      throw call.wrong("--spec and --from both say what the service is: give one");
    }
    if (name != null) {
      return List.of(named(made(name, ServiceName::new), file));
    }
    if (file == null) {
      throw call.wrong("say which service: NAME, or --spec FILE for all of a file");
    }
    String text = text(file);
    List<ServiceSpec> specs = ServiceDocument.read(file, text, organisation);
    List<String> texts = SpecEdit.documents(text);
    boolean edits = call.option("--package") != null || call.option("--template") != null;
    if (edits && specs.size() > 1) {
      throw call.wrong("--package and --template are for one service: say its NAME as well");
    }
    String out = call.option("--out");
    List<Found> all = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      String each = specs.get(i).name().value();
      ServiceFolder folder = folder(out == null || out.equals(".") ? each : out + "/" + each);
      all.add(given(folder, specs.get(i), texts.get(i), new Text(file, text)));
    }
    return all;
  }

  private String text(String file) {
    String text = files.text(file);
    if (text.isBlank()) {
      throw new UserError(
          Files.exists(call.directory().resolve(file)) ? file + " is empty" : "there is no " + file,
          "docs/service-yaml.md says what to write");
    }
    return text;
  }

  private ServiceFolder folder(String path) {
    Path root = call.directory().resolve(path).toAbsolutePath().normalize();
    if (Files.exists(root) && !Files.isDirectory(root)) {
      throw new UserError(path + " is not a folder", "name another with --out");
    }
    FolderWrite earlier = new FolderWrite(root, () -> {});
    if (earlier.isInterrupted()) {
      if (!writes) {
        throw new UserError(
            "an earlier run was stopped while it wrote " + path,
            "run this without --diff and --dry-run: that completes it first",
            5);
      }
      List<String> left = earlier.recover();
      call.console().say("completed what an earlier run was stopped in: " + path);
      left.forEach(each -> call.console().say("left alone, it was edited since: " + each));
    }
    return new ServiceFolder(root, path);
  }

  private Found named(ServiceName name, @Nullable String file) {
    String out = call.option("--out");
    ServiceFolder folder = folder(out == null ? name.value() : out);
    String kept = folder.shown() + "/" + ServiceSpec.FILE;
    String there = folder.text(ServiceSpec.FILE);
    boolean same =
        file != null
            && call.directory()
                .resolve(file)
                .toAbsolutePath()
                .normalize()
                .equals(folder.root().resolve(ServiceSpec.FILE));
    String from = call.option("--from");
    List<String> aggregates = call.options(AGGREGATE);
    if (!aggregates.isEmpty() && (from != null || file != null)) {
      throw call.wrong(AGGREGATE + " is for a service that nothing describes yet");
    }
    if (from != null) {
      requireOutside(folder, out, from);
      DraftedSpec.Drafted made = new DraftedSpec(call, organisation).draft(name, from);
      understood = made.exitCode();
      String drafted = made.text();
      ServiceSpec spec = ServiceDocument.read(ServiceSpec.FILE, drafted, organisation).get(0);
      return given(folder, spec, drafted, new Text(DraftedSpec.shown(from), drafted));
    }
    if (file != null && !same) {
      String text = text(file);
      List<ServiceSpec> specs = ServiceDocument.read(file, text, organisation);
      int at = index(specs, name, file);
      return given(folder, specs.get(at), SpecEdit.documents(text).get(at), new Text(file, text));
    }
    String text = there == null || there.isBlank() ? null : there;
    if (text != null && !aggregates.isEmpty()) {
      throw call.wrong("%s says what %s keeps: add the aggregate there".formatted(kept, name));
    }
    if (text == null) {
      text = new SpecQuestions(call.console(), organisation).text(name, kept, aggregates);
    }
    List<ServiceSpec> specs = ServiceDocument.read(kept, text, organisation);
    ServiceSpec spec = specs.get(index(specs, name, kept));
    String edited = edited(text, kept);
    return new Found(
        folder,
        edited.equals(text) ? spec : read(edited, kept),
        edited,
        there == null ? null : there,
        new Text(kept, edited));
  }

  /** A service lands in the analysed tree only where the user says so. */
  private void requireOutside(ServiceFolder folder, @Nullable String out, String from) {
    Path tree = call.directory().resolve(from).toAbsolutePath().normalize();
    if (out == null && folder.root().startsWith(tree)) {
      throw call.wrong(
          "%s would lie in the monolith's own folder: say where with --out, as in --out %s"
              .formatted(folder.shown(), ShellWord.of("../" + folder.shown())));
    }
  }

  private int index(List<ServiceSpec> specs, ServiceName name, String file) {
    for (int i = 0; i < specs.size(); i++) {
      if (specs.get(i).name().equals(name)) {
        return i;
      }
    }
    throw Names.unknown(
        "service '%s' in " + file,
        name.value(),
        specs.stream().map(each -> each.name().value()).toList(),
        "grep name: " + file);
  }

  /** A description from elsewhere, merged with what the user made of the one that is kept. */
  private Found given(ServiceFolder folder, ServiceSpec spec, String document, Text source) {
    String file = source.file();
    String text = edited(document, file);
    Map<String, String> base = folder.base(List.of(ServiceSpec.FILE), folder.made());
    FileChange change =
        Regeneration.plan(
                List.of(new PlannedFile(ServiceSpec.FILE, text, "")),
                base,
                folder.there(List.of(ServiceSpec.FILE)),
                List.of())
            .get(0);
    String kept = folder.shown() + "/" + ServiceSpec.FILE;
    String truth =
        switch (change.kind()) {
          case CONFLICT ->
              throw new UserError(
                  "%s and %s were changed in the same place".formatted(kept, file),
                  "bring them together, or leave --spec out: then %s is the truth".formatted(kept),
                  5);
          case FOREIGN ->
              throw new UserError(
                  "%s is there and says otherwise than %s".formatted(kept, file),
                  "leave --spec out: then %s is the truth; or delete it".formatted(kept),
                  5);
          case DELETED -> text;
          default -> change.after();
        };
    return truth.equals(document)
        ? new Found(folder, spec, text, null, source)
        : new Found(folder, read(truth, kept), text, null, new Text(kept, truth));
  }

  private ServiceSpec read(String text, String file) {
    return ServiceDocument.read(file, text, organisation).get(0);
  }

  private String edited(String text, String file) {
    SpecEdit edit = new SpecEdit(file, text);
    String name = call.option("--package");
    if (name != null) {
      edit.setPackage(made(name, PackageName::new).value());
    }
    String template = call.option("--template");
    if (template != null) {
      edit.setTemplate(template);
    }
    return edit.text();
  }

  private static <T> T made(String text, Function<String, T> maker) {
    try {
      return maker.apply(text);
    } catch (IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()), "choose another name");
    }
  }
}
