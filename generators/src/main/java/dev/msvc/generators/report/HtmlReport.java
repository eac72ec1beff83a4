package dev.msvc.generators.report;

import dev.msvc.generators.template.Templates;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.Conclusions;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Roadmap;
import dev.msvc.model.yaml.PageDocument;
import java.io.StringWriter;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An analysis as one page to look at and to walk through, that needs nothing beside it: what
 * matters is there without a script, everything with it.
 */
public final class HtmlReport {
  private static final int NODES = 40;
  private static final int WIDE = 1000;
  private static final int NARROW = 360;
  private static final int NARROW_COLUMNS = 3;
  private static final List<String> STYLES =
      List.of("report/html/page.css", "report/html/lists.css", "report/html/map.css");

  /** What comes later uses what comes earlier. */
  private static final List<String> SCRIPTS =
      List.of(
          "report/html/data.js",
          "report/html/elements.js",
          "report/html/list.js",
          "report/html/cells.js",
          "report/html/columns.js",
          "report/html/map.js",
          "report/html/matrix.js",
          "report/html/details.js",
          "report/html/arrows.js",
          "report/html/things.js",
          "report/html/views.js",
          "report/html/search.js",
          "report/html/page.js");

  private final ContextMap map;
  private final Conclusions conclusions;
  private final Roadmap roadmap;
  private final String warning;

  /**
   * @param warning that too little was understood; empty where it was enough
   */
  public HtmlReport(ContextMap map, Conclusions conclusions, Roadmap roadmap, String warning) {
    this.map = map;
    this.conclusions = conclusions;
    this.roadmap = roadmap;
    this.warning = warning;
  }

  /** Writes the page. */
  public void html(Writer to) {
    PageDocument document = new PageDocument(map, conclusions, roadmap);
    StringWriter json = new StringWriter();
    document.write(json);
    Map<String, Object> data = new HashMap<>();
    data.put("style", Inlined.of(STYLES));
    data.put("script", Inlined.of(SCRIPTS));
    data.put("json", json.toString());
    data.put("warning", warning);
    data.put("omitted", document.omitted());
    data.putAll(new PageSummary(map, conclusions, roadmap).data());
    List<BoundedContext> contexts = ContextReport.bySize(map.decomposition().contexts());
    List<BoundedContext> drawn = contexts.subList(0, Math.min(NODES, contexts.size()));
    data.put("pictures", pictures(map, drawn));
    data.put("notDrawn", contexts.size() - drawn.size());
    Templates.BUNDLED.render("report/html", data, to);
  }

  /** The map for screens and paper, and that for telephones. */
  static List<Picture> pictures(ContextMap map, List<BoundedContext> drawn) {
    int wide = (int) Math.ceil(StrictMath.sqrt(drawn.size() * 1.6));
    // two rows at least, so that users can stand above what they use
    int columns = Math.max(1, Math.min(wide, drawn.size() - 1));
    int few = Math.min(columns, NARROW_COLUMNS);
    return List.of(
        picture("wide", new MapDrawing(map, drawn, WIDE, columns)),
        picture("narrow", new MapDrawing(map, drawn, NARROW, few)));
  }

  /**
   * The map for one width of screen.
   *
   * @param telling how many arrows are shown at first
   */
  public record Picture(
      String kind,
      int width,
      int height,
      int telling,
      List<MapDrawing.Node> nodes,
      List<MapDrawing.Arrow> arrows) {}

  private static Picture picture(String kind, MapDrawing drawing) {
    return new Picture(
        kind,
        drawing.width(),
        drawing.height(),
        drawing.telling(),
        drawing.nodes(),
        drawing.arrows());
  }
}
