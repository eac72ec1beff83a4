// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes.client;

import io.grpc.MethodDescriptor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How calls find a server: gRPC's own service config, with numbers as its JSON has them. */
final class ServiceConfig {

  private ServiceConfig() {}

  static Map<String, ?> of(List<MethodDescriptor<?, ?>> repeatable) {
    Map<String, Object> config = new HashMap<>();
    config.put(
        "loadBalancingConfig",
        Collections.singletonList(
            Collections.singletonMap("round_robin", Collections.emptyMap())));
    // servers that say they are ill get no calls; the empty name is the health of all they do
    config.put("healthCheckConfig", Collections.singletonMap("serviceName", ""));
    if (!repeatable.isEmpty()) {
      config.put("methodConfig", Collections.singletonList(retried(repeatable)));
      config.put("retryThrottling", throttling());
    }
    return config;
  }

  private static Map<String, ?> retried(List<MethodDescriptor<?, ?>> methods) {
    List<Map<String, ?>> names = new ArrayList<>();
    for (MethodDescriptor<?, ?> each : methods) {
      Map<String, String> name = new HashMap<>();
      name.put("service", each.getServiceName());
      name.put("method", each.getBareMethodName());
      names.add(name);
    }
    Map<String, Object> policy = new HashMap<>();
    policy.put("maxAttempts", 4.0);
    policy.put("initialBackoff", "0.1s");
    policy.put("maxBackoff", "1s");
    policy.put("backoffMultiplier", 2.0);
    // no other status says that a server did nothing
    policy.put("retryableStatusCodes", Collections.singletonList("UNAVAILABLE"));
    Map<String, Object> config = new HashMap<>();
    config.put("name", names);
    config.put("retryPolicy", policy);
    return config;
  }

  /** Where about every third call fails, repeating them would only be more load. */
  private static Map<String, ?> throttling() {
    Map<String, Object> throttling = new HashMap<>();
    throttling.put("maxTokens", 20.0);
    throttling.put("tokenRatio", 0.5);
    return throttling;
  }
}
