package dev.msvc.generators.report;

import java.util.Locale;

/**
 * An arrow that leaves one circle and ends at another, bent to its left, so that those there and
 * back lie apart.
 *
 * @param shaft the line, as an SVG path
 * @param head the triangle at its end, as an SVG path
 */
record Curve(String shaft, String head) {
  private static final double BEND = 0.13;
  private static final double OVER = 0.3;
  private static final double MOST_OVER = 110;

  /**
   * @param thick how thick the line is
   * @param cell how far two of a row stand apart: those further apart have others between them
   */
  static Curve between(MapDrawing.Node from, MapDrawing.Node to, double thick, double cell) {
    double dx = to.x() - from.x();
    double dy = to.y() - from.y();
    double length = Math.max(1, StrictMath.sqrt(dx * dx + dy * dy));
    boolean overOthers = dy == 0 && length > cell * 1.5;
    double bend = overOthers ? Math.min(MOST_OVER, OVER * length) : BEND * length;
    double cx = from.x() + dx / 2 + dy / length * bend;
    double cy = from.y() + dy / 2 - dx / length * bend;
    double[] start = towards(from.x(), from.y(), cx, cy, from.r() + 2);
    double[] tip = towards(to.x(), to.y(), cx, cy, to.r() + 3);
    double size = 5 + thick;
    double[] base = towards(tip[0], tip[1], cx, cy, size);
    double ux = (tip[0] - base[0]) / size;
    double uy = (tip[1] - base[1]) / size;
    double half = size * 0.55;
    String shaft = "M" + point(start) + "Q" + point(cx, cy) + " " + point(base);
    String head =
        "M%sL%sL%sZ"
            .formatted(
                point(tip),
                point(base[0] - uy * half, base[1] + ux * half),
                point(base[0] + uy * half, base[1] - ux * half));
    return new Curve(shaft, head);
  }

  /** The point on the way from one to another, that far from the one. */
  private static double[] towards(double x, double y, double otherX, double otherY, double far) {
    double dx = otherX - x;
    double dy = otherY - y;
    double length = Math.max(1, StrictMath.sqrt(dx * dx + dy * dy));
    return new double[] {x + dx / length * far, y + dy / length * far};
  }

  private static String point(double... xy) {
    return number(xy[0]) + " " + number(xy[1]);
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
