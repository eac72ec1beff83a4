package dev.msvc.cluster.data;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real MariaDB of a test's own, on this machine alone. */
final class RealMariaDb implements AutoCloseable {
  private final Process server;
  private final int port;

  private RealMariaDb(Process server, int port) {
    this.server = server;
    this.port = port;
  }

  /** Whether the programs are here. */
  static boolean isHere() {
    return Files.isExecutable(Path.of("/usr/sbin/mariadbd"))
        && Files.isExecutable(Path.of("/usr/bin/mariadb-install-db"));
  }

  static RealMariaDb start(Path folder) throws IOException, InterruptedException {
    Path data = folder.resolve("data");
    String user = "--user=" + System.getProperty("user.name");
    run(
        folder,
        "/usr/bin/mariadb-install-db",
        "--no-defaults",
        "--auth-root-authentication-method=normal",
        "--skip-test-db",
        "--datadir=" + data,
        user);
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Process server =
        new ProcessBuilder(
                List.of(
                    "/usr/sbin/mariadbd",
                    "--no-defaults",
                    "--datadir=" + data,
                    "--socket=" + folder.resolve("s"),
                    "--bind-address=127.0.0.1",
                    "--port=" + port,
                    "--pid-file=" + folder.resolve("pid"),
                    // a zone of its own, which must not show
                    "--default-time-zone=+05:30",
                    user))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    RealMariaDb started = new RealMariaDb(server, port);
    for (int i = 0; i < 600; i++) {
      try {
        started.root("").close();
        return started;
      } catch (SQLException notYet) {
        Thread.sleep(100);
      }
    }
    started.close();
    throw new IOException(Files.readString(folder.resolve("log")));
  }

  private static void run(Path folder, String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("install").toFile())
            .start();
    if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException(Files.readString(folder.resolve("install")));
    }
  }

  String url(String database) {
    return "jdbc:mariadb://127.0.0.1:%d/%s".formatted(port, database);
  }

  Connection root(String database) throws SQLException {
    return DriverManager.getConnection(url(database), "root", "");
  }

  @Override
  public void close() throws InterruptedException {
    server.destroy();
    if (!server.waitFor(20, TimeUnit.SECONDS)) {
      server.destroyForcibly();
    }
  }
}
