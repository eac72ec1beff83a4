package sane;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class OrderService {
  private final EntityManager entities;
  private final OrderMapper mapper;

  OrderService(EntityManager entities, OrderMapper mapper) {
    this.entities = entities;
    this.mapper = mapper;
  }

  @PostMapping("/sane")
  @Transactional
  public void place(Order order, Connection connection) throws SQLException {
    entities.persist(order);
    mapper.touch(1);
    connection.prepareStatement("delete from sane_lines where order_id = ?").execute();
  }
}
