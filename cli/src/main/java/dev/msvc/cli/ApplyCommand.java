package dev.msvc.cli;

import dev.msvc.cluster.deploy.ChangePlanner;
import dev.msvc.cluster.release.Inventory;
import dev.msvc.cluster.release.Release;
import dev.msvc.cluster.release.Revision;
import dev.msvc.model.UserError;
import dev.msvc.model.kube.Manifest;
import picocli.CommandLine.Model.CommandSpec;

/** {@code msvc apply}: a change that was saved, if the live state is still what it was made for. */
final class ApplyCommand implements Command {
  @Override
  public String name() {
    return "apply";
  }

  @Override
  public String does() {
    return "does a saved change, if the live state is still the one it was made for";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Spec.command(
            this,
            "msvc deploy -n shop --save change.yaml      looks, asks nothing, changes nothing",
            "msvc apply change.yaml                      shows it again and asks",
            "msvc apply change.yaml -y                   in a pipeline, after a person said yes to it");
    spec.addPositional(Spec.argument(0, true, "FILE", "what --save wrote"));
    ClusterAccess.addTarget(spec);
    spec.addOption(Spec.flag("--diff", "print what would change and write nothing"));
    spec.addOption(Spec.flag("--exit-code", "4 where something changes"));
    DeployCommand.addPatience(spec);
    spec.addOption(Spec.flag("-y", "--yes", "do it without asking"));
    spec.addOption(Spec.output("text", "wide", "json", "yaml"));
    return spec;
  }

  @Override
  public int run(Invocation call) {
    String shown = String.valueOf(call.argument(0));
    SavedChange saved = SavedChange.read(shown, call.directory().resolve(shown));
    String context = call.option("--context");
    try (ClusterAccess access =
        ClusterAccess.of(call, context == null ? saved.context() : context, saved.namespace())) {
      if (!access.api().address().equals(saved.server())) {
        throw new UserError(
            "%s was made for %s, and this is %s"
                .formatted(shown, saved.server(), access.api().address()),
            "choose that cluster: --context, --kubeconfig",
            5);
      }
      Deployment deployment = new Deployment(call, access);
      return deployment.run(() -> checked(access, deployment, shown, saved));
    }
  }

  /**
   * The change as it is now.
   *
   * @throws UserError where it is another one than was saved
   */
  private static Agreed checked(
      ClusterAccess access, Deployment deployment, String shown, SavedChange saved) {
    Agreed agreed =
        Agreed.of(
            new ChangePlanner(access.api(), access.kinds()),
            access.store().inventory(new Release(saved.namespace(), saved.release())),
            saved.manifests(),
            saved.terms(),
            saved.note(),
            saved.strategy());
    boolean same = agreed.change().digest().equals(saved.digest());
    if (!same && !goesOn(access, agreed.change().inventory(), saved)) {
      deployment.showMoved(agreed.change());
      throw new UserError(
          "the live state moved since %s was saved: then it was %s; above is what it would do now"
              .formatted(shown, saved.summary()),
          "save it again, and look at it again",
          5);
    }
    return agreed;
  }

  /** Whether this very change was begun and cut off, so that what is left of it is done. */
  private static boolean goesOn(ClusterAccess access, Inventory inventory, SavedChange saved) {
    Revision cut =
        inventory.cut() ? access.store().revision(inventory.release(), inventory.revision()) : null;
    return cut != null
        && cut.objects().equals(saved.manifests().stream().map(Manifest::object).toList());
  }
}
