package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.cluster.traffic.Judge;
import dev.msvc.cluster.traffic.Judged;
import dev.msvc.cluster.traffic.Router;
import dev.msvc.cluster.traffic.Shifter;
import dev.msvc.cluster.traffic.Sight;
import dev.msvc.cluster.traffic.Turn;
import dev.msvc.cluster.traffic.Verdict;
import dev.msvc.cluster.traffic.Window;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Counts;
import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Event;
import dev.msvc.model.shift.Evidence;
import dev.msvc.model.shift.Journal;
import dev.msvc.model.shift.ShiftState;
import dev.msvc.model.shift.Tally;
import dev.msvc.model.shift.Weights;
import dev.msvc.model.yaml.JournalDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A shift that an older msvc began goes on with this one: {@code state/v1} holds what version 1 of
 * each format was when it was made, and is never made anew. {@code -Dmsvc.golden=write} wrote it
 * once; a format that changes gets a folder of its own beside it.
 */
class OldStateTest {
  private static final Path OLD = Path.of("src", "test", "resources", "state", "v1");
  private static final List<String> STATES =
      List.of("soaking", "intended", "paused", "approved", "back");

  @TempDir Path folder;

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private Weights live = new Weights(new TreeMap<>());
  private long asked;

  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  private final Router router =
      new Router() {
        @Override
        public Sight look() {
          asked += 1_000;
          Map<Arm, Tally> counts =
              Map.of(Arm.SERVICE, new Tally(asked, 1), Arm.MONOLITH, new Tally(asked, 0));
          return new Sight(
              live.toString(), live, true, "", Map.of(Arm.SERVICE, 2), Map.of("orders", counts));
        }

        @Override
        public Sight write(Sight base, Weights weights) {
          live = weights;
          return look();
        }
      };

  private static final Judge PASSES =
      new Judge() {
        @Override
        public Judged share(Window window) {
          return new Judged(
              Verdict.PASS, "as declared", new TreeMap<>(Map.of("orders", "20 of 100")), Map.of());
        }

        @Override
        public Judged gates(Window window, Map<String, Evidence> before) {
          Evidence.Window counted = Evidence.Window.of(new Counts(1_000, 1), new Counts(4_000, 2));
          Evidence known = before.getOrDefault("success-rate", Evidence.from(window.from()));
          return new Judged(
              Verdict.PASS,
              "success-rate: \"1 of 1,000\" requests failed",
              new TreeMap<>(Map.of("success-rate", "PASS: 1 of 1,000")),
              Map.of("success-rate", known.plus(window.to(), counted)));
        }
      };

  @BeforeEach
  void plan() throws Exception {
    Files.createDirectory(folder.resolve("strangle"));
    Files.copy(OLD.resolve("orders.yaml"), folder.resolve("strangle/orders.yaml"));
    if ("write".equals(System.getProperty("msvc.golden"))) {
      write();
    }
  }

  private ShiftFolder orders() {
    return new ShiftFolder(folder, "orders");
  }

  private Shifter shifter(Path state) {
    return new Shifter(
        orders().plan(),
        orders().digest(),
        router,
        new FileShiftStore(state),
        PASSES,
        clock,
        "ann@laptop");
  }

  private Turn steps(Path state, int many) {
    Turn turn = shifter(state).step();
    for (int i = 1; i < many; i++) {
      now = now.plus(turn.again());
      turn = shifter(state).step();
    }
    return turn;
  }

  /** All of them, once. */
  private void write() throws Exception {
    for (String each : STATES) {
      Path state = OLD.resolve(each + ".state.json");
      if (Files.exists(state)) {
        continue;
      }
      live = orders().plan().weights(-1);
      FileShiftStore store = new FileShiftStore(state);
      while (store.read().state(live).stage() < 1
          || store.read().progress().soaked().toMinutes() < 2) {
        now = now.plus(shifter(state).step().again());
      }
      if (each.equals("paused")) {
        shifter(state).pause("lunch; \"an hour\"");
      } else if (each.equals("back")) {
        shifter(state).rollback("wrong\nnames");
      } else if (each.equals("approved")) {
        new dev.msvc.cluster.traffic.Approvals(orders().plan(), store)
            .give("ann@laptop", now, "looks good");
      } else if (each.equals("intended")) {
        Journal journal = store.read();
        ShiftState at = journal.state(orders().plan().weights(-1));
        store.append(
            journal,
            new Entry(
                journal.entries().size() + 1,
                now,
                "ann@laptop",
                Event.INTENT,
                at.plan(),
                -1,
                at.weights(),
                orders().plan().weights(-1),
                "killed right after this",
                new TreeMap<>(),
                journal.head()),
            journal.progress());
      }
    }
  }

  private Path old(String state) throws Exception {
    Path file = folder.resolve("strangle/orders.state.json");
    Files.copy(OLD.resolve(state + ".state.json"), file);
    return file;
  }

  private Journal read(Path state) throws Exception {
    return JournalDocument.read("orders.state.json", Files.readString(state), "");
  }

  private ShiftState stands(Path state) throws Exception {
    Journal journal = read(state);
    now = journal.progress().seen();
    ShiftState stands = journal.state(orders().plan().weights(-1));
    live = stands.weights();
    return stands;
  }

  @ParameterizedTest
  @ValueSource(strings = {"soaking", "intended", "paused", "approved", "back"})
  void whatIsKeptIsReadWithAnUnbrokenChainAndWrittenAsItWas(String name) throws Exception {
    Path state = old(name);
    Journal journal = read(state);

    assertThat(journal.broken()).isEmpty();
    assertThat(journal.entries()).hasSizeGreaterThan(3);
    assertThat(JournalDocument.write(journal)).isEqualTo(Files.readString(state));
    assertThat(stands(state).plan()).isEqualTo(orders().digest());
    Run audit = Run.msvc(Run.there(folder, "strangle", "audit", "orders", "--verify"));
    assertThat(audit.exitCode()).as(audit.out() + audit.err()).isZero();
    Run status = Run.msvc(Run.there(folder, "strangle", "status", "orders"));
    assertThat(status.exitCode()).isZero();
    assertThat(status.out()).doesNotContain("the plan was changed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"soaking", "approved"})
  void aShiftThatSoakedGoesOnWithTheSoakThatItHadAndToItsEnd(String name) throws Exception {
    Path state = old(name);
    assertThat(stands(state).stage()).isEqualTo(1);
    Duration soaked = read(state).progress().soaked();
    assertThat(soaked).isPositive();
    assertThat(read(state).progress().evidence().get("success-rate").service().requests())
        .isPositive();

    shifter(state).step();
    assertThat(read(state).progress().soaked()).isGreaterThanOrEqualTo(soaked);
    assertThat(steps(state, 80).kind()).isEqualTo(Turn.Kind.DONE);

    assertThat(live).isEqualTo(orders().plan().weights(2));
    assertThat(read(state).broken()).isEmpty();
    assertThat(read(state).approvals()).isEmpty();
  }

  @Test
  void anIntentIsCarriedOutThatWasOnlyWrittenDown() throws Exception {
    Path state = old("intended");
    assertThat(stands(state).open()).isNotNull();

    assertThat(steps(state, 2).kind()).isEqualTo(Turn.Kind.ROLLED_BACK);

    assertThat(live.areNone()).isTrue();
    assertThat(read(state).broken()).isEmpty();
  }

  @Test
  void aPausedOneStaysSoUntilItIsToldToGoOn() throws Exception {
    Path state = old("paused");
    assertThat(stands(state).phase()).isEqualTo(ShiftState.Phase.PAUSED);

    assertThat(steps(state, 3).kind()).isEqualTo(Turn.Kind.PAUSED);
    shifter(state).resume("back from lunch");
    assertThat(steps(state, 80).kind()).isEqualTo(Turn.Kind.DONE);
  }

  @Test
  void oneThatWentBackBeginsAnewWhenThatIsAskedFor() throws Exception {
    Path state = old("back");
    assertThat(stands(state).phase()).isEqualTo(ShiftState.Phase.ROLLED_BACK);

    assertThat(steps(state, 2).said()).isEqualTo("it was rolled back: wrong\nnames");
    shifter(state).again();
    assertThat(steps(state, 80).kind()).isEqualTo(Turn.Kind.DONE);
  }

  @Test
  void aProxyComesBackWithTheWeightsThatItHad() throws Exception {
    Files.copy(OLD.resolve("orders.proxy.json"), folder.resolve("strangle/orders.proxy.json"));

    var kept = ProxyFile.of(orders()).read();

    assertThat(ProxyFile.kept(kept, orders().plan()).service())
        .isEqualTo(Map.of("orders", 20, "orders-canary", 100, "orders-writes", 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders.state.json", "orders.proxy.json", "orders.yaml"})
  void whatANewerMsvcMadeIsRefusedWithWhichOneThatWas(String file) throws Exception {
    Path there = folder.resolve("strangle").resolve(file);
    Files.deleteIfExists(there);
    String old = file.equals("orders.state.json") ? "soaking.state.json" : file;
    String text = Files.readString(OLD.resolve(old));
    boolean json = text.startsWith("{");
    Files.writeString(
        there,
        text.replaceFirst(
            "(msvc/[a-z-]+)/v1(\"?)",
            json
                ? "$1/v2$2,\n  \"made\": \"msvc 9.1.0\", \"unheard\": {}"
                : "$1/v2\nmade: msvc 9.1.0\nunheard: {}"));

    assertThatThrownBy(
            () -> {
              if (file.equals("orders.proxy.json")) {
                ProxyFile.of(orders()).read();
              } else if (file.equals("orders.yaml")) {
                orders().plan();
              } else {
                new FileShiftStore(there).read();
              }
            })
        .isInstanceOfSatisfying(
            UserError.class,
            refused -> {
              assertThat(refused.exitCode()).isEqualTo(3);
              assertThat(refused.message())
                  .matches(
                      "(strangle/)?%s:\\d:\\d+: 'msvc/.*/v2' was made for a newer msvc, by msvc"
                              .formatted(file)
                          + " 9.1.0; this one reads msvc/.*/v1");
            });
  }
}
