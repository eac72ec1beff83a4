package dev.msvc.model;

/** How far a step of a roadmap is. */
public enum StepState {
  TODO,
  DOING,
  DONE
}
