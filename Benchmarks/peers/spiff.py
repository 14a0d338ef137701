#!/usr/bin/env python3
"""SpiffWorkflow on the models of this folder: nanoseconds for each instance or decision, a line for each measure."""
import pathlib
import sys
import time

from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.spiff.parser.process import SpiffBpmnParser
from SpiffWorkflow.dmn.engine.DMNEngine import DMNEngine
from SpiffWorkflow.task import TaskState

models = pathlib.Path(__file__).resolve().parent.parent / "models"


def workflow_of(name, *others):
    parser = SpiffBpmnParser()
    parser.add_bpmn_file(str(models / f"{name}.bpmn"))
    for other in others:
        parser.add_bpmn_file(str(models / f"{other}.bpmn"))
    parser.add_dmn_file(str(models / "table.dmn"))
    return parser.get_spec(name), parser.get_subprocess_specs(name)


def run(spec, subs, data):
    workflow = BpmnWorkflow(spec, subs)
    workflow.task_tree.data.update(data)
    for task in workflow.get_tasks(state=TaskState.READY):
        task.data.update(data)
    workflow.do_engine_steps()
    while True:
        tasks = workflow.get_tasks(state=TaskState.READY, manual=True)
        if not tasks:
            break
        for task in tasks:
            task.run()
        workflow.do_engine_steps()
    assert workflow.is_completed(), "did not end"
    return workflow


def measure(name, count, work):
    work()
    start = time.perf_counter_ns()
    for _ in range(count):
        work()
    print(f"{name}\t{(time.perf_counter_ns() - start) // count}", flush=True)


FACTS = {"amount": 320, "kind": "owner", "days": 40}


def processes(wide):
    for name, count, data in (("row", 30, {}), ("loop", 3, {"n": 0}), ("split", 30, {}), ("call", 30, FACTS)):
        spec, subs = workflow_of(name, *(["inner"] if name == "call" else []))
        measure(name, count, lambda: run(spec, subs, data))
    for rounds, count in ((100, 2), (300, 1), *(((1000, 1),) if wide else ())):
        spec, subs = workflow_of(f"rounds{rounds}")
        measure(f"rounds{rounds}", count, lambda: run(spec, subs, {}))


def decisions():
    spec, subs = workflow_of("inner")
    engine = spec.task_specs["decide"].dmnEngine
    workflow = BpmnWorkflow(spec, subs)
    task = workflow.get_tasks(state=TaskState.READY)[0]
    task.data.update(FACTS)
    assert engine.decide(task), "no rule"
    measure("table", 200, lambda: engine.result(task))


if __name__ == "__main__":
    processes("wide" in sys.argv)
    decisions()
