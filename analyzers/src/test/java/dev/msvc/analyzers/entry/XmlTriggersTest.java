package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
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

  @Test
  void adaptersOfChannelsCallBeans() {
    assertThat(
            new Fixture()
                .java(
                    "public class Files { public void process(Object o) {} public Object next() {"
                        + " return null; } public Object other() { return null; } }")
                .resource(
                    "",
                    "context.xml",
                    """
                    <beans xmlns:int="int" xmlns:ftp="ftp">
                      <bean id="files" class="app.Files"/>
                      <ftp:inbound-channel-adapter channel="in" remote-directory="/in">
                        <int:poller fixed-rate="10"/>
                      </ftp:inbound-channel-adapter>
                      <int:outbound-channel-adapter channel="in" ref="files" method="process"/>
                      <ftp:outbound-channel-adapter channel="done" remote-directory="/out"/>
                      <int:inbound-channel-adapter channel="out" ref="files" method="next">
                        <int:poller fixed-delay="500"/>
                      </int:inbound-channel-adapter>
                      <int:inbound-channel-adapter channel="out" ref="files" method="other"/>
                    </beans>
                    """)
                .entryPoints(new XmlTriggers()))
        .containsExactly(
            "listener app.Files.process -> app.Files.process on in",
            "schedule app.Files.next -> app.Files.next on fixed-delay 500",
            "schedule app.Files.other -> app.Files.other on out");
  }

  @Test
  void annotatedClassesAreBeansOfTheirNames() {
    assertThat(
            new Fixture()
                .java(
                    "@org.springframework.stereotype.Component(\"cleanupJob\") public class Cleanup {"
                        + " public void clean() {} }")
                .java(
                    "@org.springframework.stereotype.Service public class ReminderJob { public void"
                        + " remind() {} }")
                .java(
                    "@jakarta.inject.Named(\"mails\") public class MailJob { public void send() {} }")
                .java(
                    "@org.springframework.stereotype.Repository class Stale { void drop() {} }"
                        + " @Nightly(\"report\") class Reports { void print() {} }"
                        + " @org.springframework.stereotype.Component @interface Nightly { String"
                        + " value(); }")
                .java(
                    "@org.springframework.context.annotation.Configuration class Jobs {"
                        + " @org.springframework.context.annotation.Bean Index index() { return new"
                        + " Index(); } }"
                        + " class Index { void build() {} void onOrder(Object o) {} }")
                .resource("", "context.xml", JOBS)
                .entryPoints(new XmlTriggers()))
        .containsExactly(
            "listener app.Index.onOrder -> app.Index.onOrder on orders",
            "schedule app.Cleanup.clean -> app.Cleanup.clean on fixed-rate 300000",
            "schedule app.Index.build -> app.Index.build on fixed-rate 5",
            "schedule app.MailJob.send -> app.MailJob.send on 0 0 3 * * ?",
            "schedule app.MailJob.send (0 0 4 * * ?) -> app.MailJob.send on 0 0 4 * * ?",
            "schedule app.ReminderJob.remind -> app.ReminderJob.remind",
            "schedule app.Reports.print -> app.Reports.print on fixed-delay 7",
            "schedule app.Stale.drop -> app.Stale.drop on fixed-rate 9");
  }

  @Test
  void whatXmlDefinesComesBeforeAnnotatedClasses() {
    assertThat(
            new Fixture()
                .java(
                    "@org.springframework.stereotype.Component(\"job\") class A { void run() {} }")
                .java("class B { void run() {} }")
                .resource(
                    "",
                    "context.xml",
                    """
                    <beans xmlns:task="t">
                      <bean id="job" class="app.B"/>
                      <task:scheduled-tasks><task:scheduled ref="job" method="run" cron="1"/></task:scheduled-tasks>
                    </beans>
                    """)
                .entryPoints(new XmlTriggers()))
        .containsExactly("schedule app.B.run -> app.B.run on 1");
  }

  @Test
  void whatIsCalledAndNotFoundIsSaid() {
    FactCollector facts =
        new Fixture()
            .java("@org.springframework.stereotype.Component class Jobs { void run() {} }")
            .java("class Own implements javax.jms.MessageListener { void onMessage() {} }")
            .resource(
                "",
                "context.xml",
                """
                <beans xmlns:p="p" xmlns:task="t">
                  <bean class="org.springframework.scheduling.quartz.MethodInvokingJobDetailFactoryBean"
                      p:targetObject-ref="gone" p:targetMethod="run"/>
                  <bean class="org.springframework.scheduling.quartz.MethodInvokingJobDetailFactoryBean"
                      p:targetMethod="run"/>
                  <bean id="base" abstract="true"
                      class="org.springframework.scheduling.quartz.MethodInvokingJobDetailFactoryBean"/>
                  <bean parent="base" p:targetObject-ref="jobs"/>
                  <bean id="far" class="org.springframework.jndi.JndiObjectFactoryBean"/>
                  <bean id="theirs" class="org.springframework.session.Sessions"/>
                  <task:scheduled-tasks>
                    <task:scheduled ref="jobs" method="walk" cron="1"/>
                    <task:scheduled ref="far" method="run" cron="1"/>
                    <task:scheduled ref="theirs" method="run" cron="1"/>
                  </task:scheduled-tasks>
                  <bean class="org.springframework.jms.listener.adapter.MessageListenerAdapter">
                    <constructor-arg><bean class="app.Own"/></constructor-arg>
                  </bean>
                </beans>
                """)
            .facts(new XmlTriggers());

    assertThat(facts.entryPoints()).isEmpty();
    assertThat(facts.unread())
        .extracting(each -> each.line() + " " + each.reason())
        .containsExactlyInAnyOrder(
            "2 calls the method run of the bean gone, which neither XML nor an annotation is seen to"
                + " define",
            "4 calls the method run of no bean and no class",
            "8 calls a method that it does not name",
            "12 calls the method walk, which app.Jobs does not have",
            "13 calls the method run of the bean far, whose class is not known");
  }

  private static final String JOBS =
      """
      <beans xmlns:p="p" xmlns:task="t" xmlns:jms="j">
        <bean id="clean" class="org.springframework.scheduling.quartz.MethodInvokingJobDetailFactoryBean"
            p:targetObject-ref="cleanupJob" p:targetMethod="clean"/>
        <bean class="org.springframework.scheduling.quartz.SimpleTriggerFactoryBean"
            p:jobDetail-ref="clean" p:startDelay="5" p:repeatInterval="300000"/>
        <bean class="org.springframework.scheduling.quartz.MethodInvokingJobDetailFactoryBean"
            p:targetBeanName="reminderJob" p:targetMethod="remind"/>
        <bean id="send" class="org.springframework.scheduling.quartz.MethodInvokingJobDetailFactoryBean"
            p:targetObject-ref="mails" p:targetMethod="send"/>
        <bean class="org.springframework.scheduling.quartz.CronTriggerFactoryBean"
            p:jobDetail-ref="send" p:cronExpression="0 0 3 * * ?"/>
        <bean class="org.springframework.scheduling.quartz.CronTriggerFactoryBean"
            p:jobDetail-ref="send" p:cronExpression="0 0 4 * * ?"/>
        <bean class="org.springframework.scheduling.timer.ScheduledTimerTask" p:period="7">
          <property name="timerTask">
            <bean class="org.springframework.scheduling.timer.MethodInvokingTimerTaskFactoryBean"
                p:targetObject-ref="report" p:targetMethod="print"/>
          </property>
        </bean>
        <task:scheduled-tasks>
          <task:scheduled ref="index" method="build" fixed-rate="5"/>
          <task:scheduled ref="stale" method="drop" fixed-rate="9"/>
        </task:scheduled-tasks>
        <jms:listener-container>
          <jms:listener destination="orders" ref="index" method="onOrder"/>
        </jms:listener-container>
      </beans>
      """;
}
