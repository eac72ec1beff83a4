package dev.msvc.cluster.router;

import java.net.URI;

/**
 * What a rule sends requests to.
 *
 * @param namespace of a Service; empty where it is none
 * @param service name of a Service; empty where it is none
 * @param host as it is written
 * @param port 0 where none is said
 * @param subset of the host's endpoints; empty for all
 */
record Backend(String namespace, String service, String host, int port, String subset) {
  static Backend service(String namespace, String name, int port) {
    return new Backend(namespace, name, name, port, "");
  }

  /** A name that is looked up outside the cluster, or that a ServiceEntry explains. */
  static Backend host(String host, int port) {
    return new Backend("", "", host, port, "");
  }

  /**
   * One that Istio knows by a name: a short one is a Service beside the rule, since the mesh takes
   * any other name for a whole one.
   */
  static Backend inMesh(String host, String beside, int port, String subset) {
    String[] parts = host.split("\\.", -1);
    if (parts.length == 1) {
      return new Backend(beside, host, host, port, subset);
    }
    return parts.length > 3 && parts[2].equals("svc")
        ? new Backend(parts[1], parts[0], host, port, subset)
        : new Backend("", "", host, port, subset);
  }

  boolean isService() {
    return !service.isEmpty();
  }

  /**
   * Whether a plan means it by an address such as {@code http://orders.shop.svc:8080}.
   *
   * @param beside namespace of the route, in which short names are looked up
   */
  boolean isAt(String address, String beside) {
    URI uri = URI.create(address);
    if (uri.getPort() >= 0 && port != 0 && uri.getPort() != port) {
      return false;
    }
    String asked = uri.getHost();
    if (!isService()) {
      return asked.equals(host);
    }
    String[] parts = asked.split("\\.", -1);
    boolean named = parts[0].equals(service);
    boolean within = parts.length == 1 ? namespace.equals(beside) : parts[1].equals(namespace);
    return named && within && (parts.length < 3 || parts[2].equals("svc"));
  }

  /** For people. */
  String shown() {
    String name = isService() ? "Service %s in %s".formatted(service, namespace) : host;
    return name + (subset.isEmpty() ? "" : ", subset " + subset);
  }
}
