package dev.msvc.model;

import java.util.List;

/**
 * In which order contexts become services, by which steps, and what that takes.
 *
 * @param order those that are taken out, first one first
 * @param leave those that are not, the one that is tied most to others first
 */
public record Roadmap(List<Extraction> order, List<Extraction> leave) {
  public Roadmap {
    order = List.copyOf(order);
    leave = List.copyOf(leave);
  }

  /** The effort of all that are taken out. */
  public Effort effort() {
    return order.stream().map(Extraction::effort).reduce(Effort.NONE, Effort::plus);
  }

  /** The effort of all steps that are not done. */
  public Effort left() {
    return order.stream().map(Extraction::left).reduce(Effort.NONE, Effort::plus);
  }

  /** Whether any step is done. */
  public boolean hasBegun() {
    return order.stream().anyMatch(each -> each.done() > 0);
  }
}
