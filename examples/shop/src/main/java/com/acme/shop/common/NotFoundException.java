package com.acme.shop.common;

/** Something that was asked for by key does not exist. */
public class NotFoundException extends BusinessException {

  private static final long serialVersionUID = 1L;

  public NotFoundException(String what, Object key) {
    super(what + " not found: " + key);
  }
}
