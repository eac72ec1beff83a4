package sane;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "sane_orders")
public class Order {
  @Id private Long id;
}
