package dev.msvc.cluster.rehearse;

import dev.msvc.cluster.traffic.Router;
import dev.msvc.cluster.traffic.ShiftStore;
import java.net.InetSocketAddress;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Where a rehearsal takes place: a router, and places for journals, that are thrown away after it.
 *
 * @param words which router it is, for people
 * @param front where its clients ask
 * @param routers that router, as a process knows it that begins
 * @param stores where the journal of an attempt is kept, as a process knows it that begins
 * @param alone does something while no other process may move the shift of an attempt
 * @param rest all else that is in the route, as text; empty where there is nothing else
 */
public record Scene(
    String words,
    InetSocketAddress front,
    Supplier<Router> routers,
    IntFunction<ShiftStore> stores,
    IntFunction<Consumer<Runnable>> alone,
    Supplier<String> rest) {}
