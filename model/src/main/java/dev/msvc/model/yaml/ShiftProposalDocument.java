package dev.msvc.model.yaml;

import dev.msvc.model.EntryPoint;
import dev.msvc.model.shift.ProposedRoute;
import dev.msvc.model.shift.ShiftProposal;
import java.io.Writer;

/**
 * A proposal in the form that {@code docs/schemas} promises to programs: {@code
 * msvc/shift-proposal/v1}.
 */
public final class ShiftProposalDocument {
  public static final String SCHEMA = "msvc/shift-proposal/v1";

  private ShiftProposalDocument() {}

  /** Writes a proposal. */
  public static void write(ShiftProposal proposal, Format format, Writer to) {
    try (Document document = new Document(format, to, SCHEMA)) {
      document.field("name", proposal.name());
      document.field("context", proposal.context());
      document.list("routes", proposal.routes(), each -> route(document, each));
      document.list("perhaps", proposal.perhaps(), each -> route(document, each));
      document.list(
          "after",
          proposal.after(),
          each -> {
            document.field("shift", each.shift());
            document.field("sure", each.sure());
            document.field("why", each.why());
          });
      document.list(
          "leftOut",
          proposal.leftOut(),
          each -> {
            document.field("straddles", each.straddles());
            document.names("methods", each.methods());
            document.field("why", each.why());
            entry(document, each.entryPoint());
            document.list(
                "rivals",
                each.rivals(),
                rival -> {
                  document.optional("context", rival.context());
                  entry(document, rival.entryPoint());
                });
          });
      document.names("remarks", proposal.remarks());
    }
  }

  private static void route(Document document, ProposedRoute proposed) {
    document.field("path", proposed.route().path());
    document.field("exact", proposed.route().exact());
    document.names("methods", proposed.route().methods());
    document.optional("writes", proposed.route().writes().orElse(""));
    document.list("entryPoints", proposed.handlers(), one -> entry(document, one));
    document.names("remarks", proposed.remarks());
  }

  private static void entry(Document document, EntryPoint entry) {
    document.field("id", entry.id());
    document.optional("path", entry.path());
    document.className("class", "module", entry.className());
    document.optional("method", entry.method());
    document.place(entry.place());
  }
}
