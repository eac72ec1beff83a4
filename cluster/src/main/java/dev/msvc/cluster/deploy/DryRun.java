package dev.msvc.cluster.deploy;

import dev.msvc.cluster.api.ApiFailure;
import dev.msvc.cluster.api.ApiServer;
import dev.msvc.cluster.api.Applied;
import dev.msvc.cluster.release.Inventory;
import dev.msvc.cluster.release.Owned;
import dev.msvc.model.kube.KubeObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What would come of applying one object, as the server says. */
record DryRun(ApiServer api, Inventory inventory, Terms terms) {
  private static final int MOST_WRONG = 10;
  private static final String MEND = "mend the manifest and run it again";

  /**
   * The answer.
   *
   * @param change null where there is none to be had
   * @param refusals why not as it stands
   */
  record Outcome(@Nullable ObjectChange change, List<Refusal> refusals, List<String> warnings) {
    static Outcome refused(Refusal refusal) {
      return new Outcome(null, List.of(refusal), List.of());
    }
  }

  /** An object that the server cannot be asked about. */
  static Outcome unchecked(Wishes.Wish wish) {
    ObjectChange change =
        change(wish, Effect.CREATE_UNCHECKED, asked(wish), List.of(), null, false, false);
    return new Outcome(change, List.of(), List.of());
  }

  /**
   * Asks the server.
   *
   * @param live as it is now; null where there is none
   */
  Outcome of(Wishes.Wish wish, @Nullable KubeObject live) {
    List<String> notes = new ArrayList<>();
    Refusal foreign = live == null ? null : foreign(wish, live, notes);
    if (foreign != null) {
      return Outcome.refused(foreign);
    }
    try {
      return checked(wish, live, false, notes);
    } catch (ApiFailure failure) {
      if (failure.ownedByOthers()) {
        return conflicting(wish, live, failure, notes);
      }
      return failed(wish, live, failure, notes);
    }
  }

  private Outcome checked(
      Wishes.Wish wish, @Nullable KubeObject live, boolean force, List<String> notes) {
    Applied would = api.apply(wish.kind(), wish.manifest().object(), force, true);
    List<FieldChange> fields = live == null ? asked(wish) : FieldDiff.of(live, would.object());
    boolean owned =
        live != null
            && Owner.fields(live, ApiServer.MANAGER)
                .equals(Owner.fields(would.object(), ApiServer.MANAGER));
    if (live != null && fields.isEmpty() && !owned) {
      notes.add("is as it is asked for; from now on msvc owns these fields");
    }
    Effect effect =
        live == null ? Effect.CREATE : fields.isEmpty() ? Effect.UNCHANGED : Effect.CHANGE;
    return new Outcome(
        change(wish, effect, fields, notes, live, owned, force), List.of(), would.warnings());
  }

  /** All that is asked for: what the server adds to it is another each time it is asked. */
  private static List<FieldChange> asked(Wishes.Wish wish) {
    return FieldDiff.of(null, wish.manifest().object());
  }

  private static ObjectChange change(
      Wishes.Wish wish,
      Effect effect,
      List<FieldChange> fields,
      List<String> notes,
      @Nullable KubeObject live,
      boolean owned,
      boolean force) {
    return new ObjectChange(
        wish.key(), wish.kind(), effect, fields, notes, wish.manifest(), live, owned, force);
  }

  /** Why an object of somebody else is not touched; null where it is. */
  private @Nullable Refusal foreign(Wishes.Wish wish, KubeObject live, List<String> notes) {
    String where = wish.manifest().place().toString();
    String other = Owner.release(live);
    if (!other.isEmpty() && !other.equals(inventory.release().mark())) {
      if (!terms.adopt()) {
        return new Refusal(
            wish.key(),
            where,
            "%s is of release %s".formatted(wish.key(), other),
            "give it another name; to take it from there: --dangerous-adopt",
            5);
      }
      notes.add("taken from release " + other);
    }
    String gitops = Owner.gitops(live);
    if (!gitops.isEmpty()) {
      if (!terms.forceConflicts()) {
        return new Refusal(
            wish.key(),
            where,
            "%s is put there by %s, which would put it back".formatted(wish.key(), gitops),
            "write the manifests to its repository: --out DIR; to change it here all the same:"
                + " --force-conflicts",
            5);
      }
      notes.add("is put there by %s, which may put it back".formatted(gitops));
    }
    String helm = Owner.helm(live);
    if (!helm.isEmpty() && other.isEmpty()) {
      notes.add("is of Helm's release %s, whose next upgrade may change it".formatted(helm));
    }
    if (Owner.isOfKubectl(live) && other.isEmpty()) {
      notes.add("was made by kubectl apply: fields that it set stay where they are left out here");
    }
    return null;
  }

  private Outcome conflicting(
      Wishes.Wish wish, @Nullable KubeObject live, ApiFailure failure, List<String> notes) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (ApiFailure.Cause each : failure.causes()) {
      fields
          .computeIfAbsent(manager(each.message()), manager -> new ArrayList<>())
          .add(each.field().replaceFirst("^\\.", ""));
    }
    if (!terms.forceConflicts()) {
      List<Refusal> refusals = new ArrayList<>();
      fields.forEach(
          (manager, paths) ->
              refusals.add(
                  new Refusal(
                      wish.key(),
                      wish.manifest().at(paths.get(0)).toString(),
                      "%s: %s belong%s to %s"
                          .formatted(
                              wish.key(),
                              String.join(", ", paths),
                              paths.size() == 1 ? "s" : "",
                              manager),
                      paths.contains("spec.replicas")
                          ? "leave the number of pods out of the manifest where an autoscaler or"
                              + " 'kubectl scale' sets it, or take it: --force-conflicts"
                          : "leave the field out of the manifest, or take it: --force-conflicts",
                      5)));
      return new Outcome(null, refusals, List.of());
    }
    fields.forEach(
        (manager, paths) ->
            notes.add("takes %s from %s".formatted(String.join(", ", paths), manager)));
    try {
      return checked(wish, live, true, notes);
    } catch (ApiFailure again) {
      return failed(wish, live, again, notes);
    }
  }

  /** The name in words like {@code conflict with "kubectl" using apps/v1}. */
  private static String manager(String message) {
    int from = message.indexOf('"');
    int to = message.indexOf('"', from + 1);
    return from >= 0 && to > from ? message.substring(from + 1, to) : message;
  }

  private Outcome failed(
      Wishes.Wish wish, @Nullable KubeObject live, ApiFailure failure, List<String> notes) {
    if (failure.message().contains("does not support dry run")) {
      return unasked(wish, live, failure, notes);
    }
    if (failure.code() == 422 && live != null && isImmutable(failure)) {
      return immutable(wish, live, failure, notes);
    }
    if (isAgainstPolicy(failure)) {
      return Outcome.refused(policy(wish, failure, "ask who runs the cluster, or ask for less"));
    }
    if (isInvalid(failure)) {
      return new Outcome(null, invalid(wish, failure), List.of());
    }
    if (failure.code() == 403) {
      return Outcome.refused(policy(wish, failure, failure.advice()));
    }
    if (failure.message().startsWith("failed calling webhook")
        || failure.message().contains(": failed calling webhook")) {
      return Outcome.refused(
          policy(
              wish,
              failure,
              "what answers for that webhook is down or unknown: see its"
                  + " ValidatingWebhookConfiguration or MutatingWebhookConfiguration"));
    }
    throw failure;
  }

  /**
   * All that is wrong. Of fields that there are not, the server names the first and looks no
   * further, so it is asked again without it.
   */
  private List<Refusal> invalid(Wishes.Wish wish, ApiFailure failure) {
    List<Refusal> all = new ArrayList<>(WrongFields.refusals(wish.manifest(), failure, MEND));
    ApiFailure last = failure;
    KubeObject object = wish.manifest().object();
    for (int i = 0; i < MOST_WRONG && WrongFields.isUnknown(last); i++) {
      object = WrongFields.without(object, last);
      try {
        api.apply(wish.kind(), object, false, true);
        break;
      } catch (ApiFailure next) {
        if (next.message().equals(last.message()) || !isInvalid(next)) {
          break;
        }
        all.addAll(WrongFields.refusals(wish.manifest(), next, MEND));
        last = next;
      }
    }
    return all;
  }

  private static Refusal policy(Wishes.Wish wish, ApiFailure failure, String hint) {
    String where = wish.manifest().place().toString();
    return new Refusal(wish.key(), where, wish.key() + ": " + failure.message(), hint, 8);
  }

  /** A webhook does not answer when nothing is to be written: then we compare, and say so. */
  private Outcome unasked(
      Wishes.Wish wish, @Nullable KubeObject live, ApiFailure failure, List<String> notes) {
    if (live == null) {
      notes.add("not checked, as a webhook refuses to be asked: " + failure.message());
      return new Outcome(
          change(wish, Effect.CREATE, asked(wish), notes, null, false, false),
          List.of(),
          List.of());
    }
    notes.add("compared here, as a webhook refuses to be asked: " + failure.message());
    List<FieldChange> fields = FieldDiff.of(live, Overlay.of(live, wish.manifest().object()));
    Owned last = inventory.cut() ? null : inventory.objects().get(wish.key());
    boolean applied =
        last != null
            && !last.digest().isEmpty()
            && last.digest().equals(Owned.digest(wish.manifest().object()));
    if (!applied) {
      notes.add("fields that the manifest set before and leaves out now go, and are not listed");
    }
    Effect effect = applied && fields.isEmpty() ? Effect.UNCHANGED : Effect.CHANGE;
    return new Outcome(
        change(wish, effect, fields, notes, live, applied, terms.forceConflicts()),
        List.of(),
        List.of());
  }

  private Outcome immutable(
      Wishes.Wish wish, KubeObject live, ApiFailure failure, List<String> notes) {
    String name = wish.key().shortName();
    if (!terms.recreate().contains(name.toLowerCase(Locale.ROOT))) {
      return new Outcome(
          null,
          WrongFields.refusals(
              wish.manifest(),
              failure,
              "undo that; to delete the object and make it again: --recreate " + name),
          List.of());
    }
    notes.add("its fields are compared here: the server cannot be asked about this");
    List<FieldChange> fields = FieldDiff.of(live, Overlay.of(live, wish.manifest().object()));
    return new Outcome(
        change(wish, Effect.RECREATE, fields, notes, live, false, false), List.of(), List.of());
  }

  private static boolean isInvalid(ApiFailure failure) {
    return failure.code() == 400
        || failure.code() == 413
        || failure.code() == 422
        || failure.untyped();
  }

  /** A quota, a webhook, a standard for pods: the user has the right, and it is not allowed. */
  private static boolean isAgainstPolicy(ApiFailure failure) {
    return (failure.code() == 403 && failure.rule().isEmpty())
        || failure.message().contains("denied the request");
  }

  private static boolean isImmutable(ApiFailure failure) {
    return failure.message().contains("immutable")
        || failure.message().contains("may not change once set")
        || failure.message().contains("updates to statefulset spec for fields other than")
        || failure.message().contains("are forbidden");
  }
}
