package com.acme.shop.legacy;

import com.acme.shop.dto.ProductDto;
import com.acme.shop.repository.ProductRepository;
import com.acme.shop.util.CsvWriter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The product list for price comparison sites, which still fetch it from the old address. */
public class ProductFeedServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient ProductRepository products;

  public ProductFeedServlet(ProductRepository products) {
    this.products = products;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    CsvWriter csv = new CsvWriter("sku", "name", "price", "currency");
    for (ProductDto product : products.findFeed()) {
      csv.row(product.sku(), product.name(), product.price(), product.currency());
    }
    response.setContentType("text/csv");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(csv.toString());
  }
}
