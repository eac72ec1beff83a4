package com.acme.shop.repository;

import com.acme.shop.domain.Category;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** Finds and stores categories. */
public interface CategoryRepository extends JpaRepository<Category, Long> {

  Optional<Category> findBySlug(String slug);

  List<Category> findByParentIsNullOrderByPosition();

  List<Category> findByParentSlugOrderByPosition(String slug);
}
