package dev.msvc.cluster.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.RemoteSession;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/**
 * Reaches a repository through the program {@code ssh}, as git does: with the keys, agents, known
 * hosts and settings that it finds. It asks nothing.
 */
final class OpenSsh extends SshSessionFactory {
  private final String program;
  private final List<String> options;

  /**
   * With a key, or with those that it finds.
   *
   * @param key path of a file; empty for those
   * @param environment in which {@code GIT_SSH} may name another program, {@code MSVC_GIT_KEY}
   *     another key, and {@code MSVC_GIT_KNOWN_HOSTS} the file of the hosts that are known
   */
  OpenSsh(String key, Map<String, String> environment, int seconds) {
    this.program = environment.getOrDefault("GIT_SSH", "ssh");
    this.options =
        new ArrayList<>(List.of("-o", "BatchMode=yes", "-o", "ConnectTimeout=" + seconds));
    String given = environment.getOrDefault("MSVC_GIT_KEY", key);
    if (!given.isEmpty()) {
      options.addAll(List.of("-i", given, "-o", "IdentitiesOnly=yes"));
    }
    String hosts = environment.getOrDefault("MSVC_GIT_KNOWN_HOSTS", "");
    if (!hosts.isEmpty()) {
      options.addAll(
          List.of("-o", "UserKnownHostsFile=" + hosts, "-o", "StrictHostKeyChecking=yes"));
    }
  }

  @Override
  public RemoteSession getSession(
      URIish uri, @Nullable CredentialsProvider provider, FS fs, int tms)
      throws TransportException {
    String host = uri.getHost();
    if (host == null || host.startsWith("-") || String.valueOf(uri.getUser()).startsWith("-")) {
      throw new TransportException(uri, "this is no host");
    }
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(options);
    if (uri.getPort() > 0) {
      command.addAll(List.of("-p", String.valueOf(uri.getPort())));
    }
    command.add(uri.getUser() == null ? host : uri.getUser() + "@" + host);
    return new Session(command);
  }

  @Override
  public String getType() {
    return "ssh";
  }

  /** One connection for each command. */
  private record Session(List<String> command) implements RemoteSession {
    @Override
    public Process exec(String commandName, int timeout) throws IOException {
      List<String> whole = new ArrayList<>(command);
      whole.add(commandName);
      return new ProcessBuilder(whole).start();
    }

    @Override
    public void disconnect() {
      // it ends with its command
    }
  }
}
