package dev.msvc.analyzers.data;

import dev.msvc.model.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What methods of mappers and services do by their names, and which their frameworks give them. */
final class MapperVerbs {
  private static final Map<String, Operation> BY_PREFIX = byPrefix();
  private static final Set<String> NOTHING =
      Set.of(
          "getBaseMapper",
          "getEntityClass",
          "getMapperClass",
          "getMapper",
          "getClass",
          "getSqlSessionFactory",
          "getEntityManager",
          "getSession",
          "isPersistent",
          "flush");

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

  private MapperVerbs() {}

  private static Map<String, Operation> byPrefix() {
    Map<String, Operation> all = new LinkedHashMap<>();
    for (String each : List.of("saveOrUpdate", "insertOrUpdate", "merge", "upsert")) {
      all.put(each, Operation.MERGE);
    }
    for (String each : List.of("save", "insert", "persist")) {
      all.put(each, Operation.INSERT);
    }
    for (String each : List.of("update", "lambdaUpdate", "ktUpdate")) {
      all.put(each, Operation.UPDATE);
    }
    for (String each : List.of("delete", "remove")) {
      all.put(each, Operation.DELETE);
    }
    for (String each :
        List.of(
            "select",
            "get",
            "list",
            "find",
            "page",
            "paginate",
            "count",
            "exist",
            "stream",
            "query",
            "lambdaQuery",
            "ktQuery",
            "search",
            "read",
            "one",
            "map")) {
      all.put(each, Operation.SELECT);
    }
    return all;
  }

  /** Whether frameworks give mappers a method of that name. */
  static boolean isOfMapper(String method) {
    return OF_MAPPERS.contains(method);
  }

  /** Whether frameworks give services a method of that name. */
  static boolean isOfService(String method) {
    return OF_SERVICES.contains(method);
  }

  /** What a method does; null for nothing. */
  static @Nullable Operation operationOf(String method) {
    if (NOTHING.contains(method)) {
      return null;
    }
    for (Map.Entry<String, Operation> each : BY_PREFIX.entrySet()) {
      if (method.startsWith(each.getKey())) {
        return each.getValue();
      }
    }
    return null;
  }
}
