package dev.msvc.cli;

import dev.msvc.model.EntryPoint;
import dev.msvc.model.ShellWord;
import dev.msvc.model.shift.LeftOut;
import dev.msvc.model.shift.ProposedRoute;
import dev.msvc.model.shift.ShiftProposal;
import dev.msvc.model.yaml.ShiftProposalText;
import java.util.List;

/** Prints what a proposal takes, and what it leaves with the monolith. */
final class ShiftProposalScreen {
  private static final int ROUTES = 12;
  private static final int LEFT = 5;
  private static final int RIVALS = 2;

  private final Invocation call;
  private final Analyzed analyzed;
  private final ShiftProposal proposal;

  ShiftProposalScreen(Invocation call, Analyzed analyzed, ShiftProposal proposal) {
    this.call = call;
    this.analyzed = analyzed;
    this.proposal = proposal;
  }

  void print() {
    boolean wide = call.format() == Format.WIDE;
    List<ProposedRoute> routes = proposal.routes();
    List<LeftOut> straddling = proposal.leftOut().stream().filter(LeftOut::straddles).toList();
    List<LeftOut> unsaid = proposal.leftOut().stream().filter(each -> !each.straddles()).toList();
    call.told("");
    call.told(
        "%s: %s for %s; %d of its entry points stay with the monolith"
            .formatted(
                proposal.name(),
                routes.size() == 1 ? "1 route" : routes.size() + " routes",
                proposal.context(),
                proposal.leftOut().size()));
    call.told(
        "  its gates do not see another answer with 200: first compare, with 'msvc compare %s'"
            .formatted(proposal.name()));
    proposal
        .after()
        .forEach(
            each ->
                call.told(
                    "  %s %s: %s"
                        .formatted(
                            each.sure() ? "after" : "perhaps after", each.shift(), each.why())));
    if (!proposal.hasReads()) {
      routes.stream()
          .limit(wide ? routes.size() : ROUTES)
          .forEach(each -> call.told("  " + ShiftProposalText.route(each.route())));
      proposal.perhaps().stream()
          .limit(wide ? Integer.MAX_VALUE : LEFT)
          .forEach(each -> call.told("  perhaps " + ShiftProposalText.route(each.route())));
    }
    proposal.remarks().stream()
        .limit(wide ? Integer.MAX_VALUE : RIVALS)
        .forEach(each -> call.told("  " + each));
    left("Among URLs of others, left out", straddling, wide);
    left("No route can say these, left out", unsaid, wide);
    boolean more = !wide && (straddling.size() > LEFT || unsaid.size() > LEFT);
    if (more) {
      String context =
          proposal.context().equals(proposal.name())
              ? ""
              : " -b " + ShellWord.of(proposal.context());
      call.told(
          "All: "
              + analyzed.next("strangle plan " + proposal.name() + context + " --diff -o wide"));
    }
  }

  private void left(String title, List<LeftOut> all, boolean wide) {
    if (all.isEmpty()) {
      return;
    }
    int limit = wide ? all.size() : LEFT;
    call.told("%s: %d".formatted(title, all.size()));
    for (LeftOut each : all.subList(0, Math.min(limit, all.size()))) {
      call.told("  %s: %s".formatted(named(each.entryPoint()), each.why()));
      int rivals = wide ? each.rivals().size() : Math.min(RIVALS, each.rivals().size());
      for (LeftOut.Rival rival : each.rivals().subList(0, rivals)) {
        call.told(
            "    %s: %s"
                .formatted(
                    rival.context().isEmpty() ? "no context" : rival.context(),
                    named(rival.entryPoint())));
      }
      if (rivals < each.rivals().size()) {
        call.told("    and %d more".formatted(each.rivals().size() - rivals));
      }
    }
  }

  private static String named(EntryPoint entry) {
    String type = ExplainedLines.simple(entry.className());
    return "%s (%s)"
        .formatted(entry.id(), entry.method().isEmpty() ? type : type + "." + entry.method());
  }
}
