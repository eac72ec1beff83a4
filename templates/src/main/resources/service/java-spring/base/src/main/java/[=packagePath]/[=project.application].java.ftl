// made by msvc; this file is yours: edit it, and the next run merges
package [=package];

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

[#if project.about?size == 1]
/** [=project.about[0]] */
[#else]
/**
[#list project.about as line]
 * [=line]
[/#list]
 */
[/#if]
@EnableScheduling
@SpringBootApplication
public class [=project.application] {

  public static void main(String[] args) {
    SpringApplication.run([=project.application].class, args);
  }
}
