package dev.msvc.cluster.data;

import dev.msvc.model.UserError;
import dev.msvc.model.shift.SyncWord;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Opens databases for reading. Users and passwords come from the environment and go nowhere but to
 * the driver: what a driver says is shown without them.
 */
public final class Databases {
  private static final int CONNECT_SECONDS = 10;

  /** Longer than any statement may take: a database that is gone without a word. */
  private static final int SILENT_MILLIS = 15 * 60 * 1000;

  private final List<Driver> drivers;
  private final Map<String, String> environment;
  private final Set<String> secrets = ConcurrentHashMap.newKeySet();

  Databases(List<Driver> drivers, Map<String, String> environment) {
    this.drivers = List.copyOf(drivers);
    this.environment = Map.copyOf(environment);
  }

  /**
   * With the driver that is here, PostgreSQL's, and those of the user.
   *
   * @param jars of drivers
   * @throws UserError where one is none
   */
  public static Databases of(List<Path> jars, Map<String, String> environment) {
    List<Driver> drivers = new ArrayList<>();
    for (Path each : jars) {
      drivers.addAll(drivers(each));
    }
    // by name: what its classes are annotated with is not distributed, and a compiler asks for it
    for (Driver each : ServiceLoader.load(Driver.class, Databases.class.getClassLoader())) {
      if (each.getClass().getName().equals("org.postgresql.Driver")) {
        drivers.add(each);
      }
    }
    return new Databases(drivers, environment);
  }

  /** Its classes are needed as long as we run. */
  @SuppressWarnings("resource")
  private static List<Driver> drivers(Path jar) {
    List<Driver> drivers = new ArrayList<>();
    try {
      if (Files.isRegularFile(jar)) {
        URLClassLoader classes =
            new URLClassLoader(
                new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        ServiceLoader.load(Driver.class, classes).forEach(drivers::add);
      }
    } catch (MalformedURLException | ServiceConfigurationError | LinkageError broken) {
      drivers.clear();
    }
    if (drivers.isEmpty()) {
      throw new UserError(
          "%s is no driver of JDBC".formatted(jar.getFileName()),
          "give the jar of your database's vendor: --driver mariadb-java-client.jar");
    }
    return drivers;
  }

  /**
   * Opens one, for reading.
   *
   * @throws UserError where a variable of the environment is not set (8), or no driver is there (3)
   * @throws SQLException where it cannot be reached, with the driver's words: see {@link #words}
   */
  Connection open(SyncWord.Database database) throws SQLException {
    Properties properties = new Properties();
    value(database.userVariable()).ifPresent(each -> properties.setProperty("user", each));
    value(database.passwordVariable()).ifPresent(each -> properties.setProperty("password", each));
    String url = database.url();
    if (url.startsWith("jdbc:postgresql:")) {
      properties.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
      properties.setProperty("loginTimeout", String.valueOf(CONNECT_SECONDS));
      properties.setProperty("ApplicationName", "msvc");
    } else if (url.startsWith("jdbc:mysql:") || url.startsWith("jdbc:mariadb:")) {
      properties.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS * 1000));
    }
    for (Driver each : drivers) {
      if (each.acceptsURL(url)) {
        Connection connection = each.connect(url, properties);
        if (connection != null) {
          return forReading(connection);
        }
      }
    }
    throw new UserError(
        "no driver for %s is here".formatted(kind(url)),
        "PostgreSQL's comes with msvc; give another: --driver FILE.jar");
  }

  private static Connection forReading(Connection connection) throws SQLException {
    try {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      if (connection
          .getMetaData()
          .supportsTransactionIsolationLevel(Connection.TRANSACTION_REPEATABLE_READ)) {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      }
      try {
        connection.setNetworkTimeout(Runnable::run, SILENT_MILLIS);
      } catch (SQLFeatureNotSupportedException | AbstractMethodError lacks) {
        // then its own time-outs hold
      }
      Dialect.of(connection).prepare(connection);
      return connection;
    } catch (SQLException failed) {
      connection.close();
      throw failed;
    }
  }

  private Optional<String> value(Optional<String> variable) {
    if (variable.isEmpty()) {
      return Optional.empty();
    }
    String value = environment.get(variable.get());
    if (value == null || value.isEmpty()) {
      throw new UserError(
          "the variable %s, which a database is asked with, is not set".formatted(variable.get()),
          "set it where msvc runs",
          8);
    }
    secrets.add(value);
    return Optional.of(value);
  }

  /** {@code jdbc:mysql} of a URL. */
  private static String kind(String url) {
    int end = url.indexOf(':', "jdbc:".length());
    return end < 0 ? "it" : url.substring(0, end);
  }

  /** What a driver says: one line, without anything that is secret, and cut. */
  String words(SQLException failure) {
    String said = failure.getMessage() == null ? "" : failure.getMessage();
    for (String each : secrets) {
      said = said.replace(each, "***");
    }
    String line = Words.shown(said.replaceAll("jdbc:\\S+", "its address"));
    return line.isEmpty() ? "it says nothing but " + failure.getSQLState() : line;
  }

  /** Closes what was open; a failure of that tells nothing. */
  static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException gone) {
      // it is
    }
  }
}
