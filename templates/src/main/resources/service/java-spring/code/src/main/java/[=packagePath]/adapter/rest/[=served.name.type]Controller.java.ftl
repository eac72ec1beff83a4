// made by msvc; this file is yours: edit it, and the next run merges
package [=package].adapter.rest;

[#assign name = served.name]
[#assign id][#if served.id.given()]@PathVariable String id[#else]@PathVariable [=served.id.type] id[/#if][/#assign]
@RestController
@RequestMapping("[=served.path]")
class [=name.type]Controller {

  private final [=name.type]Service service;

  [=name.type]Controller([=name.type]Service service) {
    this.service = service;
  }
[#if served.creates()]

  @PostMapping
  ResponseEntity<[=name.type]Response> create([#if served.id.given()]@RequestParam @NotBlank @Size(max = 255) String id, [/#if]@Valid @RequestBody [=name.type]Request request) {
    [=name.type] [=name.variable] = service.create([#if served.id.given()]id, [/#if]request.toDomain());
    return ResponseEntity.created([#if served.id.given()]UriComponentsBuilder.fromPath("[=served.path]/{id}").build(id)[#else]URI.create("[=served.path]/" + [=name.variable].id())[/#if])
        .eTag(String.valueOf([=name.variable].version()))
        .body([=name.type]Response.of([=name.variable]));
  }
[/#if]
[#if served.gets()]

  @GetMapping("/{id}")
  ResponseEntity<[=name.type]Response> get(@PathVariable [=served.id.type] id) {
    return ok(service.get(id));
  }
[/#if]
[#if served.lists()]

  @GetMapping
  [=name.type]Page list(@RequestParam(defaultValue = "0") @Min(0) @Max(200) int pageSize, @RequestParam(required = false) @Nullable String pageToken) {
    return [=name.type]Page.of(service.list(pageSize, pageToken));
  }
[/#if]
[#if served.updates()]

  @PutMapping("/{id}")
  ResponseEntity<[=name.type]Response> update(@PathVariable [=served.id.type] id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @Valid @RequestBody [=name.type]Request request) {
    return ok(service.update(id, IfMatch.requiredVersion(ifMatch), request.toDomain()));
  }
[/#if]
[#if served.deletes()]

  @DeleteMapping("/{id}")
  ResponseEntity<Void> delete(@PathVariable [=served.id.type] id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    service.delete(id, IfMatch.version(ifMatch));
    return ResponseEntity.noContent().build();
  }
[/#if]
[#list served.commands as command]

  @PostMapping("/{id}/[=command.path]")
  ResponseEntity<[=name.type]Response> [=command.name](@PathVariable [=served.id.type] id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch[#if command.fields?has_content], @Valid @RequestBody [=command.call]Request request[/#if]) {
    return ok(service.[=command.name](id, IfMatch.version(ifMatch)[#list command.fields as field], [=field.toDomain?no_esc][/#list]));
  }
[/#list]
[#if served.isShown()]

  private static ResponseEntity<[=name.type]Response> ok([=name.type] [=name.variable]) {
    return ResponseEntity.ok().eTag(String.valueOf([=name.variable].version())).body([=name.type]Response.of([=name.variable]));
  }
[/#if]
}
