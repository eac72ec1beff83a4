package dev.msvc.analyzers.code;

import dev.msvc.model.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call or a construction in a body.
 *
 * @param caller the method that holds it
 * @param receiver static type that it is called on, the created type for a construction; unknown
 *     where it could not be resolved
 * @param name of the called method; {@code <init>} for a construction
 * @param arguments as written
 * @param argumentTypes unknown where they could not be resolved
 * @param target declared method, of the project or a library; null where it could not be resolved
 * @param result type of the call's value
 * @param expression the call itself: {@link Expr.Call}, {@link Expr.New}, {@link Expr.MethodRef}
 * @param repeated whether it is in a loop, or in what a stream or collection runs for each element
 * @param within the innermost callback that holds it; null where the method itself does
 */
public record Call(
    JavaMethod caller,
    TypeRef receiver,
    String name,
    List<Expr> arguments,
    List<TypeRef> argumentTypes,
    @Nullable JavaMethod target,
    TypeRef result,
    Expr expression,
    int line,
    boolean repeated,
    @Nullable Callback within) {
  public Place place() {
    return new Place(caller.owner().file(), line);
  }
}
