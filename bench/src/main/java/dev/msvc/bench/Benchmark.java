package dev.msvc.bench;

import java.io.IOException;

/** Something that is measured. */
interface Benchmark {
  String name();

  /** What it measures, in a line. */
  String what();

  void run(Bench bench) throws IOException, InterruptedException, SkippedException;
}
