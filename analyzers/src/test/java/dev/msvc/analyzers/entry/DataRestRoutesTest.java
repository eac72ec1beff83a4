package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DataRestRoutesTest {
  private static final String IMPORTS =
      """
      import org.springframework.data.repository.CrudRepository;
      import org.springframework.data.rest.core.annotation.RepositoryRestResource;
      import org.springframework.data.rest.core.annotation.RestResource;
      """;

  private static List<String> routes(Fixture fixture) {
    return fixture.entryPoints(new DataRestRoutes());
  }

  @Test
  void repositoriesAreCollectionsWithItemsAndSearches() {
    assertThat(
            routes(
                new Fixture()
                    .java(
                        IMPORTS
                            + """
                            public interface Categories extends CrudRepository<Category, Long> {
                              java.util.List<Category> findByName(String name);
                              @RestResource(path = "top") java.util.List<Category> findTop();
                              @RestResource(exported = false) void deleteById(Long id);
                            }
                            """)
                    .java(
                        IMPORTS
                            + """
                            @RepositoryRestResource(exported = false)
                            interface Secrets extends CrudRepository<Secret, Long> {}
                            """)
                    .java("class Category {}\nclass Secret {}")
                    .resource(
                        "",
                        "src/main/resources/application.properties",
                        "spring.data.rest.base-path=/api")))
        .containsExactly(
            "GET /api/categories -> app.Categories.findAll",
            "GET /api/categories/search/findByName -> app.Categories.findByName",
            "GET /api/categories/search/top -> app.Categories.findTop",
            "GET /api/categories/{id} -> app.Categories.findById",
            "PATCH /api/categories/{id} -> app.Categories.save",
            "POST /api/categories -> app.Categories.save",
            "PUT /api/categories/{id} -> app.Categories.save");
  }

  @Test
  void withoutTheLibraryRepositoriesAreNoRoutes() {
    assertThat(
            routes(
                new Fixture()
                    .java(
                        "interface Orders extends"
                            + " org.springframework.data.repository.CrudRepository<Order, Long> {}"
                            + "\nclass Order {}")))
        .isEmpty();
  }

  @Test
  void pluralsFollowTheLanguage() {
    assertThat(List.of("order", "category", "box", "person", "contactPerson", "day"))
        .extracting(DataRestRoutes::plural)
        .containsExactly("orders", "categories", "boxes", "people", "contactPeople", "days");
  }
}
