package dev.msvc.bench;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ast.CompilationUnit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Parses the files that a list names, one parser a thread, and drops every tree. */
final class BareParse {
  private BareParse() {}

  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    List<String> files = Files.readAllLines(Path.of(args[0]), StandardCharsets.UTF_8);
    AtomicInteger next = new AtomicInteger();
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<Integer>> parsed = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      parsed.add(
          pool.submit(
              () -> {
                JavaParser parser = JavaFiles.parser();
                int types = 0;
                for (int n = next.getAndIncrement(); n < files.size(); n = next.getAndIncrement()) {
                  ParseResult<CompilationUnit> result = parser.parse(Path.of(files.get(n)));
                  types += result.getResult().map(unit -> unit.getTypes().size()).orElse(0);
                }
                return types;
              }));
    }
    int types = 0;
    for (Future<Integer> each : parsed) {
      types += each.get();
    }
    pool.shutdown();
    System.out.println(types);
  }
}
