package com.acme.shop.mapper;

import com.acme.shop.dto.StockLevel;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** The stock list, which grew too large for the object mapping. */
@Mapper
public interface StockLevelMapper {

  List<StockLevel> findLevels(
      @Param("warehouse") String warehouse,
      @Param("skus") List<String> skus,
      @Param("onlyLow") boolean onlyLow);

  StockLevel findLevel(@Param("stockItemId") long stockItemId);

  int correct(
      @Param("stockItemId") long stockItemId,
      @Param("onHand") Integer onHand,
      @Param("reorderLevel") Integer reorderLevel);

  int insertMovement(
      @Param("stockItemId") long stockItemId,
      @Param("delta") int delta,
      @Param("reason") String reason);

  int deleteMovements(@Param("days") int days);

  @Select("SELECT COUNT(*) FROM stock_movement WHERE stock_item_id = #{stockItemId}")
  int countMovements(@Param("stockItemId") long stockItemId);
}
