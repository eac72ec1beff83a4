// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.notes.domain.note.NoteSamples;
import com.acme.notes.support.Rest;
import com.acme.notes.support.ServiceTest;
import com.acme.notes.support.TestEnvironment;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

@ServiceTest
class NoteRestTest {

  private Rest rest;

  @BeforeEach
  void callWithAToken(@Value("${local.server.port}") int port) {
    rest = new Rest(port, TestEnvironment.ISSUER.token("notes-read", "notes-write"));
  }

  @Test
  void whatIsCreatedIsShown() {
    Rest.Reply created = rest.post("/notes", NoteSamples.json());
    String path = created.header("Location");

    assertThat(created.status()).isEqualTo(201);
    assertThat(path).startsWith("/notes/");
    assertThat(created.header("ETag")).isNotEmpty();
    Rest.Reply read = rest.get(path);
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.body()).isEqualTo(created.body());
  }

  @Test
  void eachFieldThatIsNotValidIsNamed() {
    Rest.Reply reply = rest.post("/notes", "{}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.<List<String>>json("$.errors[*].field")).containsExactly("title");
  }

  @Test
  void jsonThatIsNoneIsAProblem() {
    Rest.Reply reply = rest.post("/notes", "{");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void halfACharacterIsAProblem() {
    String json = NoteSamples.json().replace("\"title\": \"", "\"title\": \"\\ud800");

    Rest.Reply reply = rest.post("/notes", json);

    assertThat(json).contains("\\ud800");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void pagesShowEachOnce() {
    for (int i = 0; i < 3; i++) {
      rest.post("/notes", NoteSamples.json());
    }

    Set<Object> ids = new HashSet<>();
    String token = "";
    int read = 0;
    do {
      Rest.Reply page = rest.get("/notes?pageSize=2&pageToken=" + token);
      List<Object> onPage = page.json("$.notes[*].id");
      read += onPage.size();
      ids.addAll(onPage);
      token = page.json("$.nextPageToken");
    } while (token != null);

    assertThat(read).isGreaterThanOrEqualTo(3);
    assertThat(ids).hasSize(read);
  }

  @Test
  void aPageTokenOfSomebodyElseIsAProblem() {
    assertThat(rest.get("/notes?pageToken=x").status()).isEqualTo(400);
    assertThat(rest.get("/notes?pageSize=1000").<List<String>>json("$.errors[*].field"))
        .containsExactly("pageSize");
  }

  @Test
  void updateReplacesTheVersionThatWasRead() {
    Rest.Reply created = rest.post("/notes", NoteSamples.json());
    String path = created.header("Location");

    Rest.Reply updated = rest.put(path, NoteSamples.json(), "If-Match", created.header("ETag"));

    assertThat(updated.status()).isEqualTo(200);
    assertThat(rest.put(path, NoteSamples.json(), "If-Match", "\"999999\"").status())
        .isEqualTo(412);
    assertThat(rest.put(path, NoteSamples.json()).status()).isEqualTo(428);
  }

  @Test
  void whatIsDeletedIsNotFound() {
    Rest.Reply created = rest.post("/notes", NoteSamples.json());
    String path = created.header("Location");

    assertThat(rest.delete(path).status()).isEqualTo(204);

    assertThat(rest.get(path).status()).isEqualTo(404);
    assertThat(rest.delete(path).status()).isEqualTo(404);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    Rest.Reply reply = rest.get("/notes/00000000-0000-4000-8000-000000000001");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
  }
}
