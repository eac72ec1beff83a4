package dev.msvc.model.yaml;

import dev.msvc.model.Dependency;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.Slice;
import java.io.Writer;
import java.util.List;

/** A slice in the form that {@code docs/slice.md} promises to programs: {@code msvc/slice/v1}. */
public final class SliceDocument {
  private SliceDocument() {}

  /** Writes one slice. */
  public static void write(Slice slice, Format format, Writer to) {
    try (Document document = new Document(format, to, "msvc/slice/v1")) {
      document.field("kind", slice.kind());
      document.field("name", slice.name());
      document.object(
          "costs",
          () -> {
            document.field("classes", slice.classes().size());
            document.field("lines", slice.lines());
            document.field("tables", slice.tables().size());
            document.field("entryPoints", slice.entryPoints().size());
            document.field("cuts", slice.cuts().size());
            document.field("remoteCalls", slice.remoteCalls());
          });
      document.list(
          "members",
          slice.members(),
          member -> {
            document.field("kind", member.table() ? "table" : "class");
            document.field("name", member.name());
            document.field("why", member.why());
          });
      document.names("entryPoints", slice.entryPoints().stream().map(EntryPoint::id).toList());
      document.names("libraries", slice.libraries());
      document.names("mustSplit", slice.mustSplit());
      dependencies(document, "incoming", slice.incoming());
      dependencies(document, "outgoing", slice.outgoing());
      CutLists.cuts(document, slice.cuts());
    }
  }

  private static void dependencies(Document document, String name, List<Dependency> all) {
    document.list(
        name,
        all,
        each -> {
          document.className("from", "fromModule", each.from());
          document.className("to", "toModule", each.to());
          document.field("references", each.count());
          document.place(each.place());
        });
  }
}
