package dev.msvc.cluster.lease;

import dev.msvc.cluster.api.ApiFailure;
import dev.msvc.cluster.api.ApiServer;
import dev.msvc.cluster.api.Kinds;
import dev.msvc.cluster.api.ResourceKind;
import dev.msvc.model.UserError;
import dev.msvc.model.kube.KubeObject;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * That only one at a time changes something: a Lease, renewed while this process lives, and over 30
 * seconds after it died. Where its holder was a process of this machine that is gone, it is over at
 * once.
 */
public final class LeaseLock implements AutoCloseable {
  private static final Duration LASTS = Duration.ofSeconds(30);
  private static final Duration RENEWED = Duration.ofSeconds(8);

  /** From whom it was taken, while nobody has written that down. */
  private static final String TAKEN = "msvc.dev/taken-from";

  /** The API reads times of leases with six digits and no others. */
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final ApiServer api;
  private final ResourceKind kind;
  private final Leased leased;
  private final Holder holder;
  private final Clock clock;
  private final ScheduledExecutorService renewal =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "lease");
            thread.setDaemon(true);
            return thread;
          });
  private final ScheduledFuture<?> renewing;
  private KubeObject held;
  private volatile Instant until;
  private volatile boolean lost;
  private volatile String before = "";

  private LeaseLock(ApiServer api, ResourceKind kind, Leased leased, Holder holder, Clock clock) {
    this.api = api;
    this.kind = kind;
    this.leased = leased;
    this.holder = holder;
    this.clock = clock;
    this.until = clock.instant().plus(LASTS);
    this.held = take();
    this.renewing =
        renewal.scheduleAtFixedRate(
            this::renew, RENEWED.toSeconds(), RENEWED.toSeconds(), TimeUnit.SECONDS);
  }

  /**
   * Takes it.
   *
   * @throws UserError where somebody else holds it: exit code 5, with who and since when
   */
  public static LeaseLock take(
      ApiServer api, Kinds kinds, Leased leased, Holder holder, Clock clock) {
    ResourceKind leases = kinds.built("coordination.k8s.io/v1", "Lease");
    return new LeaseLock(api, leases, leased, holder, clock);
  }

  /** Who holds it now, and when they were last seen; empty for nobody. */
  public static String holder(ApiServer api, Kinds kinds, Leased leased, Clock clock) {
    KubeObject live = api.get(kinds.built("coordination.k8s.io/v1", "Lease"), leased.key());
    if (live == null || live.text("spec", "holderIdentity").isEmpty()) {
      return "";
    }
    long age = age(live, clock);
    return age > lasts(live)
        ? ""
        : "%s, last seen %d s ago".formatted(live.text("spec", "holderIdentity"), age);
  }

  /** How long ago it was renewed, in seconds. */
  private static long age(KubeObject live, Clock clock) {
    Instant renewed = instant(live.text("spec", "renewTime"));
    return Math.max(0, Duration.between(renewed, clock.instant()).toSeconds());
  }

  /** How long it holds after that, in seconds. */
  private static long lasts(KubeObject live) {
    return live.number(LASTS.toSeconds(), "spec", "leaseDurationSeconds");
  }

  /**
   * Who held it before and never gave it back, as far as that is known to be written down nowhere;
   * empty where that was nobody, or this run. Whoever dies right after it wrote that down leaves it
   * to be written once more, rather than never.
   */
  public String takenFrom() {
    return before;
  }

  /** From whom it was taken is written down, and need not stay in the Lease. */
  public synchronized void told() {
    before = "";
  }

  /**
   * Is called before each write.
   *
   * @throws UserError where it is held no longer
   */
  public void check() {
    if (lost || clock.instant().isAfter(until)) {
      throw new UserError(
          "%s is no longer held by this run".formatted(leased.words()),
          "somebody else took it, or the API server was away for too long; run it again",
          5);
    }
  }

  /** Gives it back for good, as there is nothing any more that it was for. */
  public void forget() {
    renewing.cancel(true);
    synchronized (this) {
      lost = true;
      api.delete(kind, held.key(), held.uid());
    }
  }

  /** Gives it back. */
  @Override
  public void close() {
    renewing.cancel(true);
    renewal.shutdownNow();
    synchronized (this) {
      if (!lost) {
        try {
          giveBack();
        } catch (ApiFailure gone) {
          // it ends by itself
          lost = true;
        }
      }
    }
  }

  private void giveBack() {
    try {
      held = api.replace(kind, free(held));
    } catch (ApiFailure failure) {
      KubeObject live = failure.code() == 409 ? api.get(kind, held.key()) : null;
      if (live == null || !live.text("spec", "holderIdentity").equals(holder.toString())) {
        throw failure;
      }
      // only what else it says was written, as the end of a journal is
      held = api.replace(kind, free(live));
    }
  }

  private KubeObject free(KubeObject lease) {
    return remembering(lease).without("spec", "holderIdentity");
  }

  private KubeObject take() {
    while (true) {
      KubeObject live = api.get(kind, leased.key());
      try {
        if (live == null) {
          return api.create(kind, renewed(leased.object()));
        }
        refuseOthers(live);
        String by = live.text("spec", "holderIdentity");
        before = takenFrom(live, by.equals(holder.toString()) ? "" : by);
        return api.replace(kind, renewed(live));
      } catch (ApiFailure failure) {
        // somebody was quicker, or it was we and the answer was lost: look again
        if (failure.code() != 409) {
          throw failure;
        }
      }
    }
  }

  private String takenFrom(KubeObject live, String by) {
    String earlier = leased.remembers() ? live.annotation(TAKEN) : "";
    return earlier.isEmpty() || by.isEmpty() ? earlier + by : earlier + ", then " + by;
  }

  private void refuseOthers(KubeObject live) {
    String by = live.text("spec", "holderIdentity");
    if (by.isEmpty() || by.equals(holder.toString()) || holder.isDead(by)) {
      return;
    }
    long age = age(live, clock);
    long lasts = lasts(live);
    if (age <= lasts) {
      throw new UserError(
          "%s is being changed by %s, last seen %d s ago".formatted(leased.words(), by, age),
          "wait for it; if it died, this is free in %d s".formatted(Math.max(1, lasts - age)),
          5);
    }
  }

  private synchronized void renew() {
    if (lost) {
      return;
    }
    try {
      held = api.replace(kind, renewed(held));
      until = clock.instant().plus(LASTS);
    } catch (ApiFailure failure) {
      if (failure.code() == 409 || failure.code() == 404) {
        lookAgain();
      }
    } catch (UncheckedIOException interrupted) {
      // given back, while it was renewed
      Thread.currentThread().interrupt();
    }
  }

  /** Whether it was ours, and only the answer was lost; what fails here is tried again later. */
  private void lookAgain() {
    try {
      KubeObject live = api.get(kind, held.key());
      if (live != null && live.text("spec", "holderIdentity").equals(holder.toString())) {
        // only what else it says was written, which may be each time
        held = api.replace(kind, renewed(live));
        until = clock.instant().plus(LASTS);
      } else {
        lost = true;
      }
    } catch (ApiFailure away) {
      // it is over at its time, unless the next renewal comes through
      lost = clock.instant().isAfter(until);
    }
  }

  /** Held by us from now on, with all else that it says. */
  private KubeObject renewed(KubeObject lease) {
    Map<String, Object> spec = new LinkedHashMap<>(lease.map("spec"));
    spec.put("holderIdentity", holder.toString());
    spec.put("leaseDurationSeconds", LASTS.toSeconds());
    spec.put("renewTime", micros(clock.instant()));
    return remembering(lease).with(spec, "spec");
  }

  private KubeObject remembering(KubeObject lease) {
    if (!leased.remembers()) {
      return lease;
    }
    return before.isEmpty()
        ? lease.without("metadata", "annotations", TAKEN)
        : lease.with(before, "metadata", "annotations", TAKEN);
  }

  private static String micros(Instant time) {
    return MICROS.format(time);
  }

  private static Instant instant(@Nullable String text) {
    try {
      return Instant.parse(String.valueOf(text));
    } catch (DateTimeParseException unknown) {
      return Instant.EPOCH;
    }
  }
}
