package com.acme.shop.notifications;

import com.acme.shop.common.BaseEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;

/** The text of a message in a language. */
@Entity
public class MessageTemplate extends BaseEntity {

  @Column(nullable = false, length = 40)
  private String code;

  @Column(nullable = false, length = 2)
  private String language;

  @Column(nullable = false, length = 120)
  private String subject;

  @Column(nullable = false, length = 2000)
  private String body;

  protected MessageTemplate() {}

  public MessageTemplate(String code, String language, String subject, String body) {
    this.code = code;
    this.language = language;
    this.subject = subject;
    this.body = body;
  }

  public String render(String name, String detail) {
    return body.replace("{name}", name).replace("{detail}", detail);
  }

  public String getCode() {
    return code;
  }

  public String getLanguage() {
    return language;
  }

  public String getSubject() {
    return subject;
  }
}
