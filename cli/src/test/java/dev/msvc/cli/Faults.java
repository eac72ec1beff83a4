package dev.msvc.cli;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes a share of all requests fail, which ones and how a seed says.
 *
 * @param share from 0 to 1
 * @param actions of which each is as likely; watches are cut instead
 */
public record Faults(long seed, double share, List<ApiProxy.Action> actions)
    implements ApiProxy.Rule {
  /** What a client that retries gets over. */
  public static final List<ApiProxy.Action> PASSING =
      List.of(
          ApiProxy.Action.REFUSE,
          ApiProxy.Action.CUT,
          ApiProxy.Action.cutAfter(10),
          ApiProxy.Action.answer(429, 1),
          ApiProxy.Action.answer(500),
          ApiProxy.Action.answer(503),
          ApiProxy.Action.answer(504));

  private static final int EVENTS = 5_000;

  @Override
  public ApiProxy.Action of(ApiProxy.Call call) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + call.number());
    if (random.nextDouble() >= share) {
      return ApiProxy.Action.FORWARD;
    }
    return call.watches()
        ? ApiProxy.Action.cutAfter(random.nextInt(EVENTS))
        : actions.get(random.nextInt(actions.size()));
  }
}
