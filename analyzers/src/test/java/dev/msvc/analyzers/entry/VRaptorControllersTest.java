package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VRaptorControllersTest {
  @Test
  void methodsAreRoutesByTheirNamesWhereNothingSaysAPath() {
    assertThat(
            new Fixture()
                .java(
                    """
                    import br.com.caelum.vraptor.*;
                    @Controller
                    public class ForumController {
                      public void show(int id) {}
                      @Post public void add(Forum forum) {}
                      @Get({"/forums", "/boards"}) public void list() {}
                      void hidden() {}
                      public static void register() {}
                    }
                    """)
                .java("public class OtherController { public void show() {} }")
                .entryPoints(new VRaptorControllers()))
        .containsExactly(
            "ANY /forum/show -> app.ForumController.show",
            "GET /boards -> app.ForumController.list",
            "GET /forums -> app.ForumController.list",
            "POST /forum/add -> app.ForumController.add");
  }

  @Test
  void resourcesOfVersionThreeAreControllersAndTheirPathIsInFront() {
    assertThat(
            new Fixture()
                .java("interface Domain { String TOPICS = \"/topics\"; }")
                .java(
                    """
                    import br.com.caelum.vraptor.Path;
                    import br.com.caelum.vraptor.Put;
                    import br.com.caelum.vraptor.Resource;
                    @Resource
                    @Path(Domain.TOPICS)
                    public class TopicController {
                      public void reply(int id) {}
                      @Put @Path("/{id}/move") public void move(int id) {}
                    }
                    """)
                .entryPoints(new VRaptorControllers()))
        .containsExactly(
            "ANY /topics/reply -> app.TopicController.reply",
            "PUT /topics/{id}/move -> app.TopicController.move");
  }

  @Test
  void aResourceOfSomebodyElseIsNone() {
    assertThat(
            new Fixture()
                .java(
                    """
                    import javax.annotation.Resource;
                    @Resource public class Pool { public void open() {} }
                    """)
                .entryPoints(new VRaptorControllers()))
        .isEmpty();
  }
}
