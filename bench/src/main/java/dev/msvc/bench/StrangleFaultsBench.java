package dev.msvc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** {@code ShifterPropertiesTest} and {@code ShiftFaultsIT} over many plans. */
final class StrangleFaultsBench implements Benchmark {
  private static final int PLANS = 1_000;
  private static final Pattern PROPERTY = Pattern.compile("(p\\d+)[A-Z].*");
  private static final String TEST = "dev.msvc.cluster.traffic.ShifterPropertiesTest";

  @Override
  public String name() {
    return "strangle-faults";
  }

  @Override
  public String what() {
    return "properties of traffic shifting over %,d random plans each, with a fault at a random call: how many hold (needs Maven, and test-cluster/build for two of them)"
        .formatted(PLANS);
  }

  @Override
  public void run(Bench bench) throws IOException, InterruptedException, SkippedException {
    Path project = bench.project();
    Path report = project.resolve("cluster/target/surefire-reports/TEST-" + TEST + ".xml");
    Files.deleteIfExists(report);
    Path scratch = bench.scratch("strangle-faults");
    Path output = scratch.resolve("maven.out");
    int exitCode =
        FaultTests.maven(
            bench,
            output,
            "cluster",
            "test",
            List.of("-Dtest=ShifterPropertiesTest", "-Dmsvc.plans=" + PLANS));
    if (!Files.exists(report)) {
      throw new SkippedException("Maven ended with %d, see %s".formatted(exitCode, output));
    }
    Map<String, int[]> held = held(report);
    held.forEach(
        (property, counts) ->
            bench.figure(
                Figure.atLeast(
                    1,
                    "strangle-faults." + property,
                    (double) counts[0] / counts[1],
                    "%,d of %,d".formatted(counts[0], counts[1]))));
    inACluster(bench, scratch);
  }

  /** Those that need an API server. */
  private static void inACluster(Bench bench, Path scratch)
      throws IOException, InterruptedException, SkippedException {
    FaultTests.Result result =
        FaultTests.inCli(bench, scratch, "ShiftFaultsIT", List.of("-Dmsvc.plans=" + PLANS));
    for (FaultTests.Counted each : result.counted()) {
      String name = "strangle-faults." + each.name().replaceAll("[^a-z0-9]+", "-");
      bench.figure(Figure.atLeast(1, name, each.share(), each.words()));
    }
    if (result.exitCode() != 0) {
      // a plan that fails ends its test, and has no figure
      bench.figure(
          Figure.atMost(0, "strangle-faults.failed", result.exitCode(), "see " + result.output()));
    }
  }

  /** Cases that hold, and all cases, by property. */
  private static Map<String, int[]> held(Path report) throws IOException {
    // p2 before p11
    Map<String, int[]> held =
        new TreeMap<>(Comparator.comparingInt((String id) -> Integer.parseInt(id.substring(1))));
    NodeList cases;
    try {
      cases =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(report.toFile())
              .getElementsByTagName("testcase");
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
    for (int i = 0; i < cases.getLength(); i++) {
      Element each = (Element) cases.item(i);
      Matcher name = PROPERTY.matcher(each.getAttribute("name"));
      if (name.lookingAt()) {
        int[] counts = held.computeIfAbsent(name.group(1), key -> new int[2]);
        counts[1]++;
        boolean failed =
            each.getElementsByTagName("failure").getLength() > 0
                || each.getElementsByTagName("error").getLength() > 0;
        counts[0] += failed ? 0 : 1;
      }
    }
    return held;
  }
}
