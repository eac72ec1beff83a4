package dev.msvc.model;

/** How bad it is to move code before a finding is dealt with. */
public enum Severity {
  /** Data is lost or wrong, or the service cannot run, unless it is dealt with first. */
  HIGH,
  /** Costs work at the step that touches it, and fails quietly where it is forgotten. */
  MEDIUM,
  /** Good to know when the step is planned. */
  LOW
}
