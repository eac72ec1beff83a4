package dev.msvc.analyzers.code;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.IntersectionType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnionType;
import com.github.javaparser.ast.type.WildcardType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the parser's types into the compact form. */
final class TypeSyntaxes {
  private TypeSyntaxes() {}

  static TypeSyntax of(Type type) {
    if (type instanceof ArrayType array) {
      return of(array.getElementType()).withDimensions(array.getArrayLevel());
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard
          .getExtendedType()
          .or(wildcard::getSuperType)
          .map(bound -> of(bound))
          .orElseGet(() -> new TypeSyntax("?", List.of(), 0, JavaReader.line(type)));
    }
    if (type instanceof ClassOrInterfaceType named) {
      List<TypeSyntax> arguments = new ArrayList<>();
      named.getTypeArguments().ifPresent(all -> all.forEach(each -> arguments.add(of(each))));
      return new TypeSyntax(
          named.getNameWithScope(), List.copyOf(arguments), 0, JavaReader.line(type));
    }
    if (type instanceof IntersectionType several) {
      return of(several.getElements().get(0));
    }
    if (type instanceof UnionType several) {
      return of(several.getElements().get(0));
    }
    return new TypeSyntax(type.asString(), List.of(), 0, JavaReader.line(type));
  }

  /** Java's {@code var}, or {@code val} as Lombok writes it. */
  private static boolean isVar(String type, boolean hasValue) {
    return type.equals("var") || (type.equals("val") && hasValue);
  }

  /** A variable's type; null for {@code var}. */
  static @Nullable TypeSyntax declared(VariableDeclarator variable) {
    return variable.getType().isVarType()
            || (variable.getType().isClassOrInterfaceType()
                && isVar(variable.getType().asString(), variable.getInitializer().isPresent()))
        ? null
        : of(variable.getType());
  }
}
