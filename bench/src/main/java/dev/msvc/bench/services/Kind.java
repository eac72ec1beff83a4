package dev.msvc.bench.services;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * A field as business software has it, of a type that both sides know; {@code %s} is the name of an
 * enum.
 */
enum Kind {
  TITLE("title", "{type: string, max: 100}", "String required maxlength(100)"),
  REMARK("remark", "optional text", "TextBlob"),
  CONTACT(
      "contact",
      "{type: string, max: 254, pattern: '[^@ ]+@[^@ ]+'}",
      "String required maxlength(254) pattern(/^[^@ ]+@[^@ ]+$/)"),
  COUNTRY(
      "country", "{type: string, pattern: '[A-Z]{2}'}", "String required pattern(/^[A-Z]{2}$/)"),
  QUANTITY("quantity", "{type: int, min: 0, max: 1000}", "Integer required min(0) max(1000)"),
  SEEN("seen", "long", "Long required"),
  SHARE("share", "double", "Double required"),
  AMOUNT("amount", "decimal(12,2)", "BigDecimal required"),
  REBATE("rebate", "optional decimal(5,2)", "BigDecimal"),
  ACTIVE("active", "boolean", "Boolean required"),
  TRACE("trace", "uuid", "UUID required"),
  STARTS_ON("startsOn", "date", "LocalDate required"),
  DUE_ON("dueOn", "optional date", "LocalDate"),
  OPENS_AT("opensAt", "time", "LocalTime required"),
  RECORDED_AT("recordedAt", "instant", "Instant required"),
  CLOSED_AT("closedAt", "optional instant", "Instant"),
  SEAL("seal", "optional bytes", "AnyBlob"),
  STAGE("stage", "%s", "%s required");

  /** What a field of kind {@link #STAGE} can be. */
  private static final List<String> STAGES = List.of("OPEN", "WAITING", "APPROVED", "CLOSED");

  private final String field;
  private final String yaml;
  private final String jdl;

  Kind(String field, String yaml, String jdl) {
    this.field = field;
    this.yaml = yaml;
    this.jdl = jdl;
  }

  String field() {
    return field;
  }

  String yaml() {
    return yaml.formatted(STAGES.stream().collect(joining(", ", "[", "]")));
  }

  String jdl(String entity) {
    return jdl.formatted(entity + "Stage");
  }

  /** What JDL declares beside the entity; nothing for most. */
  String declaredInJdl(String entity) {
    return this == STAGE
        ? STAGES.stream().collect(joining(", ", "enum " + entity + "Stage { ", " }\n"))
        : "";
  }
}
