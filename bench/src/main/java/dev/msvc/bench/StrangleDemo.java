package dev.msvc.bench;

import dev.msvc.bench.load.Asker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The story of {@code docs/tutorial.md}: a context of the shop goes to a service, and back. */
final class StrangleDemo implements Benchmark {
  private static final int SECONDS = 120;
  private static final int CLIENTS = 4;
  private static final int LAST_MILLIS = 1_000;

  /** Who answers, of the shop's own data. */
  private static final String ASKED = "/api/orders?email=anna@mail.example";

  private static final Pattern READY = Pattern.compile("(Started ShopApplication)");
  private static final Pattern TOKEN = Pattern.compile("export TOKEN=(\\S+)");
  private static final Pattern LISTENS = Pattern.compile("(http://\\S+): ");

  @Override
  public String name() {
    return "strangle-demo";
  }

  @Override
  public String what() {
    return "a context of examples/shop becomes a service, gets its traffic, and gives it back,"
        + " under two minutes (needs Maven)";
  }

  @Override
  public void run(Bench bench) throws IOException, InterruptedException, SkippedException {
    Path folder = Files.createTempDirectory(bench.scratch("strangle-demo"), "story-");
    int proxy = Running.freePort();
    int monolith = Running.freePort();
    int service = Running.freePort();
    int management = Running.freePort();
    int grpc = Running.freePort();
    try (Story story = new Story(bench, folder, Installed.of(bench, name()));
        Asker asker = new Asker()) {
      copy(bench, story);
      double told = seconds(() -> story.type("msvc generate service orders --from shop -b order"));
      double built = seconds(() -> build(story));
      told +=
          seconds(
              () -> {
                story.begin(
                    "java -XX:TieredStopAtLevel=1 -jar ../built/shop/target/shop-1.0.0-SNAPSHOT.jar"
                        + " --server.port="
                        + monolith,
                    "shop.log");
                story.begin(
                    "env HTTP_PORT=%d MANAGEMENT_PORT=%d GRPC_PORT=%d mvn -o -q -f ../built/orders spring-boot:test-run"
                        .formatted(service, management, grpc),
                    "orders.log");
                story.type(
                    "msvc -C shop strangle plan order -y --monolith http://127.0.0.1:%d --service http://127.0.0.1:%d"
                        .formatted(monolith, service));
                story.type(EDIT.formatted(proxy));
                story.type("msvc -C shop strangle lint order");
                story.begin("msvc -C shop strangle proxy order", "proxy.log");
                story.until("proxy.log", LISTENS);
                story.until("shop.log", READY);
                ask(asker, proxy, story.until("orders.log", TOKEN));
                story.type("msvc -C shop strangle start order -y");
                story.type("msvc -C shop strangle status order");
                story.type("msvc -C shop strangle rollback order --reason 'the demo ends'");
                story.type("msvc -C shop strangle status order");
                story.type("msvc -C shop strangle audit order --verify");
                Thread.sleep(LAST_MILLIS);
                asker.end();
              });
      String of =
          String.format(
              Locale.ROOT,
              "of %,d%s",
              asker.answered() + asker.lost(),
              asker.lost() == 0 ? "" : ", the last: " + asker.why());
      bench.figure(Figure.atMost(0, "strangle-demo.lost", (double) asker.lost(), of));
      bench.figure(Figure.atLeast(1, "strangle-demo.answered", (double) asker.answered(), ""));
      bench.figure(
          Figure.atMost(
              SECONDS,
              "strangle-demo.seconds",
              told,
              String.format(Locale.ROOT, "without %.0f s of Maven before", built)));
    }
  }

  private static void ask(Asker asker, int port, String token) {
    for (int i = 0; i < CLIENTS; i++) {
      List<String> fields = new ArrayList<>(List.of("Authorization: Bearer " + token));
      if (i == 0) {
        fields.add("X-Canary: order");
      }
      asker.start(port, ASKED, fields);
    }
  }

  /** Only what is the shop's own: what was built of it before is none of it. */
  private static void copy(Bench bench, Story story) throws IOException, InterruptedException {
    Path shop = bench.project().resolve("examples/shop");
    story.type("mkdir shop && cp -r %s/src %s/pom.xml shop/".formatted(shop, shop));
  }

  /**
   * Builds both, unless that was done with the very same sources: Maven needs minutes that are not
   * the story's.
   */
  private static void build(Story story) throws IOException, InterruptedException {
    if (story.holds(
        "test -e ../built/done && diff -r -x target -x .msvc shop ../built/shop"
            + " && diff -r -x target orders ../built/orders")) {
      story.note("both were built before, of the same sources: ../built");
      return;
    }
    story.type("rm -rf ../built && mkdir ../built && cp -r shop orders ../built/");
    story.type("mvn -o -q -B -f ../built/shop package -DskipTests");
    story.type("mvn -o -q -B -f ../built/orders test-compile");
    story.type("touch ../built/done");
  }

  /** Something that takes its time. */
  private interface Part {
    void run() throws IOException, InterruptedException;
  }

  private static double seconds(Part part) throws IOException, InterruptedException {
    long began = System.nanoTime();
    part.run();
    return (System.nanoTime() - began) / 1e9;
  }

  /** What somebody does to a plan who has no day for it. */
  private static final String EDIT =
      "sed -i -e 's/127.0.0.1:9080/127.0.0.1:%d/' -e '/weight: [15],/d' -e '/soak/s/soak:"
          + " [0-9]*[mh]/soak: 3s/' -e 's/min: 99.5%%/min: 95%%, requests: 50/' -e 's/worse:"
          + " 2%%/worse: 5%%, requests: 50/' -e '$a tolerance: {window: 1s}' shop/strangle/order.yaml";
}
