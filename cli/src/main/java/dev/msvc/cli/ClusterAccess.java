package dev.msvc.cli;

import dev.msvc.cluster.api.ApiServer;
import dev.msvc.cluster.api.Kinds;
import dev.msvc.cluster.api.Target;
import dev.msvc.cluster.lease.Holder;
import dev.msvc.cluster.release.ReleaseStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The cluster that a command works on.
 *
 * @param namespace that the user named, or the context, or the default one
 */
record ClusterAccess(ApiServer api, Kinds kinds, ReleaseStore store, String namespace)
    implements AutoCloseable {
  private static final int MOST_OF_NAME = 60;

  /** The options that say which. */
  static void addTo(CommandSpec spec) {
    addTarget(spec);
    spec.addOption(
        Spec.option(
            new String[] {"-n", "--namespace"},
            "NAMESPACE",
            "where to (default: the namespace of the context)"));
  }

  /** The options that say which cluster. */
  static void addTarget(CommandSpec spec) {
    spec.addOption(
        Spec.option(
            new String[] {"--context"}, "NAME", "which context of kubectl (default: the current)"));
    spec.addOption(
        Spec.option(
            new String[] {"--kubeconfig"},
            "FILE",
            "which kubeconfig (default: KUBECONFIG, or ~/.kube/config)"));
  }

  static ClusterAccess of(Invocation call) {
    String context = call.option("--context");
    return of(call, context == null ? "" : context, call.option("-n"));
  }

  /**
   * The cluster of a context.
   *
   * @param namespace null for that of the context
   */
  static ClusterAccess of(Invocation call, String context, @Nullable String namespace) {
    String file = call.option("--kubeconfig");
    ApiServer api =
        ApiServer.at(
            new Target(
                file == null ? "" : call.directory().resolve(file).toString(),
                context,
                call.env()));
    Kinds kinds = new Kinds(api);
    String of =
        namespace != null ? namespace : api.namespace().isEmpty() ? "default" : api.namespace();
    return new ClusterAccess(api, kinds, new ReleaseStore(api, kinds), of);
  }

  /** Who this process is, for others that would change the same. */
  static Holder holder(Invocation call) {
    return new Holder(
        who(call),
        ProcessHandle.current().pid(),
        space(),
        each -> ProcessHandle.of(each).map(ProcessHandle::isAlive).orElse(false));
  }

  /** User and host. */
  static String who(Invocation call) {
    String user = call.env().getOrDefault("USER", System.getProperty("user.name", "somebody"));
    return Text.shortened(user + "@" + host(), MOST_OF_NAME);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }

  /** In which numbers of processes are counted: a container's are not its host's. */
  private static String space() {
    Path space = Path.of("/proc/self/ns/pid");
    try {
      return Files.readSymbolicLink(space).toString().replaceAll("[^0-9]", "");
    } catch (IOException | UnsupportedOperationException e) {
      return "host";
    }
  }

  @Override
  public void close() {
    api.close();
  }
}
