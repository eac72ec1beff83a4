package dev.msvc.model.yaml;

import dev.msvc.model.compare.CompareReport;
import dev.msvc.model.compare.RouteReport;
import java.io.Writer;

/**
 * A comparison in the form that {@code docs/schemas} promises to programs: {@code msvc/compare/v1}.
 */
public final class CompareReportDocument {
  public static final String SCHEMA = "msvc/compare/v1";

  private CompareReportDocument() {}

  /** Writes a comparison. */
  public static void write(CompareReport report, Format format, Writer to) {
    try (Document document = new Document(format, to, SCHEMA)) {
      document.field("name", report.name());
      document.field("outcome", report.outcome());
      document.field("requests", report.requests());
      document.field("differing", report.differing());
      document.ratio("share", report.share());
      document.ratio("max", report.word().max());
      document.field("needed", report.word().requests());
      document.list("routes", report.routes(), each -> route(document, each));
      document.list(
          "left",
          report.left().entrySet(),
          each -> {
            document.field("why", each.getKey());
            document.field("requests", each.getValue());
          });
    }
  }

  private static void route(Document document, RouteReport report) {
    document.field("route", report.route());
    document.field("requests", report.requests());
    document.field("same", report.same());
    document.field("noisy", report.noisy());
    document.field("differing", report.differing());
    document.field("unjudged", report.unjudged());
    document.list(
        "errors",
        report.errors().entrySet(),
        each -> {
          document.field("status", each.getKey());
          document.field("requests", each.getValue());
        });
    document.list(
        "paths",
        report.paths(),
        each -> {
          document.field("path", each.example().spot().path());
          document.field("kind", each.example().spot().kind());
          document.field("requests", each.requests());
          document.object(
              "example",
              () -> {
                document.field("request", each.request());
                document.field("monolith", each.example().monolith());
                document.field("service", each.example().service());
              });
        });
    document.list(
        "noise",
        report.noise(),
        each -> {
          document.field("path", each.path());
          document.field("kind", each.kind());
        });
  }
}
