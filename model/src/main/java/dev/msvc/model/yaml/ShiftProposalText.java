package dev.msvc.model.yaml;

import dev.msvc.model.Digest;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.shift.ProposedRoute;
import dev.msvc.model.shift.ShiftProposal;
import dev.msvc.model.shift.ShiftRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a proposal as {@code strangle/NAME.yaml}: what {@link ShiftDocument} reads as a plan, with
 * comments that say why.
 */
public final class ShiftProposalText {
  private static final int SHOWN = 6;
  private static final int DIGITS = 16;
  private static final int HEAD = 5;
  private static final Pattern OF = Pattern.compile("^# Traffic of context (.+)\\. Yours");
  private static final Pattern MADE =
      Pattern.compile("\\A# made by 'msvc strangle plan'; of this text: ([0-9a-f]{16})\n");

  private final ShiftProposal proposal;
  private final StringBuilder text = new StringBuilder();

  private ShiftProposalText(ShiftProposal proposal) {
    this.proposal = proposal;
  }

  /**
   * The text of a plan; the same gives the same bytes.
   *
   * @param proposal with a route that is for reads
   * @param monolith where it answers; empty for where it is usual
   * @param service where it answers; empty for where it is usual
   */
  public static String write(ShiftProposal proposal, String monolith, String service) {
    ShiftProposalText made = new ShiftProposalText(proposal);
    made.body(monolith, service);
    String body = made.text.toString();
    return "# made by 'msvc strangle plan'; of this text: %s\n%s".formatted(digest(body), body);
  }

  /** Whether a text is as it was proposed, so that nothing of anybody's is lost with it. */
  public static boolean isUntouched(String text) {
    String plain = text.replace("\r\n", "\n");
    Matcher made = MADE.matcher(plain);
    return made.find() && made.group(1).equals(digest(plain.substring(made.end())));
  }

  /** Whose traffic a text says that it is of; empty where it was not proposed. */
  public static Optional<String> context(String text) {
    return text.lines()
        .limit(HEAD)
        .map(OF::matcher)
        .filter(Matcher::find)
        .map(each -> each.group(1))
        .findFirst();
  }

  private static String digest(String body) {
    return Digest.of(body).substring(0, DIGITS);
  }

  private void line(String written) {
    text.append(written).append('\n');
  }

  private void comment(String said) {
    text.append("# ").append(said.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " "));
    text.append('\n');
  }

  private void body(String monolith, String service) {
    comment("Traffic of context %s. Yours from here on:".formatted(proposal.context()));
    comment("'plan' writes over it only while nothing in it was changed.");
    line("schema: " + ShiftDocument.SCHEMA);
    line("# clients ask here; on a laptop: msvc strangle proxy " + proposal.name());
    line("router: {local: {listen: \"127.0.0.1:9080\"}}");
    if (monolith.isEmpty()) {
      line("# assumed: say where the monolith answers");
    }
    line("monolith: " + quoted(monolith.isEmpty() ? "http://localhost:8080" : monolith));
    if (service.isEmpty()) {
      line("# assumed: say where the service answers");
    }
    line("service: " + quoted(service.isEmpty() ? "http://localhost:8081" : service));
    after();
    routes();
    stages();
    gates();
  }

  private void after() {
    List<String> sure = new ArrayList<>();
    for (ShiftProposal.Prior each : proposal.after()) {
      if (each.sure()) {
        comment(each.why());
        sure.add(quoted(each.shift()));
      }
    }
    if (!sure.isEmpty()) {
      line("after: [%s]".formatted(String.join(", ", sure)));
    }
    for (ShiftProposal.Prior each : proposal.after()) {
      if (!each.sure()) {
        comment(each.why() + "; where this service asks that one:");
        List<String> all = new ArrayList<>(sure);
        all.add(quoted(each.shift()));
        comment("after: [%s]".formatted(String.join(", ", all)));
      }
    }
  }

  private void routes() {
    text.append('\n');
    comment("Whole paths come before prefixes, longer ones before shorter ones;");
    comment("what no route is for stays with the monolith.");
    if (!proposal.leftOut().isEmpty()) {
      comment(
          "%d entry points of %s do so: 'msvc strangle plan' names them"
              .formatted(proposal.leftOut().size(), proposal.context()));
    }
    proposal.remarks().forEach(this::comment);
    line("routes:");
    for (ProposedRoute each : proposal.routes()) {
      List<EntryPoint> handlers = each.handlers();
      handlers.stream().limit(SHOWN).forEach(one -> comment(handler(one)));
      if (handlers.size() > SHOWN) {
        comment("and %d more".formatted(handlers.size() - SHOWN));
      }
      each.remarks().forEach(one -> comment("look at it: " + one));
      line("- " + route(each.route()));
    }
    if (!proposal.perhaps().isEmpty()) {
      comment(
          "Handlers of other contexts begin with a variable, as /{any}/{id}. Where you know that");
      comment("it never is a word that these begin with, they take more of what is left out:");
      proposal.perhaps().forEach(each -> comment("- " + route(each.route())));
    }
  }

  private static String handler(EntryPoint entry) {
    String type = entry.className().replaceFirst("@.*", "");
    return "%s: %s%s, %s"
        .formatted(
            entry.id(),
            type.substring(type.lastIndexOf('.') + 1),
            entry.method().isEmpty() ? "" : "." + entry.method(),
            entry.place());
  }

  /** A route as a plan says it. */
  public static String route(ShiftRoute route) {
    return "{%s: %s, methods: [%s]%s}"
        .formatted(
            route.exact() ? "path" : "prefix",
            quoted(route.path()),
            String.join(", ", route.methods()),
            route.writes().map(each -> ", writes: " + quoted(each)).orElse(""));
  }

  private static String quoted(String value) {
    boolean plain =
        value.matches("[/A-Za-z][A-Za-z0-9/._~-]*(:[A-Za-z0-9/._~-]+)*")
            && !value.matches("(?i)y|n|yes|no|on|off|true|false|null|nan|inf");
    if (plain) {
      return value;
    }
    StringBuilder text = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        text.append(String.format("\\u%04X", (int) c));
      } else {
        text.append(c);
      }
    }
    return text.append('"').toString();
  }

  private void stages() {
    text.append('\n');
    comment("Who sends this header gets the service, from the first stage on.");
    line("canary: {header: X-Canary, value: %s}".formatted(quoted(proposal.name())));
    comment("Each stage lasts until all gates have held for its soak; weights are for reads.");
    line("stages:");
    line("- {canary: true, soak: 15m}");
    line("- {weight: 1, soak: 15m}");
    line("- {weight: 5, soak: 30m}");
    line("- {weight: 20, soak: 1h}");
    line("- {weight: 50, soak: 4h}");
    line("- {weight: 100, soak: 24h}");
    if (proposal.hasWrites()) {
      comment("Writes stay with the monolith until you add stages for them, one cohort first, and");
      comment("say how rows come back to the monolith (sync) and what names a cohort:");
      comment("- {writes: [acme], soak: 4h}");
      comment("- {writes: all, soak: 24h}");
      comment("cohort: {header: X-Tenant}");
      comment("sync: {lag: {query: QUERY, below: 5000}}");
    }
  }

  private void gates() {
    text.append('\n');
    comment("What must hold. The local router counts requests, failures and 4xx itself.");
    line("gates:");
    line("- success-rate: {min: 99.5%}");
    comment(
        "To it 404 and 401 are answers. That the service lacks a URL, or refuses callers, tells");
    comment("how many of both it gives beside the monolith; where that gives many, allow more:");
    line("- client-errors: {worse: 2%}");
    comment("What tells that it answers 200 with something else: 'msvc compare', and, of copied");
    comment("reads, as a gate");
    comment("- compare: {max: 1%}");
    comment("mirror: {share: 10%}");
    comment("With Prometheus, more can be asked for:");
    comment("- latency: {quantile: 0.95, below: 300ms}");
    comment("metrics: {url: http://localhost:9090, source: micrometer}");
  }
}
