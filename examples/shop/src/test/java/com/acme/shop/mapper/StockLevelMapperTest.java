package com.acme.shop.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.AbstractShopTest;
import com.acme.shop.dto.StockLevel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StockLevelMapperTest extends AbstractShopTest {

  @Autowired private StockLevelMapper mapper;

  @Test
  void findsAllLevels() {
    List<StockLevel> levels = mapper.findLevels(null, null, false);
    assertThat(levels).hasSize(6);
    assertThat(levels.get(0).getPlace().getName()).isEqualTo("Kassel");
  }

  @Test
  void filters() {
    assertThat(mapper.findLevels("LE", null, false)).hasSize(2);
    assertThat(mapper.findLevels(null, List.of("TENT-2", "TENT-4"), false)).hasSize(3);
    assertThat(mapper.findLevels(null, null, true))
        .extracting(StockLevel::getSku)
        .containsExactly("LAMP-1");
  }

  @Test
  void correctsWhatIsGiven() {
    assertThat(mapper.correct(1, null, 9)).isEqualTo(1);
    StockLevel level = mapper.findLevel(1);
    assertThat(level.getReorderLevel()).isEqualTo(9);
    assertThat(level.getOnHand()).isEqualTo(20);
  }

  @Test
  void countsAndDeletesMovements() {
    mapper.insertMovement(1, -2, "test");
    assertThat(mapper.countMovements(1)).isEqualTo(1);
    assertThat(mapper.deleteMovements(30)).isZero();
  }
}
