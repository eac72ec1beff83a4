package com.acme.shop.common;

import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The usual operations of services that look after one kind of entity.
 *
 * @param <T> the entity
 */
public abstract class BaseService<T extends BaseEntity> {

  protected abstract JpaRepository<T, Long> repository();

  protected abstract String entityName();

  @Transactional(readOnly = true)
  public T get(Long id) {
    return repository().findById(id).orElseThrow(() -> new NotFoundException(entityName(), id));
  }

  @Transactional(readOnly = true)
  public List<T> list() {
    return repository().findAll(Sort.by("id"));
  }

  @Transactional
  public T store(T entity) {
    return repository().save(entity);
  }
}
