package dev.msvc.analyzers.data;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import java.util.Set;

/**
 * Methods that a mapper or repository has from its framework and declares anew, as for an
 * annotation or a narrower result: without a statement of their own they do what is inherited.
 */
final class DeclaredAgain {
  private static final String MYBATIS = "org.apache.ibatis.annotations.";
  private static final Set<String> OF_MAPPERS =
      Set.of(
          "insert",
          "insertSelective",
          "insertBatch",
          "insertBatchSomeColumn",
          "insertList",
          "insertUseGeneratedKeys",
          "insertOrUpdate",
          "insertOrUpdateSelective",
          "insertWithPk",
          "insertSelectiveWithPk",
          "delete",
          "deleteById",
          "deleteByIds",
          "deleteBatchIds",
          "deleteBatchByIds",
          "deleteByIdWithFill",
          "deleteByMap",
          "deleteByCondition",
          "deleteByQuery",
          "deleteByExample",
          "deleteByPrimaryKey",
          "update",
          "updateById",
          "updateByMap",
          "updateByCondition",
          "updateByQuery",
          "updateByExample",
          "updateByExampleSelective",
          "updateByPrimaryKey",
          "updateByPrimaryKeySelective",
          "alwaysUpdateSomeColumnById",
          "select",
          "selectAll",
          "selectById",
          "selectByIds",
          "selectBatchIds",
          "selectByMap",
          "selectByExample",
          "selectByPrimaryKey",
          "selectOne",
          "selectOneById",
          "selectOneByExample",
          "selectOneByCondition",
          "selectOneByQuery",
          "selectCount",
          "selectCountByExample",
          "selectCountByCondition",
          "selectCountByQuery",
          "selectList",
          "selectListByIds",
          "selectListByMap",
          "selectListByCondition",
          "selectListByQuery",
          "selectMaps",
          "selectObjs",
          "selectPage",
          "selectMapsPage",
          "paginate",
          "exists",
          "existsWithPrimaryKey");
  private static final Set<String> OF_SERVICES =
      Set.of(
          "save",
          "saveBatch",
          "saveOrUpdate",
          "saveOrUpdateBatch",
          "remove",
          "removeById",
          "removeByIds",
          "removeByMap",
          "removeBatchByIds",
          "update",
          "updateById",
          "updateBatchById",
          "getById",
          "getOne",
          "getOneOpt",
          "getMap",
          "getObj",
          "list",
          "listByIds",
          "listByMap",
          "listMaps",
          "listObjs",
          "page",
          "pageMaps",
          "count",
          "exists");
  private static final Set<String> OF_REPOSITORIES =
      Set.of(
          "save",
          "saveAll",
          "saveAndFlush",
          "saveAllAndFlush",
          "findById",
          "findOne",
          "findAll",
          "findAllById",
          "getOne",
          "getById",
          "getReferenceById",
          "existsById",
          "count",
          "delete",
          "deleteById",
          "deleteAll",
          "deleteAllById",
          "deleteInBatch",
          "deleteAllInBatch",
          "deleteAllByIdInBatch");

  /** What gives a method of a repository a query of its own, or more to load. */
  private static final Set<String> QUERIES =
      Set.of("Query", "NativeQuery", "Aggregation", "Update", "Procedure", "EntityGraph");

  private static final Set<String> MANY = Set.of("Iterable", "Collection", "List", "Set");

  private final CodeBase code;
  private final MapperBases bases;
  private final Set<String> statements;

  /**
   * @param statements full ids of those that files hold
   */
  DeclaredAgain(CodeBase code, MapperBases bases, Set<String> statements) {
    this.code = code;
    this.bases = bases;
    this.statements = statements;
  }

  /** Whether a call that runs such a method of a mapper or service runs what it inherits. */
  boolean runsInherited(Call call, JavaMethod target) {
    return isInherited(target)
        && !statements.contains(call.receiver().name() + "." + target.name());
  }

  /** Whether a method of a mapper or service has nothing of its own to run. */
  boolean isInherited(JavaMethod method) {
    MapperBases.Base base = bases.of(method.owner());
    return base != null
        && base.isMyBatis()
        && (base.serves() ? OF_SERVICES : OF_MAPPERS).contains(method.name())
        && !method.isStatic()
        && method.annotations().stream().noneMatch(DeclaredAgain::isStatement)
        && !statements.contains(method.owner().name() + "." + method.name())
        && code.implementations(method).isEmpty();
  }

  private static boolean isStatement(Annotation annotation) {
    return annotation.name().startsWith(MYBATIS)
        && annotation
            .name()
            .matches(".*\\.(?:Select|Insert|Update|Delete)(?:Provider)?(?:\\.List)?");
  }

  /** Whether a method of a Spring Data repository is the base class's, which takes the key. */
  static boolean isOfRepository(JavaMethod method) {
    return OF_REPOSITORIES.contains(method.name())
        && !method.hasBody()
        && takesKeys(method)
        && method.annotations().stream()
            .noneMatch(
                each ->
                    each.name().startsWith("org.springframework.data.")
                        && QUERIES.contains(each.simpleName()));
  }

  /** Else a method by key is a query that is told by its name. */
  private static boolean takesKeys(JavaMethod method) {
    if (!method.name().endsWith("ById")) {
      return true;
    }
    boolean one = method.parameters().size() == 1;
    return one
        && (!method.name().equals("findAllById")
            || MANY.contains(method.parameters().get(0).type().simpleName()));
  }
}
