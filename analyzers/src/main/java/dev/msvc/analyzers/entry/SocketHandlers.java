package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.Texts;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPointKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Handlers of web sockets in Spring, with the paths that a registry gives them. */
public final class SocketHandlers implements Analyzer {
  private static final String SOCKET = "org.springframework.web.socket.";
  private static final List<String> HANDLERS =
      List.of(
          SOCKET + "WebSocketHandler",
          SOCKET + "handler.AbstractWebSocketHandler",
          SOCKET + "handler.TextWebSocketHandler",
          SOCKET + "handler.BinaryWebSocketHandler",
          "org.springframework.web.reactive.socket.WebSocketHandler");
  private static final Set<String> CALLED =
      Set.of(
          "afterConnectionEstablished",
          "handleMessage",
          "handleTextMessage",
          "handleBinaryMessage",
          "handlePongMessage",
          "afterConnectionClosed",
          "handle");

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    CodeBase code = sources.code();
    EntryPoints entries = new EntryPoints();
    Map<String, JavaType> handlers = new TreeMap<>();
    for (JavaType type : code.types()) {
      Set<String> supertypes = type.isAbstract() ? Set.of() : Lineage.supertypes(code, type);
      if (HANDLERS.stream().anyMatch(supertypes::contains)) {
        handlers.put(type.name(), type);
      }
    }
    if (!handlers.isEmpty()) {
      Map<String, Set<String>> paths = paths(code, handlers);
      for (JavaType type : handlers.values()) {
        for (String path : paths.getOrDefault(type.name(), Set.of(""))) {
          handler(code, type, path, entries);
        }
      }
    }
    entries.addTo(facts);
  }

  private static void handler(CodeBase code, JavaType type, String path, EntryPoints entries) {
    for (List<JavaMethod> overridden : Lineage.of(code, type).methods()) {
      JavaMethod method = overridden.get(0);
      if (CALLED.contains(method.name()) && method.hasBody() && !method.parameters().isEmpty()) {
        entries.method(
            EntryPointKind.LISTENER,
            "listener",
            path.isEmpty() ? null : path,
            type,
            method,
            path.isEmpty() ? Certainty.INFERRED : Certainty.PARSED);
      }
    }
  }

  /** {@code registry.addHandler(handler, "/a", "/b")} by the class of the handler. */
  private static Map<String, Set<String>> paths(CodeBase code, Map<String, JavaType> handlers) {
    Map<String, Set<String>> all = new TreeMap<>();
    for (JavaType type : code.types()) {
      for (JavaMethod method : type.methods()) {
        for (Call call : method.calls()) {
          if (call.name().equals("addHandler") && call.arguments().size() >= 2) {
            added(code, handlers, call, all);
          }
        }
      }
    }
    return all;
  }

  private static void added(
      CodeBase code, Map<String, JavaType> handlers, Call call, Map<String, Set<String>> to) {
    TypeRef given = call.argumentTypes().get(0);
    Set<String> meant = new TreeSet<>();
    for (JavaType each : handlers.values()) {
      boolean only = HANDLERS.contains(given.name()) && handlers.size() == 1;
      if (only || each.name().equals(given.name()) || code.isA(each, given.name())) {
        meant.add(each.name());
      }
    }
    if (meant.size() == 1) {
      for (Expr each : call.arguments().subList(1, call.arguments().size())) {
        for (String path : code.texts(each, call.caller())) {
          if (!path.contains(Texts.HOLE)) {
            to.computeIfAbsent(meant.iterator().next(), ignored -> new TreeSet<>()).add(path);
          }
        }
      }
    }
  }
}
