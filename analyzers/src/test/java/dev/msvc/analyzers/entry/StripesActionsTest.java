package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StripesActionsTest {
  @Test
  void aBeansNameOrItsBindingGivesThePathOfItsEvents() {
    assertThat(
            new Fixture()
                .java(
                    """
                    package org.pets.web.actions;
                    import net.sourceforge.stripes.action.*;
                    abstract class Base implements ActionBean {}
                    """)
                .java(
                    """
                    package org.pets.web.actions;
                    import net.sourceforge.stripes.action.*;
                    public class CatalogActionBean extends Base {
                      @DefaultHandler public ForwardResolution main() { return null; }
                      public Resolution item() { return null; }
                      public String getName() { return ""; }
                      Resolution hidden() { return null; }
                    }
                    """)
                .java(
                    """
                    package org.pets.web.actions;
                    import net.sourceforge.stripes.action.*;
                    @UrlBinding("/cart/{$event}")
                    public class Cart implements ActionBean {
                      @HandlesEvent("add") public void put() {}
                    }
                    """)
                .entryPoints(new StripesActions()))
        .containsExactly(
            "ANY /actions/Catalog.action -> org.pets.web.actions.CatalogActionBean.main",
            "ANY /actions/Catalog.action (CatalogActionBean.item)"
                + " -> org.pets.web.actions.CatalogActionBean.item",
            "ANY /cart/{$event} -> org.pets.web.actions.Cart.put");
  }
}
