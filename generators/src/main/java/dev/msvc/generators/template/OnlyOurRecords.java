package dev.msvc.generators.template;

import freemarker.ext.beans.ClassMemberAccessPolicy;
import freemarker.ext.beans.MemberAccessPolicy;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/** What a template may ask of data: components and questions without arguments of our records. */
final class OnlyOurRecords implements MemberAccessPolicy {
  private static final String OURS = "dev.msvc.";

  @Override
  public ClassMemberAccessPolicy forClass(Class<?> type) {
    return new ClassMemberAccessPolicy() {
      @Override
      public boolean isMethodExposed(Method method) {
        Class<?> home = method.getDeclaringClass();
        return home.getName().startsWith(OURS)
            && (home.isRecord() || home.isEnum() || home.isInterface())
            && method.getParameterCount() == 0
            && !Modifier.isStatic(method.getModifiers());
      }

      @Override
      public boolean isConstructorExposed(Constructor<?> constructor) {
        return false;
      }

      @Override
      public boolean isFieldExposed(Field field) {
        return false;
      }
    };
  }

  @Override
  public boolean isToStringAlwaysExposed() {
    return true;
  }
}
