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

  /** What is in a list. */
  static Role of(Placement placement) {
    return switch (placement) {
      case CONTEXT -> MEMBER;
      case SHARED -> SHARED;
      case MUST_SPLIT -> MUST_SPLIT;
      case TECHNICAL -> TECHNICAL;
    };
  }

  /** The list that it is in. */
  Placement placement() {
    return placement;
  }
}
