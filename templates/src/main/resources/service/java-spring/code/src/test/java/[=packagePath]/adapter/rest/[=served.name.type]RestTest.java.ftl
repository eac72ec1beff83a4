// made by msvc; this file is yours: edit it, and the next run merges
package [=package].adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

[#import "/service/java-spring/shared/rest.java.ftl" as rest]
[#assign name = served.name]
@ServiceTest
class [=name.type]RestTest {
[#if !served.creates()]

  @Autowired [=name.type]Repository [=name.variables];
[/#if]

  private Rest rest;

  @BeforeEach
  void callWithAToken(@Value("${local.server.port}") int port) {
    rest = new Rest(port, TestEnvironment.ISSUER.token("[=service.name]-read", "[=service.name]-write"));
  }
[#if served.creates()]

  @Test
  void whatIsCreatedIsShown() {
[@rest.made served/]

    assertThat(created.status()).isEqualTo(201);
    assertThat(path).startsWith("[=served.path]/");
    assertThat(created.header("ETag")).isNotEmpty();
[#list served.states as state]
    assertThat(created.<String>json("$.[=state.field]")).isEqualTo("[=state.label]");
[/#list]
[#if served.gets()]
    Rest.Reply read = rest.get(path);
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.body()).isEqualTo(created.body());
[/#if]
  }
[#if served.asked?has_content]

  @Test
  void eachFieldThatIsNotValidIsNamed() {
    Rest.Reply reply = rest.post("[=served.path][#if served.id.given()]?id=x[/#if]", "{}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.<List<String>>json("$.errors[*].field")).containsExactly([#list served.asked as field]"[=field]"[#sep], [/#list]);
  }
[/#if]
[#if served.uniques()?has_content]

  @Test
  void aSecondOneOfTheSameIsAConflict() {
    String json = [=name.type]Samples.json();
    rest.post("[=served.path][#if served.id.given()]?id=one-" + [=name.type]Samples.id()[#else]"[/#if], json);

    Rest.Reply second = rest.post("[=served.path][#if served.id.given()]?id=other-" + [=name.type]Samples.id()[#else]"[/#if], json);

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.header("Content-Type")).isEqualTo("application/problem+json");
  }
[/#if]
[#if served.id.given()]

  @Test
  void aSecondOneOfTheSameIdIsAConflict() {
    String id = [=name.type]Samples.id();
    rest.post("[=served.path]?id=" + id, [=name.type]Samples.json());

    assertThat(rest.post("[=served.path]?id=" + id, [=name.type]Samples.json()).status()).isEqualTo(409);
  }
[/#if]

  @Test
  void jsonThatIsNoneIsAProblem() {
    Rest.Reply reply = rest.post("[=served.path][#if served.id.given()]?id=x[/#if]", "{");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
  }
[#list served.details?filter(field -> field.present() == "String") as field]
[#if field?is_first]

  @Test
  void halfACharacterIsAProblem() {
    String json = [=name.type]Samples.json().replace("\"[=field.name]\": \"", "\"[=field.name]\": \"\\ud800");

    Rest.Reply reply = rest.post("[=served.path][#if served.id.given()]?id=half[/#if]", json);

    assertThat(json).contains("\\ud800");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
  }
[/#if]
[/#list]
[#list served.details?filter(field -> ["int", "long", "Integer", "Long"]?seq_contains(field.type)) as field]
[#if field?is_first]

  @Test
  void aWholeNumberIsNotCutFromAFraction() {
    Rest.Reply reply = rest.post("[=served.path][#if served.id.given()]?id=x[/#if]", "{\"[=field.name]\": 1.5}");

    assertThat(reply.status()).isEqualTo(400);
    // it is not read at all, so that no field is looked at
    assertThat(reply.body()).doesNotContain("errors");
  }
[/#if]
[/#list]
[/#if]
[#if served.lists()]

  @Test
  void pagesShowEachOnce() {
    for (int i = 0; i < 3; i++) {
[#if served.creates()]
      rest.post("[=served.path][#if served.id.given()]?id=" + [=name.type]Samples.id()[#else]"[/#if], [=name.type]Samples.json());
[#else]
      [=name.variables].save(new [=name.type]([#if served.id.given()][=name.type]Samples.id()[#else][=name.variables].nextId()[/#if], [=name.type]Samples.details()));
[/#if]
    }

    Set<Object> ids = new HashSet<>();
    String token = "";
    int read = 0;
    do {
      Rest.Reply page = rest.get("[=served.path]?pageSize=2&pageToken=" + token);
      List<Object> onPage = page.json("$.[=served.many()][*].id");
      read += onPage.size();
      ids.addAll(onPage);
      token = page.json("$.nextPageToken");
    } while (token != null);

    assertThat(read).isGreaterThanOrEqualTo(3);
    assertThat(ids).hasSize(read);
  }
[#if !served.id.given()]

  @Test
  void aPageTokenOfSomebodyElseIsAProblem() {
    assertThat(rest.get("[=served.path]?pageToken=x").status()).isEqualTo(400);
    assertThat(rest.get("[=served.path]?pageSize=1000").<List<String>>json("$.errors[*].field")).containsExactly("pageSize");
  }
[/#if]
[/#if]
[#if served.updates() && served.creates()]

  @Test
  void updateReplacesTheVersionThatWasRead() {
[@rest.made served/]

    Rest.Reply updated = rest.put(path, [=name.type]Samples.json(), "If-Match", created.header("ETag"));

    assertThat(updated.status()).isEqualTo(200);
    assertThat(rest.put(path, [=name.type]Samples.json(), "If-Match", "\"999999\"").status()).isEqualTo(412);
    assertThat(rest.put(path, [=name.type]Samples.json()).status()).isEqualTo(428);
  }
[/#if]
[#if served.deletes()]

  @Test
  void whatIsDeletedIsNotFound() {
[@rest.made served/]

    assertThat(rest.delete(path).status()).isEqualTo(204);

[#if served.gets()]
    assertThat(rest.get(path).status()).isEqualTo(404);
[/#if]
    assertThat(rest.delete(path).status()).isEqualTo(404);
  }
[/#if]
[#list served.commands as command]

  @Test
  void [=command.name]Is[#if command.state?has_content && !command.staysFirst]DoneOnce[#else]Done[/#if]() {
[@rest.made served/]
    String json =
        """
        {[#list command.fields as field]"[=field.name]": [=field.literal()?no_esc][#sep], [/#list]}
        """;

    Rest.Reply reply = rest.post(path + "/[=command.path]", json);

[#if command.state?has_content && command.staysFirst]
    assertThat(reply.status()).isEqualTo(409);
[#else]
    assertThat(reply.status()).isEqualTo(200);
[#if command.state?has_content]
    assertThat(reply.<String>json("$.[=command.state]")).isEqualTo("[=command.reached?keep_after(".")]");
    assertThat(rest.post(path + "/[=command.path]", json).status()).isEqualTo(409);
[/#if]
[/#if]
  }
[/#list]
[#if served.gets()]

  @Test
  void whatIsNotThereIsNotFound() {
    Rest.Reply reply = rest.get("[=served.path]/[=served.id.absent]");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
  }
[/#if]
}
