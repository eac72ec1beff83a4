package com.acme.shop.dto;

/** One line of the stock list. */
public class StockLevel {

  /** The warehouse of a line. */
  public static class Place {

    private String code;
    private String name;

    public String getCode() {
      return code;
    }

    public void setCode(String code) {
      this.code = code;
    }

    public String getName() {
      return name;
    }

    public void setName(String name) {
      this.name = name;
    }
  }

  private long stockItemId;
  private String sku;
  private String productName;
  private int onHand;
  private int reserved;
  private int reorderLevel;
  private Place place;

  public int getAvailable() {
    return onHand - reserved;
  }

  public boolean isLow() {
    return getAvailable() < reorderLevel;
  }

  public long getStockItemId() {
    return stockItemId;
  }

  public void setStockItemId(long stockItemId) {
    this.stockItemId = stockItemId;
  }

  public String getSku() {
    return sku;
  }

  public void setSku(String sku) {
    this.sku = sku;
  }

  public String getProductName() {
    return productName;
  }

  public void setProductName(String productName) {
    this.productName = productName;
  }

  public int getOnHand() {
    return onHand;
  }

  public void setOnHand(int onHand) {
    this.onHand = onHand;
  }

  public int getReserved() {
    return reserved;
  }

  public void setReserved(int reserved) {
    this.reserved = reserved;
  }

  public int getReorderLevel() {
    return reorderLevel;
  }

  public void setReorderLevel(int reorderLevel) {
    this.reorderLevel = reorderLevel;
  }

  public Place getPlace() {
    return place;
  }

  public void setPlace(Place place) {
    this.place = place;
  }
}
