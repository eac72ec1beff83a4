// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.domain;

/** Something that happened to an aggregate and that others may want to know. */
public interface DomainEvent {

  /** The id of the aggregate that it happened to, as text. */
  String aggregateId();
}
