// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes.client;

import com.acme.notes.v1.NoteServiceGrpc;
import io.grpc.Context;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.Status;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.protobuf.services.HealthStatusManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** Stands for an instance of the service: answers each call with nothing in it, and keeps it. */
final class TestServer implements AutoCloseable {

  /**
   * A call that came.
   *
   * @param secondsLeft until its deadline; none without one
   */
  record Received(String method, Metadata headers, List<Long> secondsLeft) {

    String header(String name) {
      return headers.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER));
    }
  }

  private static final List<ServiceDescriptor> SERVICES =
      List.of(
          NoteServiceGrpc.getServiceDescriptor());

  private final Queue<Received> received = new ConcurrentLinkedQueue<>();
  private final Queue<Status> failures = new ConcurrentLinkedQueue<>();
  private final HealthStatusManager health = new HealthStatusManager();
  private final Server server;

  TestServer() {
    var builder =
        Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
            .addService(health.getHealthService());
    SERVICES.forEach(each -> builder.addService(answering(each)));
    try {
      server = builder.build().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails as many of the next calls. */
  TestServer failing(Status... next) {
    failures.addAll(List.of(next));
    return this;
  }

  TestServer ill() {
    health.setStatus(HealthStatusManager.SERVICE_NAME_ALL_SERVICES, ServingStatus.NOT_SERVING);
    return this;
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  SocketAddress address() {
    return new InetSocketAddress("localhost", server.getPort());
  }

  String target() {
    return "dns:///localhost:" + server.getPort();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }

  private ServerServiceDefinition answering(ServiceDescriptor service) {
    ServerServiceDefinition.Builder all = ServerServiceDefinition.builder(service);
    for (MethodDescriptor<?, ?> each : service.getMethods()) {
      addTo(all, each);
    }
    return all.build();
  }

  private <Q, R> void addTo(ServerServiceDefinition.Builder all, MethodDescriptor<Q, R> method) {
    ServerCallHandler<Q, R> handler =
        (call, headers) -> {
          received.add(new Received(method.getBareMethodName(), headers, secondsLeft()));
          call.request(1);
          return new ServerCall.Listener<>() {
            @Override
            public void onHalfClose() {
              Status failure = failures.poll();
              if (failure == null) {
                call.sendHeaders(new Metadata());
                call.sendMessage(nothing(method));
                call.close(Status.OK, new Metadata());
              } else {
                call.close(failure, new Metadata());
              }
            }
          };
        };
    all.addMethod(method, handler);
  }

  private static List<Long> secondsLeft() {
    var deadline = Context.current().getDeadline();
    return deadline == null ? List.of() : List.of(deadline.timeRemaining(TimeUnit.SECONDS));
  }

  /** A message without fields has no bytes. */
  private static <R> R nothing(MethodDescriptor<?, R> method) {
    return method.parseResponse(new ByteArrayInputStream(new byte[0]));
  }
}
