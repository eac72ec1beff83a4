// made by msvc; this file is yours: edit it, and the next run merges
package [=package].client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import [=package].client.Addresses;
import [=package].client.CallLog;
import [=package].client.TestServer;
import [=package].client.[=client.type];
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
[#list client.outers as each]
import [=client.javaPackage].[=each];
[/#list]
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.micrometer.core.instrument.binder.grpc.GrpcClientObservationContext;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

[#macro call of on]
[=on].[=of.service.accessor]().[=of.method]([=of.service.outer].[=of.call]Request.getDefaultInstance())[#if of.streams].next()[/#if][#t]
[/#macro]
class [=client.type]Test {

  private TestServer server;

  @BeforeEach
  void start() {
    server = new TestServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aCallHasADeadlineWhereItsCallerSaysNone() {
    var longest = Duration.ofSeconds(20);
    var builder = plain().deadline(longest).streamDeadline(longest);

    try (var client = builder.build()) {
      [@call client.calls?first "client"/];
    }

    assertThat(server.received()).singleElement().satisfies(each -> assertThat(each.secondsLeft()).singleElement().satisfies(left -> assertThat(left).isBetween(5L, 20L)));
  }

  @Test
  void theDeadlineOfACallerIsKept() throws Exception {
    var timer = Executors.newSingleThreadScheduledExecutor();
    var asked = Context.current().withDeadlineAfter(500, TimeUnit.SECONDS, timer);
    try (var client = plain().build()) {
      client.[=client.calls?first.service.accessor]().withDeadlineAfter(900, TimeUnit.SECONDS).[=client.calls?first.method]([=client.calls?first.service.outer].[=client.calls?first.call]Request.getDefaultInstance())[#if client.calls?first.streams].next()[/#if];
      asked.call(() -> [@call client.calls?first "client"/]);
    } finally {
      asked.cancel(null);
      timer.shutdownNow();
    }

    assertThat(server.received()).extracting(each -> each.secondsLeft().get(0) / 100).containsExactly(8L, 4L);
  }
[#list client.firstRead as read]

  @Test
  void aReadIsSentAgainWhereAServerIsUnavailable() {
    server.failing(Status.UNAVAILABLE, Status.UNAVAILABLE);

    try (var client = plain().build()) {
      assertThat([@call read "client"/]).isNotNull();
    }

    assertThat(server.received()).extracting(TestServer.Received::method).containsExactly("[=read.call]", "[=read.call]", "[=read.call]");
  }

  @Test
  void aReadThatFailsOtherwiseIsNotSentAgain() {
    server.failing(Status.INTERNAL);

    try (var client = plain().build()) {
      assertThat(refusal(() -> [@call read "client"/])).isEqualTo(Code.INTERNAL);
    }

    assertThat(server.received()).hasSize(1);
  }
[/#list]
[#list client.firstWrite as write]

  @Test
  void whatChangesSomethingIsSentOnce() {
    server.failing(Status.UNAVAILABLE);

    try (var client = plain().build()) {
      assertThat(refusal(() -> [@call write "client"/])).isEqualTo(Code.UNAVAILABLE);
    }

    assertThat(server.received()).extracting(TestServer.Received::method).containsExactly("[=write.call]");
  }
[/#list]

  @Test
  void callsGoToAllServersInTurn() {
    try (var other = new TestServer();
        var all = new Addresses(server.address(), other.address());
        var client = plain().target(Addresses.TARGET).build()) {
      untilBothAnswered(client, server, other);
      int before = server.received().size();
      for (int i = 0; i < 10; i++) {
        [@call client.calls?first "client"/];
      }

      assertThat(server.received()).hasSize(before + 5);
    }
  }

  @Test
  void aServerThatIsIllIsLeftOut() {
    try (var ill = new TestServer().ill();
        var all = new Addresses(server.address(), ill.address());
        var client = plain().target(Addresses.TARGET).build()) {
      for (int i = 0; i < 10; i++) {
        [@call client.calls?first "client"/];
      }

      assertThat(server.received()).hasSize(10);
      assertThat(ill.received()).isEmpty();
    }
  }

  @Test
  void theTokenIsAskedForAtEachCall() {
    var tokens = Stream.of("first", "second").iterator();

    try (var client = plain().token(tokens::next).tokenOverPlaintext().build()) {
      [@call client.calls?first "client"/];
      [@call client.calls?first "client"/];
    }

    assertThat(server.received()).extracting(each -> each.header("authorization")).containsExactly("Bearer first", "Bearer second");
  }

  @Test
  void aTokenIsNotSentUnencryptedUnasked() {
    var builder = plain().token(() -> "secret");

    assertThatThrownBy(builder::build).hasMessageContaining("tokenOverPlaintext()");
  }

  @Test
  void withoutATokenTheCallIsNotMade() {
    Supplier<String> away =
        () -> {
          throw new IllegalStateException("the issuer is away");
        };

    try (var client = plain().token(away).tokenOverPlaintext().build()) {
      assertThat(refusal(() -> [@call client.calls?first "client"/])).isEqualTo(Code.UNAUTHENTICATED);
    }

    assertThat(server.received()).isEmpty();
  }

  @Test
  void aPlainServerIsRefusedWhereTlsIsWanted() {
    var builder = [=client.type].builder().target(server.target());

    try (var client = builder.deadline(Duration.ofSeconds(5)).build()) {
      assertThat(refusal(() -> [@call client.calls?first "client"/])).isIn(Code.UNAVAILABLE, Code.DEADLINE_EXCEEDED);
    }

    assertThat(server.received()).isEmpty();
  }

  @Test
  void aLineIsLoggedForEachCall() {
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    var log = (Logger) LoggerFactory.getLogger(CallLog.class);
    log.setLevel(Level.DEBUG);
    log.addAppender(lines);
    server.failing(Status.NOT_FOUND.withDescription("secret"));
    try (var client = plain().build()) {
      refusal(() -> [@call client.calls?first "client"/]);
      [@call client.calls?first "client"/];
    } finally {
      log.detachAppender(lines);
      log.setLevel(null);
    }

    assertThat(lines.list).extracting([=client.type]Test::shown).containsExactly("INFO NOT_FOUND in N ms", "DEBUG OK in N ms");
  }

  @Test
  void callsAreCounted() {
    var meters = new SimpleMeterRegistry();

    try (var client = plain().metrics(meters).build()) {
      [@call client.calls?first "client"/];
    }

    assertThat(meters.get("grpc.client.requests.sent").tag("service", "[=client.calls?first.service.full]").tag("method", "[=client.calls?first.call]").counter().count()).isEqualTo(1);
  }

  /** What a tracer does, such as that of Micrometer Tracing. */
  @Test
  void theServerGoesOnWithOurTrace() {
    var observations = ObservationRegistry.create();
    observations.observationConfig().observationHandler(new Tracer());

    try (var client = plain().observations(observations).build()) {
      [@call client.calls?first "client"/];
    }

    assertThat(server.received()).extracting(each -> each.header("traceparent")).containsExactly(Tracer.PARENT);
  }

  private [=client.type].Builder plain() {
    return [=client.type].builder().target(server.target()).plaintext();
  }

  private static void untilBothAnswered([=client.type] client, TestServer one, TestServer other) {
    for (int i = 0; i < 1000 && (one.received().isEmpty() || other.received().isEmpty()); i++) {
      [@call client.calls?first "client"/];
    }
    assertThat(one.received()).isNotEmpty();
    assertThat(other.received()).isNotEmpty();
  }

  private static String shown(ILoggingEvent line) {
    String text = line.getFormattedMessage().replaceFirst("\\d+ ms", "N ms");
    return line.getLevel() + text.replaceFirst("[=client.calls?first.service.full]/[=client.calls?first.call]", "");
  }

  private static Code refusal(ThrowingCallable call) {
    return Assertions.catchThrowableOfType(StatusRuntimeException.class, call).getStatus().getCode();
  }

  private static final class Tracer implements ObservationHandler<GrpcClientObservationContext> {

    static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Override
    public void onStart(GrpcClientObservationContext context) {
      context.getSetter().set(context.getCarrier(), "traceparent", PARENT);
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
      return context instanceof GrpcClientObservationContext;
    }
  }
}
