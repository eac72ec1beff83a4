// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes.client;

import com.acme.notes.v1.NoteServiceGrpc;
import io.grpc.Channel;
import io.grpc.ChannelCredentials;
import io.grpc.ClientInterceptor;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.TlsChannelCredentials;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.grpc.MetricCollectingClientInterceptor;
import io.micrometer.core.instrument.binder.grpc.ObservationGrpcClientInterceptor;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Calls the service notes. One of it serves a whole process: it keeps a connection to each
 * instance of the service, and gives each call to the next one that says it is healthy.
 *
 * <pre>{@code
 * NotesClient client = NotesClient.builder().token(tokens).build();
 * client.noteService()...
 * }</pre>
 */
public final class NotesClient implements AutoCloseable {

  /** Where the service is in its cluster: a name of all instances. */
  public static final String TARGET = "dns:///notes-headless:9090";

  /**
   * Calls that change nothing: they are sent again where a server is unavailable, and no others
   * are. Where only the answer got lost, a second create makes one more or is ALREADY_EXISTS, and a
   * second change is done twice or refused (ABORTED, NOT_FOUND, FAILED_PRECONDITION), though all
   * went well. Whatever no server has seen, gRPC repeats by itself.
   */
  static final List<MethodDescriptor<?, ?>> REPEATABLE =
      Collections.unmodifiableList(
          Arrays.asList(
              NoteServiceGrpc.getGetNoteMethod(),
              NoteServiceGrpc.getListNotesMethod(),
              NoteServiceGrpc.getStreamNotesMethod()));

  private final ManagedChannel channel;

  private NotesClient(ManagedChannel channel) {
    this.channel = channel;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The calls of NoteService. */
  public NoteServiceGrpc.NoteServiceBlockingStub noteService() {
    return NoteServiceGrpc.newBlockingStub(channel);
  }

  /** For stubs of other kinds, which are treated alike. */
  public Channel channel() {
    return channel;
  }

  /** Waits a moment for calls that are under way. */
  @Override
  public void close() {
    channel.shutdown();
    try {
      if (!channel.awaitTermination(5, TimeUnit.SECONDS)) {
        channel.shutdownNow();
      }
    } catch (InterruptedException e) {
      channel.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  /** What may be otherwise. */
  public static final class Builder {

    private final List<ClientInterceptor> interceptors = new ArrayList<>();
    private String target = TARGET;
    private ChannelCredentials credentials = TlsChannelCredentials.create();
    private boolean plaintext;
    private boolean tokenOverPlaintext;
    private Supplier<String> token = () -> "";
    private boolean hasToken;
    private Duration deadline = Duration.ofSeconds(5);
    private Duration streamDeadline = Duration.ofMinutes(5);
    private int maxMessageSize = 4 * 1024 * 1024;

    private Builder() {}

    /** Where the service is, as gRPC writes it: {@code dns:///host:port}. */
    public Builder target(String name) {
      this.target = Objects.requireNonNull(name);
      return this;
    }

    /** Encrypted, with authorities or a certificate of your own; it is with Java's otherwise. */
    public Builder tls(ChannelCredentials own) {
      this.credentials = Objects.requireNonNull(own);
      this.plaintext = false;
      return this;
    }

    /** Not encrypted: on one machine, or where a mesh encrypts. */
    public Builder plaintext() {
      this.credentials = InsecureChannelCredentials.create();
      this.plaintext = true;
      return this;
    }

    /**
     * Says who calls.
     *
     * @param current asked at each call, so let it keep a token until it expires
     */
    public Builder token(Supplier<String> current) {
      this.token = Objects.requireNonNull(current);
      this.hasToken = true;
      return this;
    }

    /** Allows to send the token unencrypted: only where a mesh encrypts. */
    public Builder tokenOverPlaintext() {
      this.tokenOverPlaintext = true;
      return this;
    }

    /** How long a call may take, retries included, for which the caller says nothing. */
    public Builder deadline(Duration longest) {
      this.deadline = positive(longest);
      return this;
    }

    /** The same of calls that answer with a stream. */
    public Builder streamDeadline(Duration longest) {
      this.streamDeadline = positive(longest);
      return this;
    }

    /** How many bytes an answer may have. */
    public Builder maxMessageSize(int bytes) {
      this.maxMessageSize = bytes;
      return this;
    }

    /** Counts and times calls. */
    public Builder metrics(MeterRegistry registry) {
      return interceptor(new MetricCollectingClientInterceptor(registry));
    }

    /**
     * Counts and times calls, and lets the server go on with our trace: in the place of metrics.
     */
    public Builder observations(ObservationRegistry registry) {
      return interceptor(new ObservationGrpcClientInterceptor(registry));
    }

    /** Treats calls in your way, too; the one that is said last begins. */
    public Builder interceptor(ClientInterceptor own) {
      interceptors.add(Objects.requireNonNull(own));
      return this;
    }

    /** Connects with the first call. */
    public NotesClient build() {
      if (hasToken && plaintext && !tokenOverPlaintext) {
        throw new IllegalStateException(
            "the token would be sent unencrypted:"
                + " use TLS, or call tokenOverPlaintext() where a mesh encrypts");
      }
      List<ClientInterceptor> all = new ArrayList<>();
      if (hasToken) {
        all.add(new BearerToken(token, tokenOverPlaintext));
      }
      all.add(new DefaultDeadline(deadline, streamDeadline));
      all.addAll(interceptors);
      all.add(new CallLog());
      return new NotesClient(
          Grpc.newChannelBuilder(target, credentials)
              .defaultServiceConfig(ServiceConfig.of(REPEATABLE))
              .intercept(all)
              // finds out that a server is gone where nobody closed the connection
              .keepAliveTime(30, TimeUnit.SECONDS)
              .keepAliveTimeout(10, TimeUnit.SECONDS)
              .maxInboundMessageSize(maxMessageSize)
              .build());
    }

    private static Duration positive(Duration duration) {
      if (duration.isNegative() || duration.isZero()) {
        throw new IllegalArgumentException("a deadline is longer than nothing, not " + duration);
      }
      return duration;
    }
  }
}
