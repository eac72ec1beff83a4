package dev.msvc.cluster.rehearse;

import dev.msvc.model.shift.Rule;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What holds of every shift, whatever is done to it.
 *
 * @param id as in {@code docs/rehearse.md}
 * @param words what it says, in a few
 * @param tried whether an attempt could break it
 * @param breaks what breaks it in an attempt, in words; empty where it holds
 * @param otherwise why it was not tried, where it was not
 */
public record Property(
    String id,
    String words,
    Predicate<Seen> tried,
    Function<Seen, Optional<String>> breaks,
    String otherwise) {

  private static final String CLUSTER = "about routes in a cluster";

  /** All of them; those without a check say where they are looked after. */
  public static final List<Property> ALL =
      List.of(
          new Property(
              "requests",
              "no request is lost or answered twice",
              seen -> !seen.answers().isEmpty(),
              RequestChecks::lostOrTwice,
              "no requests were sent"),
          always("end", "it goes on to where it should end", JournalChecks::ends),
          always("P1", "what is written is live, whole, and 100 together", WeightChecks::whole),
          new Property(
              "P2",
              "all else in a route stays as it is",
              seen -> seen.all(Moment.Beside.class).findAny().isPresent(),
              WeightChecks::rest,
              CLUSTER),
          troubled(
              "P3",
              "an edit between look and write: 5, no write",
              Trouble.EDITED_BETWEEN,
              TroubleChecks::editBetween),
          new Property(
              "P4",
              "a stage counts once accepted and the share fits",
              seen -> !seen.answers().isEmpty(),
              RequestChecks::shares,
              "no requests were sent"),
          troubled(
              "P5",
              "no more for an arm without endpoints",
              Trouble.NO_ENDPOINT,
              TroubleChecks::noEndpoint),
          elsewhere(
              "P6",
              "no route names a backend that is missing",
              "no backend comes or goes in a rehearsal"),
          always(
              "P7", "killed anywhere: no stage skipped, no soak cut", JournalChecks::stagesInOrder),
          troubled("P8", "seeing nothing: hold, then go back", Trouble.BLIND, TroubleChecks::blind),
          troubled(
              "P9",
              "too few requests: no advance, no failure",
              Trouble.NO_REQUESTS,
              TroubleChecks::noRequests),
          elsewhere("P10", "no gate that sees nothing", "gates are tried by strangle start"),
          troubled(
              "P11",
              "bad windows bring all back in time",
              Trouble.SERVICE_FAILS,
              TroubleChecks::failing),
          troubled(
              "P12",
              "never back to a monolith without endpoints",
              Trouble.NO_MONOLITH,
              TroubleChecks::noMonolith),
          troubled(
              "P13",
              "rollback without gates; twice changes nothing",
              Trouble.GATES_AWAY,
              TroubleChecks::rollback),
          troubled(
              "P14", "a second one is told who moves it", Trouble.SECOND, TroubleChecks::second),
          always("P15", "one record a change, and the chain holds", JournalChecks::records),
          new Property(
              "P16",
              "another plan or another base is refused",
              seen -> seen.troubledBy(Trouble.OTHER_BASE) || seen.troubledBy(Trouble.OTHER_PLAN),
              TroubleChecks::otherPlan,
              "it was not changed"),
          new Property(
              "P17",
              "only safe methods are mirrored",
              seen -> seen.plan().mirror().isPresent(),
              RequestChecks::mirrored,
              "the plan mirrors nothing"),
          troubled(
              "P18",
              "a change from outside is told, not fought",
              Trouble.EDITED,
              TroubleChecks::edited),
          troubled(
              "P19",
              "no contract step before its time",
              Trouble.FINISHED_EARLY,
              TroubleChecks::finished),
          new Property(
              "P20",
              "each row has one writer",
              seen -> seen.plan().rules().stream().anyMatch(Property::writes),
              WeightChecks::oneWriter,
              "the plan has no writes"),
          new Property(
              "P21",
              "after a rollback nothing reaches the service",
              seen -> seen.answers().stream().anyMatch(RequestChecks::afterGoingBack),
              RequestChecks::back,
              "no requests were sent"),
          elsewhere("P22", "what a router lacks is refused", "strangle lint has refused it by now"),
          elsewhere(
              "P23",
              "a newer image leaves the weights alone",
              "no service is made anew in a rehearsal"),
          troubled(
              "P24",
              "unwatched: it holds, or goes back when told",
              Trouble.UNWATCHED,
              TroubleChecks::unwatched));

  private static Property always(String id, String words, Function<Seen, Optional<String>> breaks) {
    return new Property(id, words, seen -> true, breaks, "");
  }

  private static Property troubled(
      String id, String words, Trouble by, Function<Seen, Optional<String>> breaks) {
    return new Property(id, words, seen -> seen.troubledBy(by), breaks, "nothing came to it");
  }

  private static Property elsewhere(String id, String words, String why) {
    return new Property(id, words, seen -> false, seen -> Optional.empty(), why);
  }

  /** The one of that name. */
  public static Property of(String id) {
    return ALL.stream().filter(each -> each.id.equals(id)).findFirst().orElseThrow();
  }

  static boolean writes(Rule rule) {
    return rule.kind() == Rule.Kind.WRITE || rule.kind() == Rule.Kind.COHORT;
  }
}
