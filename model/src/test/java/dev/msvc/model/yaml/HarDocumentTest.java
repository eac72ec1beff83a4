package dev.msvc.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.compare.Recorded;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HarDocumentTest {
  private final List<Recorded> requests = new ArrayList<>();
  private final List<String> unread = new ArrayList<>();

  private void read(String text) throws IOException {
    HarDocument.read(
        new StringReader(text),
        new HarDocument.Visitor() {
          @Override
          public void request(Recorded request) {
            requests.add(request);
          }

          @Override
          public void unread(int line, String why) {
            unread.add(line + ": " + why);
          }
        });
  }

  @Test
  void requestsAreReadWithHeadersAndBody() throws IOException {
    read(
        """
        {"log": {"version": "1.2", "creator": {"name": "x"}, "entries": [
         {"request": {"method": "get", "url": "https://shop.example/orders?q=1", "headers": [
           {"name": "Accept", "value": "text/html"}, {"name": ":path", "value": "/orders"},
           {"name": "accept", "value": "*/*"}]},
          "response": {"status": 200, "content": {"text": "{\\"entries\\": [{\\"request\\": 1}]}"}}},
         {"request": {"method": "POST", "url": "http://shop.example/orders", "headers": [],
          "postData": {"mimeType": "application/json", "text": "{}"}}},
         {"startedDateTime": "2026-11-27"}
        ]}}
        """);

    assertThat(requests)
        .extracting(Recorded::method, Recorded::target, each -> each.body().orElse("none"))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("GET", "/orders?q=1", "none"),
            org.assertj.core.groups.Tuple.tuple("POST", "/orders", "{}"));
    assertThat(requests.get(0).headers())
        .containsOnlyKeys("accept")
        .containsValue("text/html, */*");
    assertThat(unread).containsExactly("8: an entry without a request");
  }

  @Test
  void whatIsCutShortIsToldAndWhatCameBeforeIsRead() throws IOException {
    read(
        "{\"log\": {\"entries\": [\n"
            + "{\"request\": {\"method\": \"GET\", \"url\": \"/a\"}},\n"
            + "{\"requ");

    assertThat(requests).hasSize(1);
    assertThat(unread).hasSize(1);
  }
}
