package com.acme.shop.report;

/** The names of the tables that reports read. */
public final class TableNames {

  public static final String CUSTOMERS = "customers";
  public static final String PRODUCTS = "products";
  public static final String CATEGORY = "category";
  public static final String PRODUCT_CATEGORIES = "product_categories";
  public static final String ORDERS = "orders";
  public static final String ORDER_LINES = "order_lines";

  private TableNames() {}
}
