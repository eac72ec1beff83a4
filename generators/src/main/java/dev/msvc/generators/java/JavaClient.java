package dev.msvc.generators.java;

import dev.msvc.generators.proto.NumberLock;
import dev.msvc.generators.proto.ProtoContract;
import dev.msvc.generators.proto.ProtoFile;
import dev.msvc.generators.proto.ProtoService;
import dev.msvc.model.service.ServiceSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * What others call a service with, as Java that has nothing of the service but its contract.
 *
 * @param type its class
 * @param target where it finds the service
 * @param javaPackage of the classes made from the contract
 * @param calls all of them, in the order of the contract
 */
public record JavaClient(String type, String target, String javaPackage, List<Call> calls) {
  public JavaClient {
    calls = List.copyOf(calls);
  }

  /**
   * A service of the contract.
   *
   * @param full as gRPC names it
   * @param outer class of its requests
   */
  public record Service(String name, String full, String outer) {
    /** The class that has its stubs. */
    public String grpc() {
      return name + "Grpc";
    }

    /** The method that gives its stub. */
    public String accessor() {
      return uncapitalized(name);
    }
  }

  /**
   * A call of a service.
   *
   * @param reads whether it changes nothing
   * @param streams whether it answers with one message after the other
   */
  public record Call(Service service, String call, boolean reads, boolean streams) {
    /** The method of a stub. */
    public String method() {
      return uncapitalized(call);
    }
  }

  /**
   * The client of a service, which has no calls where its service has none.
   *
   * @param host a name of all instances
   */
  public static JavaClient of(ServiceSpec service, String host) {
    ProtoContract contract = ProtoContract.of(service, NumberLock.read(""));
    List<Call> calls = new ArrayList<>();
    for (ProtoFile file : contract.files()) {
      for (ProtoService each : file.services()) {
        Service of =
            new Service(each.name(), contract.packageName() + "." + each.name(), file.outerClass());
        each.methods()
            .forEach(call -> calls.add(new Call(of, call.name(), call.reads(), call.streams())));
      }
    }
    return new JavaClient(
        service.name().capitalized() + "Client",
        "dns:///" + host + ":9090",
        contract.javaPackage(),
        calls);
  }

  public List<Service> services() {
    return calls.stream().map(Call::service).distinct().toList();
  }

  /** Outer classes of all requests. */
  public List<String> outers() {
    return services().stream().map(Service::outer).toList();
  }

  /** Calls that change nothing. */
  public List<Call> reads() {
    return calls.stream().filter(Call::reads).toList();
  }

  /** One of them for tests; none where there is none. */
  public List<Call> firstRead() {
    return reads().stream().limit(1).toList();
  }

  /** A call that answers once; there is one wherever there is any. */
  public List<Call> firstUnary() {
    return calls.stream().filter(each -> !each.streams()).limit(1).toList();
  }

  /** One of the others for tests; none where there is none. */
  public List<Call> firstWrite() {
    return calls.stream().filter(each -> !each.reads()).limit(1).toList();
  }

  /** Of libraries, which no parent says here. */
  public List<SpringBoot.Property> versions() {
    return List.of(
        new SpringBoot.Property("assertj.version", "3.27.7"),
        new SpringBoot.Property("grpc-java.version", SpringBoot.GRPC),
        new SpringBoot.Property("junit.version", "6.0.3"),
        new SpringBoot.Property("logback.version", "1.5.38"),
        new SpringBoot.Property("micrometer.version", "1.17.2"),
        new SpringBoot.Property("protobuf-java.version", SpringBoot.PROTOBUF),
        Libraries.PROTOVALIDATE,
        new SpringBoot.Property("slf4j.version", "2.0.20"));
  }

  /** Of Maven's own plug-ins. */
  public List<SpringBoot.Property> plugins() {
    return List.of(
        new SpringBoot.Property("maven-clean-plugin", "3.5.0"),
        new SpringBoot.Property("maven-compiler-plugin", "3.15.0"),
        new SpringBoot.Property("maven-deploy-plugin", "3.1.4"),
        new SpringBoot.Property("maven-install-plugin", "3.1.4"),
        new SpringBoot.Property("maven-jar-plugin", "3.5.1"),
        new SpringBoot.Property("maven-resources-plugin", "3.5.0"),
        new SpringBoot.Property("maven-surefire-plugin", "3.5.6"));
  }

  private static String uncapitalized(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
