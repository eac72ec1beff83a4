package dev.msvc.analyzers.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedRoutesTest {
  @TempDir Path root;
  private DraftedSource source;

  @BeforeEach
  void storedContents() throws IOException {
    source = new DraftedSource(root);
    source.sql("create table content (id bigint primary key, title varchar(40));");
    source.java(
        "Content",
        """
        import jakarta.persistence.*;
        @Entity @Table(name = "content") public class Content { @Id Long id; String title; }
        """);
    source.java(
        "ContentRepository",
        """
        public interface ContentRepository
            extends org.springframework.data.jpa.repository.JpaRepository<Content, Long> {}
        """);
  }

  private List<String> notes(String routes) throws IOException {
    source.java(
        "ContentController",
        """
        import org.springframework.web.bind.annotation.*;
        import java.util.*;
        @RestController @RequestMapping("/content")
        public class ContentController {
          private ContentRepository all;
          private org.springframework.jdbc.core.JdbcTemplate db;
          private Map<Long, Content> held = new HashMap<>();
        %s}
        """
            .formatted(routes.indent(2)));
    return source.notes();
  }

  @Test
  void noWordMakesADeletionOrAChangeAList() throws IOException {
    assertThat(
            notes(
                """
                @GetMapping("/page") List<Content> some() { return all.findAll(); }
                @PostMapping("/page") void add(@RequestBody Content it) { all.save(it); }
                @PutMapping("/page/{id}") void put(@PathVariable Long id, @RequestBody Content it) { all.save(it); }
                @DeleteMapping("/page/{id}") void drop(@PathVariable Long id) { all.deleteById(id); }
                @DeleteMapping("/") void dropAll() { all.deleteAll(); }
                """))
        .contains(
            "GET /content/page: list of Content",
            "POST /content/page: writes Content in a way of its own",
            "PUT /content/page/{id}: a command of Content; what it does is yours to write",
            "DELETE /content/page/{id}: delete of Content",
            "DELETE /content/: is told to no single Content");
  }

  @Test
  void whatOnlyReadsIsNoChangeWhateverItsWords() throws IOException {
    assertThat(
            notes(
                """
                @GetMapping("/prepareCreate") Content empty() { return new Content(); }
                @GetMapping("/delete/{id}") void drop(@PathVariable Long id) { all.deleteById(id); }
                @GetMapping("/{id}") Content one(@PathVariable Long id) {
                  Content it = all.findById(id).get(); all.save(it); return it; }
                """))
        .contains(
            "GET /content/prepareCreate: a query of its own on Content",
            "GET /content/delete/{id}: is to delete, by a method that only reads",
            "GET /content/{id}: is asked to read Content, and changes it, too");
  }

  @Test
  void aRouteThatReachesNoRowOfWhatItsPathNamesIsNotServed() throws IOException {
    assertThat(
            notes(
                """
                @GetMapping Collection<Content> inMemory() { return held.values(); }
                @PostMapping void hold(@RequestBody Content it) { held.put(1L, it); }
                @DeleteMapping("/{id}") void forget(@PathVariable Long id) { held.remove(id); }
                @PostMapping("/{id}/publish") void publish(@PathVariable Long id) { held.get(id); }
                @PostMapping("/add") void add(@RequestBody Content it) { all.save(it); }
                """))
        .contains(
            "GET /content: no read of content is seen behind it",
            "POST /content: no insert into content is seen behind it",
            "DELETE /content/{id}: no delete from content is seen behind it",
            "POST /content/{id}/publish: no access of content is seen behind it",
            "POST /content/add: create of Content");
  }

  @Test
  void aRouteThatDoesNothingItNamesGivesItNoPath() throws IOException {
    notes("@GetMapping Collection<Content> inMemory() { all.count(); return held.values(); }");
    source.java(
        "ContentSettings",
        """
        import org.springframework.web.bind.annotation.*;
        @RestController public class ContentSettings {
          private ContentRepository all;
          @PutMapping("/settings/content") void put() { System.setProperty("a", "b"); }
          @DeleteMapping("/settings/content/{id}") void drop(@PathVariable Long id) { }
        }
        """);

    assertThat(source.yaml()).contains("    path: \"/content\"\n").doesNotContain("\"/settings");
  }

  @Test
  void whatAnswersABrowserIsNotServed() throws IOException {
    source.java(
        "ContentPages",
        """
        import org.springframework.web.bind.annotation.*;
        @org.springframework.stereotype.Controller @RequestMapping("/pages/contents")
        public class ContentPages {
          private ContentRepository all;
          @GetMapping String show() { all.findAll(); return "contents"; }
          @PostMapping String add(Content it) { all.save(it); return "redirect:/pages/contents"; }
          @GetMapping("/all") @ResponseBody java.util.List<Content> data() { return all.findAll(); }
        }
        """);

    assertThat(source.notes())
        .contains(
            "GET /pages/contents: renders a page",
            "POST /pages/contents: answers a browser, by a page or the way to one",
            "GET /pages/contents/all: list of Content");
  }

  @Test
  void oneAnswerIsNoListAndSeveralAreNotOne() throws IOException {
    source.java("ReadableContent", "public class ReadableContent { String title; }");

    assertThat(
            notes(
                """
                @GetMapping("/mine") List<Content> other() { return all.findAll(); }
                @GetMapping ReadableContent current() { all.findAll(); return null; }
                @GetMapping("/{id}") org.springframework.http.ResponseEntity<List<Content>> of(@PathVariable Long id) {
                  all.findById(id); return null; }
                @GetMapping("/{id}/all") org.springframework.data.domain.Page<Content> page(@PathVariable Long id) {
                  all.findById(id); return null; }
                """))
        .contains(
            "GET /content: answers one Content, and nothing in it says which",
            "GET /content/{id}: a query of its own on Content");
  }

  @Test
  void whatElseIsWrittenIsSaid() throws IOException {
    assertThat(
            notes(
                """
                @PostMapping void add(@RequestBody Content it) {
                  all.save(it);
                  db.update("insert into audit_log (what) values ('content')");
                }
                """))
        .contains("POST /content: create of Content; it writes audit_log, too");
  }

  @Test
  void whatIsChosenWhenItRunsIsSaid() throws IOException {
    source.java("Handler", "public interface Handler { void handle(); }");
    for (int i = 0; i < 13; i++) {
      source.java(
          "Handler" + i,
          "public class Handler" + i + " implements Handler { public void handle() {} }");
    }
    assertThat(
            notes(
                """
                private Handler chosen;
                @GetMapping List<Content> some() { return all.findAll(); }
                @PostMapping void add(@RequestBody Content it) { chosen.handle(); }
                """))
        .contains(
            "POST /content: no insert into content is seen behind it; what it runs is chosen when"
                + " it runs");
  }

  @Test
  void questionsByPostAreNoCommandsAndRowsThatAreMarkedAreNotDeleted() throws IOException {
    assertThat(
            notes(
                """
                @PostMapping("/query") List<Content> ask(@RequestParam Long id) { return all.findAll(); }
                @GetMapping("/update/title") void put(@RequestParam Long id) { all.save(new Content()); }
                @GetMapping("/query-list-by-id") List<Content> of(@RequestParam Long id) { return all.findAll(); }
                @DeleteMapping("/{id}") void drop(@PathVariable Long id) {
                  db.update("update content set title = '' where id = ?"); }
                void purge() { all.deleteAll(); }
                """))
        .contains(
            "POST /content/query: a query of its own on Content",
            "GET /content/update/title: is asked to read Content, and changes it, too",
            "GET /content/query-list-by-id: a query of its own on Content",
            "DELETE /content/{id}: deletes no row of content, it changes them");
  }

  @Test
  void thatTheDatabaseIsAnotherMakersIsSaid() throws IOException {
    source.file(
        "src/main/resources/application.properties",
        "spring.datasource.url=jdbc:mysql://db/shop\n");

    assertThat(notes("@GetMapping List<Content> some() { return all.findAll(); }"))
        .contains(
            "the database is PostgreSQL, the only one that services are made for; the monolith's is"
                + " MySQL, taken from src/main/resources/application.properties:1");
  }

  @Test
  void aClassOfTheSystemThatIsCalledAsAFrameworksViewIsData() throws IOException {
    source.java("Resolution", "public class Resolution { String title; }");

    assertThat(
            notes(
                """
                @PostMapping Resolution add(@RequestBody Content it) { all.save(it); return null; }
                @PutMapping net.sourceforge.stripes.action.Resolution page(@RequestBody Content it) {
                  all.save(it); return null; }
                """))
        .contains(
            "POST /content: create of Content",
            "PUT /content: answers a browser, by a page or the way to one");
  }

  @Test
  void aMapOfWhatAnObjectHasIsOneAnswerAndAMapOfObjectsAreSeveral() throws IOException {
    assertThat(
            notes(
                """
                @GetMapping("/{id}") Map<String, Object> one(@PathVariable Long id) {
                  return Map.of("title", all.findById(id).get().title); }
                """))
        .contains("GET /content/{id}: get of Content");
    assertThat(
            notes(
                """
                @GetMapping("/{id}") Map<Long, Content> near(@PathVariable Long id) {
                  all.findById(id); return null; }
                """))
        .contains("GET /content/{id}: a query of its own on Content");
  }
}
