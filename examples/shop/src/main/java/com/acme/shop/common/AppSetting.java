package com.acme.shop.common;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A setting that can be changed without a release. */
@Entity
@Table(name = "app_settings")
public class AppSetting {

  @Id
  @Column(name = "setting_key", length = 60)
  private String key;

  @Column(name = "setting_value", length = 400)
  private String value;

  protected AppSetting() {}

  public AppSetting(String key, String value) {
    this.key = key;
    this.value = value;
  }

  public String getKey() {
    return key;
  }

  public String getValue() {
    return value;
  }

  public void setValue(String value) {
    this.value = value;
  }

  public int asInt() {
    return Integer.parseInt(value.trim());
  }
}
