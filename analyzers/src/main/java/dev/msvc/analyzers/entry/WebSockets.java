package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.wiring.MetaAnnotations;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPointKind;

/** What a browser calls through a web socket of Jakarta EE: by opening, writing and closing it. */
public final class WebSockets implements Analyzer {
  private static final String[] ENDPOINT = MetaAnnotations.ee("websocket.server.ServerEndpoint");
  private static final String[] CALLED =
      MetaAnnotations.ee("websocket.OnOpen", "websocket.OnMessage", "websocket.OnClose");

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    EntryPoints entries = new EntryPoints();
    for (JavaType type : sources.code().types()) {
      Annotation endpoint = type.annotation(ENDPOINT);
      if (endpoint != null) {
        for (JavaMethod method : type.methods()) {
          if (method.annotation(CALLED) != null) {
            entries.method(
                EntryPointKind.LISTENER,
                "listener",
                endpoint.text("value"),
                type,
                method,
                Certainty.PARSED);
          }
        }
      }
    }
    entries.addTo(facts);
  }
}
