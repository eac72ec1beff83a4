// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.adapter.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record ReturnsOrderRequest(
    @Nullable @Size(min = 1, max = 255) String sku,
    @NotNull Integer quantity,
    @Nullable @Size(min = 1, max = 255) String reason) {}
