// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.grpc;

import com.acme.shop.orders.domain.Address;
import com.acme.shop.orders.domain.InvalidValueException;
import com.acme.shop.orders.domain.Money;
import com.acme.shop.orders.domain.StatusChange;
import com.acme.shop.orders.domain.StatusChangeStatus;
import com.acme.shop.orders.v1.ValuesProto;
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

  static Money money(com.google.type.Money money) {
    BigDecimal amount =
        BigDecimal.valueOf(money.getUnits()).add(BigDecimal.valueOf(money.getNanos(), 9));
    return Money.of(amount, money.getCurrencyCode());
  }

  static com.google.type.Money message(Money money) {
    BigDecimal units = new BigDecimal(money.amount().toBigInteger());
    return com.google.type.Money.newBuilder()
        .setCurrencyCode(money.currency().getCurrencyCode())
        .setUnits(units.longValueExact())
        .setNanos(money.amount().subtract(units).movePointRight(9).intValueExact())
        .build();
  }

  static Address address(ValuesProto.Address message) {
    return new Address(
        message.hasStreet() ? message.getStreet() : null,
        message.hasZipCode() ? message.getZipCode() : null,
        message.hasCity() ? message.getCity() : null,
        message.hasCountryCode() ? message.getCountryCode() : null);
  }

  static ValuesProto.Address message(Address address) {
    ValuesProto.Address.Builder message = ValuesProto.Address.newBuilder();
    if (address.street() != null) {
      message.setStreet(address.street());
    }
    if (address.zipCode() != null) {
      message.setZipCode(address.zipCode());
    }
    if (address.city() != null) {
      message.setCity(address.city());
    }
    if (address.countryCode() != null) {
      message.setCountryCode(address.countryCode());
    }
    return message.build();
  }

  static StatusChange statusChange(ValuesProto.StatusChange message) {
    return new StatusChange(
        message.hasStatus() ? ValueMessages.statusChangeStatus(message.getStatus()) : null,
        message.hasChangedAt() ? ValueMessages.instant(message.getChangedAt()) : null);
  }

  static ValuesProto.StatusChange message(StatusChange statusChange) {
    ValuesProto.StatusChange.Builder message = ValuesProto.StatusChange.newBuilder();
    if (statusChange.status() != null) {
      message.setStatus(ValueMessages.message(statusChange.status()));
    }
    if (statusChange.changedAt() != null) {
      message.setChangedAt(ValueMessages.message(statusChange.changedAt()));
    }
    return message.build();
  }

  static StatusChangeStatus statusChangeStatus(ValuesProto.StatusChangeStatus message) {
    return switch (message) {
      case STATUS_CHANGE_STATUS_NEW -> StatusChangeStatus.NEW;
      case STATUS_CHANGE_STATUS_PAID -> StatusChangeStatus.PAID;
      case STATUS_CHANGE_STATUS_SHIPPED -> StatusChangeStatus.SHIPPED;
      case STATUS_CHANGE_STATUS_DELIVERED -> StatusChangeStatus.DELIVERED;
      case STATUS_CHANGE_STATUS_CANCELLED -> StatusChangeStatus.CANCELLED;
      default -> throw new InvalidValueException("statusChangeStatus", "must be given");
    };
  }

  static ValuesProto.StatusChangeStatus message(StatusChangeStatus statusChangeStatus) {
    return switch (statusChangeStatus) {
      case NEW -> ValuesProto.StatusChangeStatus.STATUS_CHANGE_STATUS_NEW;
      case PAID -> ValuesProto.StatusChangeStatus.STATUS_CHANGE_STATUS_PAID;
      case SHIPPED -> ValuesProto.StatusChangeStatus.STATUS_CHANGE_STATUS_SHIPPED;
      case DELIVERED -> ValuesProto.StatusChangeStatus.STATUS_CHANGE_STATUS_DELIVERED;
      case CANCELLED -> ValuesProto.StatusChangeStatus.STATUS_CHANGE_STATUS_CANCELLED;
    };
  }
}
