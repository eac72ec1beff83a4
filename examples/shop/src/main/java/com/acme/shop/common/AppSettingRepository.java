package com.acme.shop.common;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** Reads and writes settings. */
public interface AppSettingRepository extends JpaRepository<AppSetting, String> {

  List<AppSetting> findByKeyStartingWithOrderByKey(String prefix);

  default int intValue(String key, int fallback) {
    return findById(key).map(AppSetting::asInt).orElse(fallback);
  }
}
