package dev.msvc.cluster.rehearse;

import dev.msvc.model.shift.Arm;
import java.util.Optional;

/**
 * What came of one request.
 *
 * @param rule that it fits; empty for none
 * @param method in capital letters
 * @param under the era in which it was sent and answered; empty where weights moved meanwhile
 * @param arm that answered; empty for none of both
 * @param status 0 where no answer came
 * @param arrivals how often it reached an arm, copies left out
 */
public record Answer(
    String rule, String method, Optional<Era> under, Optional<Arm> arm, int status, int arrivals) {}
