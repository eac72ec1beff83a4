package dev.msvc.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** A real Chromium without a screen, told what to do through its DevTools protocol. */
final class RealBrowser implements AutoCloseable, WebSocket.Listener {
  private static final int SECONDS = 60;
  private static final List<Path> PROGRAMS =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"));
  private static final Pattern LISTENS = Pattern.compile("DevTools listening on (ws://\\S+)");

  private final ObjectMapper json = new ObjectMapper();
  private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
  private final List<String> problems = new CopyOnWriteArrayList<>();
  private final StringBuilder part = new StringBuilder();
  private final Process process;
  private WebSocket socket;
  private int last;
  private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();

  private RealBrowser(Process process) {
    this.process = process;
  }

  /** The test is skipped where there is none. */
  static RealBrowser start(Path folder) throws Exception {
    Path program = PROGRAMS.stream().filter(Files::isExecutable).findFirst().orElse(null);
    if (program == null) {
      System.err.println("skipped: tests of the page in a browser; to run them, install chromium");
      Assumptions.abort("there is no browser");
    }
    Path log = folder.resolve("browser.log");
    RealBrowser browser =
        new RealBrowser(
            new ProcessBuilder(
                    program.toString(),
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--remote-debugging-port=0",
                    "--user-data-dir=" + folder.resolve("profile"),
                    "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start());
    try {
      browser.connect(log);
      return browser;
    } catch (Exception failed) {
      browser.close();
      throw failed;
    }
  }

  private void connect(Path log) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    int port = URI.create(address(log)).getPort();
    HttpRequest pages =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json")).build();
    String page = "";
    for (JsonNode each :
        json.readTree(client.send(pages, HttpResponse.BodyHandlers.ofString()).body())) {
      if (each.get("type").asText().equals("page")) {
        page = each.get("webSocketDebuggerUrl").asText();
      }
    }
    socket =
        client
            .newWebSocketBuilder()
            .buildAsync(URI.create(page), this)
            .get(SECONDS, TimeUnit.SECONDS);
    for (String domain : List.of("Runtime", "Log", "Page")) {
      ask(domain + ".enable", json.createObjectNode());
    }
  }

  private String address(Path log) throws IOException, InterruptedException {
    for (int i = 0; i < SECONDS * 10 && process.isAlive(); i++) {
      Matcher listens = LISTENS.matcher(Files.readString(log));
      if (listens.find()) {
        return listens.group(1);
      }
      Thread.sleep(100);
    }
    throw new IOException("the browser did not start: " + Files.readString(log));
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean whole) {
    part.append(text);
    if (whole) {
      String message = part.toString();
      part.setLength(0);
      try {
        heard(json.readTree(message));
      } catch (IOException e) {
        problems.add(e.toString());
      }
    }
    from.request(1);
    return null;
  }

  private void heard(JsonNode message) {
    switch (message.path("method").asText()) {
      case "" -> asked.remove(message.get("id").asInt()).complete(message);
      case "Page.loadEventFired" -> loaded.complete(null);
      case "Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded" ->
          problems.add(message.get("params").toString());
      default -> {
        // not asked for
      }
    }
  }

  private JsonNode ask(String method, ObjectNode params) throws Exception {
    ObjectNode message = json.createObjectNode().put("id", ++last).put("method", method);
    message.set("params", params);
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    asked.put(last, answer);
    socket.sendText(message.toString(), true).get(SECONDS, TimeUnit.SECONDS);
    JsonNode answered = answer.get(SECONDS, TimeUnit.SECONDS);
    if (answered.has("error")) {
      throw new IOException(answered.get("error").toString());
    }
    return answered.get("result");
  }

  /** Sets how large the page is, in pixels. */
  void resize(int width, int height) throws Exception {
    ask(
        "Emulation.setDeviceMetricsOverride",
        json.createObjectNode()
            .put("width", width)
            .put("height", height)
            .put("deviceScaleFactor", 1)
            .put("mobile", width < 600));
  }

  /** Lets pages run scripts, or not. */
  void scripts(boolean allowed) throws Exception {
    ask("Emulation.setScriptExecutionDisabled", json.createObjectNode().put("value", !allowed));
  }

  /** Opens a page anew, also where only its last part is another. */
  void open(String url) throws Exception {
    load("about:blank");
    load(url);
    settle();
  }

  private void load(String url) throws Exception {
    loaded = new CompletableFuture<>();
    ask("Page.navigate", json.createObjectNode().put("url", url));
    loaded.get(SECONDS, TimeUnit.SECONDS);
  }

  /** What an expression comes to, as text. */
  String says(String expression) throws Exception {
    JsonNode result =
        ask(
            "Runtime.evaluate",
            json.createObjectNode()
                .put("expression", "String(" + expression + ")")
                .put("awaitPromise", true)
                .put("returnByValue", true));
    return result.path("result").path("value").asText(result.toString());
  }

  /** The text of all elements that match, in their order, as it is seen. */
  List<String> texts(String selector) throws Exception {
    String all =
        says(
            "JSON.stringify([...document.querySelectorAll(%s)].filter(e => e.checkVisibility()).map(e => e.textContent))"
                .formatted(json.writeValueAsString(selector)));
    List<String> texts = new ArrayList<>();
    json.readTree(all).forEach(each -> texts.add(each.asText()));
    return texts;
  }

  /**
   * Clicks with the mouse on the middle of the first element, or line of a picture, that matches.
   */
  void click(String selector) throws Exception {
    String point =
        says(
            """
            (() => {
              const e = [...document.querySelectorAll(%s)].find(e => e.checkVisibility());
              e.scrollIntoView({block: 'center', behavior: 'instant'});
              if (e instanceof SVGPathElement) {
                const p = e.getPointAtLength(e.getTotalLength() / 2).matrixTransform(e.getScreenCTM());
                return JSON.stringify([p.x, p.y]);
              }
              const r = e.getClientRects()[0];
              return JSON.stringify([r.left + r.width / 2, r.top + r.height / 2]);
            })()\
            """
                .formatted(json.writeValueAsString(selector)));
    JsonNode at = json.readTree(point);
    for (String type : List.of("mouseMoved", "mousePressed", "mouseReleased")) {
      ask(
          "Input.dispatchMouseEvent",
          json.createObjectNode()
              .put("type", type)
              .put("x", at.get(0).asDouble())
              .put("y", at.get(1).asDouble())
              .put("button", type.equals("mouseMoved") ? "none" : "left")
              .put("clickCount", 1));
    }
    settle();
  }

  /** Types text where the focus is. */
  void type(String text) throws Exception {
    ask("Input.insertText", json.createObjectNode().put("text", text));
    settle();
  }

  /** Presses a key by its name in the DOM. */
  void press(String key) throws Exception {
    int code =
        Map.of("Enter", 13, "Tab", 9, "ArrowDown", 40, "ArrowRight", 39).getOrDefault(key, 0);
    for (String type : List.of("keyDown", "keyUp")) {
      ObjectNode event = json.createObjectNode().put("type", type).put("key", key).put("code", key);
      event.put("windowsVirtualKeyCode", code);
      if (key.length() == 1 || key.equals("Enter")) {
        event.put("text", key.equals("Enter") ? "\r" : key);
      }
      ask("Input.dispatchKeyEvent", event);
    }
    settle();
  }

  /** Waits until what was started is drawn. */
  void settle() throws Exception {
    says("new Promise(r => setTimeout(() => requestAnimationFrame(() => r()), 50))");
  }

  /** Waits until a condition holds. */
  void until(String condition) throws Exception {
    for (int i = 0; i < SECONDS * 10; i++) {
      if (says(condition).equals("true")) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("never: " + condition);
  }

  /** Errors, and all that was written to the console. */
  List<String> problems() {
    return problems;
  }

  @Override
  public void close() throws Exception {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor(SECONDS, TimeUnit.SECONDS);
  }
}
