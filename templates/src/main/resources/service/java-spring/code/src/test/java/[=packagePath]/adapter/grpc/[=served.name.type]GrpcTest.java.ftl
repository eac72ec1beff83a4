// made by msvc; this file is yours: edit it, and the next run merges
package [=package].adapter.grpc;

import static org.assertj.core.api.Assertions.assertThat;

[#import "/service/java-spring/shared/grpc.java.ftl" as grpc]
[#assign name = served.name]
[#assign outer = served.contract.outer]
[#assign calls = served.contract.calls]
[#assign one = served.contract.one]
[#assign stub = name.label + "ServiceGrpc." + name.label + "ServiceBlockingStub"]
@ServiceTest
class [=name.type]GrpcTest {
[#if !served.creates()]

  @Autowired [=name.type]Repository [=name.variables];
[/#if]

  private ManagedChannel channel;
  private [=stub] stub;

  @BeforeEach
  void connect(@Autowired GrpcServerLifecycle server) {
    channel = ManagedChannelBuilder.forAddress("localhost", server.getPort()).usePlaintext().build();
    stub = stub(TestEnvironment.ISSUER.token("[=service.name]-read", "[=service.name]-write"));
  }

  @AfterEach
  void disconnect() {
    channel.shutdownNow();
  }
[#if served.gets()]

  @Test
  void whatIsThereCanBeRead() {
[@grpc.made served/]

    [=outer].[=name.label] read = stub.get[=name.label]([=calls].Get[=name.label]Request.newBuilder().setId([=grpc.id(served)]).build()).get[=one]();

[#if served.creates()]
    assertThat(read).isEqualTo(created);
[#else]
    assertThat(read).isEqualTo([=name.type]Messages.message(created));
[/#if]
[#list served.states as state]
    assertThat(read.get[=state.accessor]()).isEqualTo([=state.proto]);
[/#list]
  }

  @Test
  void whatIsNotThereIsNotFound() {
    [=calls].Get[=name.label]Request request = [=calls].Get[=name.label]Request.newBuilder().setId([=served.id.absentProto?no_esc]).build();

    assertThat(refusal(() -> stub.get[=name.label](request))).isEqualTo(Code.NOT_FOUND);
  }
[#if served.id.given()]

  @Test
  void anIdThatNoDatabaseKeepsIsNotValid() {
    [=calls].Get[=name.label]Request request = [=calls].Get[=name.label]Request.newBuilder().setId("a\0b").build();

    assertThat(refusal(() -> stub.get[=name.label](request))).isEqualTo(Code.INVALID_ARGUMENT);
  }
[/#if]
[/#if]
[#if served.lists()]

  @Test
  void pagesFollowEachOther() {
[@grpc.made served/]

    [=calls].List[=name.labels]Response first = stub.list[=name.labels]([=calls].List[=name.labels]Request.newBuilder().setPageSize(1).build());

    assertThat(first.get[=served.contract.many]List()).hasSize(1);
    assertThat([=grpc.id(served)]).isNotNull();
  }

  @Test
  void theStreamHasAll() {
[@grpc.made served/]

    Iterator<[=calls].Stream[=name.labels]Response> stream = stub.stream[=name.labels]([=calls].Stream[=name.labels]Request.getDefaultInstance());

    assertThat(stream).toIterable().extracting(each -> each.get[=one]().getId()).contains([=grpc.id(served)]);
  }
[/#if]
[#if served.updates()]

  @Test
  void updateReplacesTheVersionThatWasRead() {
[@grpc.made served/]
    [=calls].Update[=name.label]Request.Builder request = [=calls].Update[=name.label]Request.newBuilder().setId([=grpc.id(served)]).set[=one]([=name.type]Messages.message([=name.type]Samples.details()));

    [=outer].[=name.label] updated = stub.update[=name.label](request.setVersion(created.[#if served.creates()]getVersion()[#else]version()[/#if]).build()).get[=one]();

    assertThat(updated.getId()).isEqualTo([=grpc.id(served)]);
    assertThat(refusal(() -> stub.update[=name.label](request.setVersion(999_999).build()))).isEqualTo(Code.ABORTED);
  }
[/#if]
[#if served.deletes()]

  @Test
  void whatIsDeletedIsNotFound() {
[@grpc.made served/]
    [=calls].Delete[=name.label]Request request = [=calls].Delete[=name.label]Request.newBuilder().setId([=grpc.id(served)]).build();

    assertThat(stub.delete[=name.label](request)).isNotNull();

    assertThat(refusal(() -> stub.delete[=name.label](request))).isEqualTo(Code.NOT_FOUND);
  }

  @Test
  void aTokenWithoutTheRoleIsRefused() {
    [=stub] reader = stub(TestEnvironment.ISSUER.token("[=service.name]-read"));
    [=calls].Delete[=name.label]Request request = [=calls].Delete[=name.label]Request.newBuilder().setId([=served.id.absentProto?no_esc]).build();

    assertThat(refusal(() -> reader.delete[=name.label](request))).isEqualTo(Code.PERMISSION_DENIED);
  }
[/#if]
[#list served.commands as command]

  @Test
  void [=command.name]IsDone() {
[@grpc.made served/]
    [=calls].[=command.call]Request request = [=calls].[=command.call]Request.newBuilder().setId([=grpc.id(served)])[#list command.fields as field][=field.sampleSetter?no_esc][/#list].build();

[#if command.state?has_content && command.staysFirst]
    assertThat(refusal(() -> stub.[=command.method()](request))).isEqualTo(Code.FAILED_PRECONDITION);
[#else]
    [=outer].[=name.label] done = stub.[=command.method()](request).get[=one]();

    assertThat(done.getId()).isEqualTo([=grpc.id(served)]);
[#if command.state?has_content]
    assertThat(done.get[=command.stateAccessor]()).isEqualTo([=command.reachedProto]);
    assertThat(refusal(() -> stub.[=command.method()](request))).isEqualTo(Code.FAILED_PRECONDITION);
[/#if]
[/#if]
  }
[/#list]
[#if served.creates()]
[#if served.askedProto?has_content]

  @Test
  void eachFieldThatIsNotValidIsNamed() throws InvalidProtocolBufferException {
    [=calls].Create[=name.label]Request request = [=calls].Create[=name.label]Request.newBuilder()[#if served.id.given()].setId("x")[/#if].set[=one]([=outer].[=name.label]Details.getDefaultInstance()).build();

    StatusRuntimeException refused = Assertions.catchThrowableOfType(StatusRuntimeException.class, () -> stub.create[=name.label](request));

    assertThat(refused.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
    assertThat(StatusProto.fromThrowable(refused).getDetails(0).unpack(BadRequest.class).getFieldViolationsList()).extracting(FieldViolation::getField).contains([#list served.askedProto as field]"[=served.contract.field].[=field]"[#sep], [/#list]);
  }
[/#if]
[#if served.uniques()?has_content]

  @Test
  void aSecondOneOfTheSameIsRefused() {
    [=outer].[=name.label]Details details = [=name.type]Messages.message([=name.type]Samples.details());
    create(details);

    assertThat(refusal(() -> create(details))).isEqualTo(Code.ALREADY_EXISTS);
  }
[/#if]

  private [=outer].[=name.label] create([=outer].[=name.label]Details details) {
    return stub.create[=name.label]([=calls].Create[=name.label]Request.newBuilder()[#if served.id.given()].setId([=name.type]Samples.id())[/#if].set[=one](details).build()).get[=one]();
  }
[/#if]

  private [=stub] stub(String token) {
    return [=name.label]ServiceGrpc.newBlockingStub(channel).withCallCredentials(new Bearer(token)).withDeadlineAfter(30, TimeUnit.SECONDS);
  }
[#if served.isFound() || served.uniques()?has_content && served.creates()]

  private static Code refusal(ThrowingCallable call) {
    return Assertions.catchThrowableOfType(StatusRuntimeException.class, call).getStatus().getCode();
  }
[/#if]
}
