package dev.msvc.bench.truth;

import dev.msvc.bench.truth.Mapping.Mapped;
import org.objectweb.asm.tree.ClassNode;

/** Types that MyBatis-Plus and Spring Data for relational databases put into tables. */
final class TypeMapping {
  private static final String PLUS = "com.baomidou.mybatisplus.annotation.TableName";
  private static final String RELATIONAL = "org.springframework.data.relational.core.mapping.Table";

  private final Classes classes;

  TypeMapping(Classes classes) {
    this.classes = classes;
  }

  void addTo(Mapping mapping) {
    for (ClassNode node : classes.all()) {
      Note note = Note.named(classes.notes(node), PLUS, RELATIONAL);
      if (note != null) {
        String name = note.text("value").isEmpty() ? note.text("name") : note.text("value");
        add(mapping, node.name, name.isEmpty() ? Names.snake(Names.simple(node.name)) : name);
      }
      if (node.interfaces.contains("com/baomidou/mybatisplus/core/mapper/BaseMapper")) {
        for (String type : Classes.named(node.signature)) {
          ClassNode entity = classes.get(type);
          if (entity != null && Note.named(classes.notes(entity), PLUS) == null) {
            add(mapping, type, Names.snake(Names.simple(type)));
          }
        }
      }
    }
  }

  private static void add(Mapping mapping, String type, String table) {
    Mapped mapped = new Mapped(type, Names.simple(type));
    mapped.tables.add(table);
    mapping.add(mapped);
  }
}
