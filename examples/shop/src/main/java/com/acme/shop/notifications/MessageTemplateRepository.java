package com.acme.shop.notifications;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** Finds message templates. */
interface MessageTemplateRepository extends JpaRepository<MessageTemplate, Long> {

  Optional<MessageTemplate> findByCodeAndLanguage(String code, String language);
}
