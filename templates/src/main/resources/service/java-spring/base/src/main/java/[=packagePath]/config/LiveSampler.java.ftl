// made by msvc; this file is yours: edit it, and the next run merges
package [=package].config;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Which requests are traced: those of traced callers, and of others a share that may change. */
@Component
final class LiveSampler implements Sampler {

  private final double initialShare;
  private volatile Sampler sampler;

  LiveSampler(@Value("${management.tracing.sampling.probability}") double initialShare) {
    this.initialShare = initialShare;
    this.sampler = sampler(initialShare);
  }

  double initialShare() {
    return initialShare;
  }

  /** From now on this share, between 0 and 1. */
  void share(double share) {
    sampler = sampler(share);
  }

  private static Sampler sampler(double share) {
    return Sampler.parentBased(Sampler.traceIdRatioBased(share));
  }

  @Override
  public SamplingResult shouldSample(
      Context parent,
      String traceId,
      String name,
      SpanKind kind,
      Attributes attributes,
      List<LinkData> links) {
    return sampler.shouldSample(parent, traceId, name, kind, attributes, links);
  }

  @Override
  public String getDescription() {
    return "LiveSampler";
  }
}
