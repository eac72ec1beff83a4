// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.adapter.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

record PayOrderRequest(@NotNull @Valid PaymentMethodBody method) {}
