package dev.msvc.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that serves until it is closed. */
record Running(Process process) implements AutoCloseable {
  private static final int START_SECONDS = 60;

  /** Waits until it answers at a port of this machine; what it says goes to a file. */
  static Running started(Path output, List<String> command, int port)
      throws IOException, InterruptedException {
    return started(output, command, Map.of(), port);
  }

  static Running started(
      Path output, List<String> command, Map<String, String> environment, int port)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    Running running = new Running(builder.start());
    // also where somebody stops the bench
    Runtime.getRuntime().addShutdownHook(new Thread(running::close));
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!answers(port)) {
      if (!running.process.isAlive() || System.nanoTime() > deadline) {
        running.close();
        throw new IOException(command.get(0) + " does not start, see " + output);
      }
      Thread.sleep(50);
    }
    return running;
  }

  static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  long peakBytes() throws IOException {
    for (String line :
        Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
      }
    }
    return 0;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
