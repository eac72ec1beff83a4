package com.acme.shop.domain;

import com.acme.shop.common.BaseEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** A shelf of the catalogue. */
@Entity
public class Category extends BaseEntity {

  @Column(nullable = false, length = 60)
  private String slug;

  @Column(nullable = false, length = 80)
  private String name;

  private int position;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "parent_id")
  private Category parent;

  protected Category() {}

  public Category(String slug, String name, Category parent) {
    this.slug = slug;
    this.name = name;
    this.parent = parent;
  }

  public String getBreadcrumb() {
    return parent == null ? name : parent.getBreadcrumb() + " > " + name;
  }

  public String getSlug() {
    return slug;
  }

  public String getName() {
    return name;
  }

  public int getPosition() {
    return position;
  }

  public void setPosition(int position) {
    this.position = position;
  }

  public Category getParent() {
    return parent;
  }
}
