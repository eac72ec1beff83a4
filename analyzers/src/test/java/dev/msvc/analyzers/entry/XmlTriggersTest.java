package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class XmlTriggersTest {
  @Test
  void beansAreCalledByClocksAndMessages() {
    assertThat(
            new Fixture()
                .java(
                    "public class Jobs { public void clean() {} public void report() {} public void"
                        + " order(Object o) {} public void handleMessage(Object o) {} }")
                .resource("", "jobs.properties", "clean.cron=0 0 * * * *")
                .resource(
                    "",
                    "context.xml",
                    """
                    <beans>
                      <bean id="jobs" class="app.Jobs"/>
                      <task:scheduled-tasks xmlns:task="t">
                        <task:scheduled ref="jobs" method="clean" cron="${clean.cron}"/>
                        <task:scheduled ref="jobs" method="gone" cron="* * * * * *"/>
                      </task:scheduled-tasks>
                      <bean id="job"
                          class="org.springframework.scheduling.quartz.MethodInvokingJobDetailFactoryBean">
                        <property name="targetObject" ref="jobs"/>
                        <property name="targetMethod" value="report"/>
                      </bean>
                      <jms:listener-container xmlns:jms="j">
                        <jms:listener destination="orders" ref="jobs" method="order"/>
                      </jms:listener-container>
                      <bean class="org.springframework.jms.listener.adapter.MessageListenerAdapter">
                        <constructor-arg ref="jobs"/>
                      </bean>
                    </beans>
                    """)
                .entryPoints(new XmlTriggers()))
        .containsExactly(
            "listener app.Jobs.handleMessage -> app.Jobs.handleMessage",
            "listener app.Jobs.order -> app.Jobs.order on orders",
            "schedule app.Jobs.clean -> app.Jobs.clean on 0 0 * * * *",
            "schedule app.Jobs.report -> app.Jobs.report");
  }
}
