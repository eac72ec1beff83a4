package dev.msvc.generators.router;

import java.net.URI;

/** Where an arm answers, without TLS. */
public record Host(String name, int port) {
  static Host of(String address) {
    URI uri = URI.create(address);
    if (!"http".equals(uri.getScheme())) {
      throw new Unsayable(
          0,
          "it asks %s without TLS only".formatted(address),
          "name where it answers by http://, or let a proxy beside it do TLS");
    }
    return new Host(uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort());
  }

  @Override
  public String toString() {
    return name + ":" + port;
  }
}
