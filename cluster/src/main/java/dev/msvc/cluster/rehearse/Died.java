package dev.msvc.cluster.rehearse;

/** That the process is gone: nothing catches it but whoever starts the next one. */
public final class Died extends Error {
  private static final long serialVersionUID = 1;
}
