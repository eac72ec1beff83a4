package dev.msvc.analyzers.decompose;

import dev.msvc.model.ContextMap.Placement;

/** What a top-level type is to the contexts. */
enum Role {
  MEMBER(Placement.CONTEXT),
  SHARED(Placement.SHARED),
  MUST_SPLIT(Placement.MUST_SPLIT),
  TECHNICAL(Placement.TECHNICAL);

  private final Placement placement;

  Role(Placement placement) {
    this.placement = placement;
  }

  /** The list that it is in. */
  Placement placement() {
    return placement;
  }
}
