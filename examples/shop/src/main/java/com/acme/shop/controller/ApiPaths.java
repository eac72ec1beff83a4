package com.acme.shop.controller;

/** The first parts of the paths that the shop answers on. */
public final class ApiPaths {

  public static final String API = "/api";
  public static final String ADMIN = "/admin";
  public static final String CUSTOMERS = API + "/customers";
  public static final String PRODUCTS = API + "/products";
  public static final String STOCK = API + "/stock";
  public static final String CART = API + "/carts/{customerId}";
  public static final String ORDERS = API + "/orders";
  public static final String BY_ID = "/{id}";

  private ApiPaths() {}
}
