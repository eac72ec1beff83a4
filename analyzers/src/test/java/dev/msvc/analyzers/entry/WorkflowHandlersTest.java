package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkflowHandlersTest {
  @Test
  void delegatesAndListenersOfWorkflowsAreEntered() {
    assertThat(
            new Fixture()
                .java(
                    "class Approve implements org.flowable.engine.delegate.JavaDelegate {"
                        + " public void execute(org.flowable.engine.delegate.DelegateExecution e) {} }")
                .java(
                    "class Done implements org.camunda.bpm.engine.delegate.TaskListener {"
                        + " public void notify(org.camunda.bpm.engine.delegate.DelegateTask t) {} }")
                .java(
                    "import org.flowable.engine.delegate.event.*; class Events extends"
                        + " AbstractFlowableEngineEventListener { protected void"
                        + " taskCreated(FlowableEntityEvent e) {} void help(String s) {} }")
                .entryPoints(new WorkflowHandlers()))
        .containsExactly(
            "listener app.Approve.execute -> app.Approve.execute",
            "listener app.Done.notify -> app.Done.notify",
            "listener app.Events.taskCreated -> app.Events.taskCreated");
  }

  @Test
  void theSourcesOfAnEngineAreNotEnteredByIt() {
    assertThat(
            new Fixture()
                .java(
                    "package org.flowable.engine.delegate;"
                        + " public interface JavaDelegate { void execute(String execution); }")
                .java(
                    "class Own implements org.flowable.engine.delegate.JavaDelegate {"
                        + " public void execute(String execution) {} }")
                .entryPoints(new WorkflowHandlers()))
        .isEmpty();
  }
}
