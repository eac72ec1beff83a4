// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.adapter.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record CancelOrderRequest(@NotBlank @Size(max = 500) String reason) {}
