// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes.adapter.grpc;

import com.acme.notes.domain.InvalidValueException;
import com.google.protobuf.Timestamp;
import com.google.type.Date;
import com.google.type.Decimal;
import com.google.type.TimeOfDay;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/** Values, as messages and back. */
final class ValueMessages {

  private ValueMessages() {}

  static UUID uuid(String text) {
    return UUID.fromString(text);
  }

  static Instant instant(Timestamp timestamp) {
    try {
      return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
    } catch (DateTimeException | ArithmeticException e) {
      throw new InvalidValueException("timestamp", "must be a time of the years 1 to 9999");
    }
  }

  static Timestamp message(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }

  static LocalDate date(Date date) {
    try {
      return LocalDate.of(date.getYear(), date.getMonth(), date.getDay());
    } catch (DateTimeException e) {
      throw new InvalidValueException("date", "must be a whole date");
    }
  }

  static Date message(LocalDate date) {
    return Date.newBuilder()
        .setYear(date.getYear())
        .setMonth(date.getMonthValue())
        .setDay(date.getDayOfMonth())
        .build();
  }

  static BigDecimal decimal(Decimal decimal) {
    try {
      return new BigDecimal(decimal.getValue());
    } catch (NumberFormatException e) {
      throw new InvalidValueException("decimal", "must be a decimal number");
    }
  }

  static Decimal message(BigDecimal decimal) {
    return Decimal.newBuilder().setValue(decimal.toPlainString()).build();
  }

  static LocalTime time(TimeOfDay time) {
    try {
      return LocalTime.of(time.getHours(), time.getMinutes(), time.getSeconds(), time.getNanos());
    } catch (DateTimeException e) {
      throw new InvalidValueException("time", "must be a time of day");
    }
  }

  static TimeOfDay message(LocalTime time) {
    return TimeOfDay.newBuilder()
        .setHours(time.getHour())
        .setMinutes(time.getMinute())
        .setSeconds(time.getSecond())
        .setNanos(time.getNano())
        .build();
  }
}
