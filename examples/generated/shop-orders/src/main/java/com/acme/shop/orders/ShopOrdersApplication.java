// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Drafted from the context 'order'. */
@EnableScheduling
@SpringBootApplication
public class ShopOrdersApplication {

  public static void main(String[] args) {
    SpringApplication.run(ShopOrdersApplication.class, args);
  }
}
