// made by msvc; this file is yours: edit it, and the next run merges
package [=package].adapter.grpc;

[#assign name = served.name]
[#assign calls = served.contract.calls]

@GrpcService
class [=name.type]GrpcService extends [=name.label]ServiceGrpc.[=name.label]ServiceImplBase {

  private final [=name.type]Service service;

  [=name.type]GrpcService([=name.type]Service service) {
    this.service = service;
  }
[#macro method call method]

  @Override
  public void [=method]([=calls].[=call]Request request, StreamObserver<[=calls].[=call]Response> response) {
[#nested]
    response.onCompleted();
  }
[/#macro]
[#macro answer call]
    response.onNext([=calls].[=call]Response.newBuilder().set[=served.contract.one]([=name.type]Messages.message([=name.variable])).build());
[/#macro]
[#if served.creates()]
[@method "Create" + name.label "create" + name.label]
    [=name.type] [=name.variable] = service.create([#if served.id.given()]request.getId(), [/#if][=name.type]Messages.details(request.get[=served.contract.one]()));
[@answer "Create" + name.label/]
[/@method]
[/#if]
[#if served.gets()]
[@method "Get" + name.label "get" + name.label]
    [=name.type] [=name.variable] = service.get([=served.id.fromMessage]);
[@answer "Get" + name.label/]
[/@method]
[/#if]
[#if served.lists()]
[@method "List" + name.labels "list" + name.labels]
    Page<[=name.type]> page = service.list(request.getPageSize(), request.getPageToken());
    response.onNext([=calls].List[=name.labels]Response.newBuilder().addAll[=served.contract.many](page.items().stream().map([=name.type]Messages::message).toList()).setNextPageToken(page.nextToken() == null ? "" : page.nextToken()).build());
[/@method]

  /** Reads on only while the caller takes what it is sent, and stops when the caller is gone. */
  @Override
  public void stream[=name.labels]([=calls].Stream[=name.labels]Request request, StreamObserver<[=calls].Stream[=name.labels]Response> response) {
    StreamObservers.copyWithFlowControl(
        service.stream()
            .map([=name.type]Messages::message)
            .map(each -> [=calls].Stream[=name.labels]Response.newBuilder().set[=served.contract.one](each).build())
            .iterator(),
        (CallStreamObserver<[=calls].Stream[=name.labels]Response>) response);
  }
[/#if]
[#if served.updates()]
[@method "Update" + name.label "update" + name.label]
    [=name.type] [=name.variable] = service.update([=served.id.fromMessage], request.getVersion(), [=name.type]Messages.details(request.get[=served.contract.one]()));
[@answer "Update" + name.label/]
[/@method]
[/#if]
[#if served.deletes()]
[@method "Delete" + name.label "delete" + name.label]
    service.delete([=served.id.fromMessage], request.hasVersion() ? request.getVersion() : null);
    response.onNext([=calls].Delete[=name.label]Response.getDefaultInstance());
[/@method]
[/#if]
[#list served.commands as command]
[@method command.call command.method()]
    [=name.type] [=name.variable] = service.[=command.name]([=served.id.fromMessage], request.hasVersion() ? request.getVersion() : null[#list command.fields as field], [=field.fromMessage?no_esc][/#list]);
[@answer command.call/]
[/@method]
[/#list]
}
