package dev.msvc.cli;

import dev.msvc.cluster.deploy.Change;
import dev.msvc.model.UserError;
import dev.msvc.model.yaml.PlainDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Shows a change, asks for it, does it, and tells what came of it: the same for all commands. */
final class Deployment {
  private final Invocation call;
  private final ClusterAccess access;
  private final ChangeScreen screen;

  Deployment(Invocation call, ClusterAccess access) {
    this.call = call;
    this.access = access;
    this.screen = new ChangeScreen(call.console(), call.format() == Format.WIDE);
  }

  /**
   * The whole of it; gives the exit code.
   *
   * @param plan works the change out; asked again where a person took time to look at it
   */
  int run(Supplier<Agreed> plan) {
    return run(plan, patience(call));
  }

  /** The same, with a patience that the user does not say. */
  int run(Supplier<Agreed> plan, Rollout.Patience patience) {
    Agreed agreed = plan.get();
    Change change = agreed.change();
    show(change);
    int refused = screen.refused(change);
    if (refused != 0 || call.has("--diff")) {
      told(change, Map.of(), List.of());
      return refused != 0 ? refused : change.changes() && call.has("--exit-code") ? 4 : 0;
    }
    if (call.option("--save") != null) {
      save(agreed, String.valueOf(call.option("--save")));
      return change.changes() && call.has("--exit-code") ? 4 : 0;
    }
    if (change.changes() && !call.has("-y")) {
      if (!isAgreed("apply this to")) {
        return 2;
      }
      agreed = stillThe(change, plan.get());
    }
    Rollout.Result result = new Rollout(call, access, patience).run(agreed);
    told(change, result.fields(), result.said());
    boolean counts = call.has("--exit-code") && change.changes();
    return result.exitCode() == 0 && counts ? 4 : result.exitCode();
  }

  private void save(Agreed agreed, String file) {
    Change change = agreed.change();
    SavedChange saved =
        new SavedChange(
            access.api().context(),
            access.api().address(),
            access.namespace(),
            change.inventory().release().name(),
            agreed.strategy(),
            agreed.note(),
            agreed.terms(),
            change.digest(),
            ChangeScreen.summary(change),
            change.manifests());
    String text = saved.text();
    new Workspace()
        .write(
            call.directory().resolve(file),
            call.has("-y"),
            to -> {
              try {
                to.write(text);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    told(change, Map.of("saved", file), List.of("saved; to do it: msvc apply " + file));
  }

  void show(Change change) {
    if (!call.format().forPrograms()) {
      screen.print(change, where());
      call.console().flush();
    }
  }

  /** What it would be now, with all that stands against it. */
  void showMoved(Change change) {
    show(change);
    screen.refused(change);
  }

  /** What came of it: lines for people, a document for programs. */
  void told(Change change, Map<String, Object> outcome, List<String> lines) {
    if (call.format().forPrograms()) {
      Map<String, Object> fields = new LinkedHashMap<>(ChangeFields.of(change, access));
      fields.putAll(outcome);
      PlainDocument.write(
          ChangeFields.SCHEMA, fields, Notation.of(call.format()), call.console().data());
    } else {
      lines.forEach(call.console()::line);
    }
  }

  /** The same change, worked out anew; what was agreed to is that one and no other. */
  private Agreed stillThe(Change agreedTo, Agreed now) {
    if (!now.change().digest().equals(agreedTo.digest())) {
      showMoved(now.change());
      throw new UserError(
          "the live state moved while you looked at it, and nothing was changed: above is what it"
              + " would do now",
          "run it again",
          5);
    }
    return now;
  }

  /** Whether the user says yes, once, to what was shown. */
  boolean isAgreed(String question) {
    if (call.has("-y")) {
      return true;
    }
    if (!call.console().asks()) {
      call.console()
          .error(
              "nobody is there to be asked, and nothing was changed",
              "look at the difference with --diff; then say yes with -y");
      return false;
    }
    return call.console().confirm("%s %s?".formatted(question, where()));
  }

  String where() {
    String context =
        access.api().context().isEmpty() ? access.api().address() : access.api().context();
    return "namespace %s of %s".formatted(access.namespace(), context);
  }

  static Rollout.Patience patience(Invocation call) {
    String timeout = call.option("--timeout");
    Duration time =
        call.has("--no-wait") ? Duration.ZERO : Rollout.time(timeout == null ? "5m" : timeout);
    return new Rollout.Patience(time, "rollback".equals(call.option("--on-failure")));
  }
}
