// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.adapter.grpc;

import com.acme.orders.domain.Address;
import com.acme.orders.domain.CardPayment;
import com.acme.orders.domain.InvalidValueException;
import com.acme.orders.domain.InvoicePayment;
import com.acme.orders.domain.Money;
import com.acme.orders.domain.PaymentMethod;
import com.acme.orders.v1.ValuesProto;
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

  static PaymentMethod paymentMethod(ValuesProto.PaymentMethod message) {
    return switch (message.getKindCase()) {
      case CARD_PAYMENT -> cardPayment(message.getCardPayment());
      case INVOICE_PAYMENT -> invoicePayment(message.getInvoicePayment());
      case KIND_NOT_SET -> throw new InvalidValueException("paymentMethod", "must be given");
    };
  }

  static ValuesProto.PaymentMethod message(PaymentMethod paymentMethod) {
    if (paymentMethod instanceof CardPayment it) {
      return ValuesProto.PaymentMethod.newBuilder().setCardPayment(message(it)).build();
    }
    return ValuesProto.PaymentMethod.newBuilder()
        .setInvoicePayment(message((InvoicePayment) paymentMethod))
        .build();
  }

  static Address address(ValuesProto.Address message) {
    return new Address(message.getStreet(), message.getCity(), message.getCountry());
  }

  static ValuesProto.Address message(Address address) {
    return ValuesProto.Address.newBuilder()
        .setStreet(address.street())
        .setCity(address.city())
        .setCountry(address.country())
        .build();
  }

  static CardPayment cardPayment(ValuesProto.CardPayment message) {
    return new CardPayment(message.getToken(), message.getLastFour());
  }

  static ValuesProto.CardPayment message(CardPayment cardPayment) {
    return ValuesProto.CardPayment.newBuilder()
        .setToken(cardPayment.token())
        .setLastFour(cardPayment.lastFour())
        .build();
  }

  static InvoicePayment invoicePayment(ValuesProto.InvoicePayment message) {
    return new InvoicePayment(message.hasVatId() ? message.getVatId() : null);
  }

  static ValuesProto.InvoicePayment message(InvoicePayment invoicePayment) {
    ValuesProto.InvoicePayment.Builder message = ValuesProto.InvoicePayment.newBuilder();
    if (invoicePayment.vatId() != null) {
      message.setVatId(invoicePayment.vatId());
    }
    return message.build();
  }
}
