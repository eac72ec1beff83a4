package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GraphQlFieldsTest {
  @Test
  void controllersOfSpringFetchFields() {
    assertThat(
            new Fixture()
                .java(
                    """
                    import org.springframework.graphql.data.method.annotation.*;
                    class Orders {
                      @QueryMapping Order order(@Argument String id) { return null; }
                      @MutationMapping("placeOrder") Order place() { return null; }
                      @SchemaMapping String customer(Order order) { return null; }
                      @SchemaMapping(typeName = "Item", field = "price") int cost() { return 0; }
                      @BatchMapping Object items(java.util.List<Order> orders) { return null; }
                      void other() {}
                    }
                    class Order {}
                    """)
                .entryPoints(new GraphQlFields()))
        .containsExactly(
            "graphql app.Orders.cost -> app.Orders.cost on Item.price",
            "graphql app.Orders.customer -> app.Orders.customer on Order.customer",
            "graphql app.Orders.items -> app.Orders.items on Order.items",
            "graphql app.Orders.order -> app.Orders.order on Query.order",
            "graphql app.Orders.place -> app.Orders.place on Mutation.placeOrder");
  }

  @Test
  void otherLibrariesDoToo() {
    assertThat(
            new Fixture()
                .java(
                    """
                    import com.netflix.graphql.dgs.*;
                    class Films {
                      @DgsQuery Object films() { return null; }
                      @DgsData(parentType = "Film", field = "title") String name() { return ""; }
                    }
                    """)
                .java(
                    """
                    import org.eclipse.microprofile.graphql.*;
                    @GraphQLApi class Heroes {
                      @Query public Object getHeroes() { return null; }
                      @Mutation("add") public Object addHero() { return null; }
                    }
                    """)
                .java(
                    """
                    class Root implements graphql.kickstart.tools.GraphQLQueryResolver {
                      public Object getUsers() { return null; }
                      Object hidden() { return null; }
                    }
                    """)
                .java(
                    "class Plain { @jakarta.ws.rs.Path(\"x\") public Object getUsers() { return"
                        + " null; } }")
                .entryPoints(new GraphQlFields()))
        .containsExactly(
            "graphql app.Films.films -> app.Films.films on Query.films",
            "graphql app.Films.name -> app.Films.name on Film.title",
            "graphql app.Heroes.addHero -> app.Heroes.addHero on Mutation.add",
            "graphql app.Heroes.getHeroes -> app.Heroes.getHeroes on Query.heroes",
            "graphql app.Root.getUsers -> app.Root.getUsers on Query.users");
  }
}
