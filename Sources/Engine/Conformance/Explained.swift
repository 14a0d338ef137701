/// A case of the execution suite that asks what the standard does not say, with what it leaves here and the section.
struct Explained {
    let name: String
    let leaves: [String]
    let why: String

    /// All of them; docs/conformance.md tells more.
    static let all = [
        Explained(
            name: "activities/AdHocSubProcess_Parallel.bpmn, case 1", leaves: ["task1", "task2", "task1"],
            why: "BPMN 2.0.2, 10.3.5: no script of the model says task3"),
        Explained(
            name: "activities/SubProcess.bpmn, case 1", leaves: ["task2", "task1"],
            why: "BPMN 2.0.2, 13.3.4: task2 runs inside the sub-process, task1 behind it"),
        Explained(
            name: "activities/MultiInstance_ComplexBehavior.bpmn, case 1",
            leaves: ["task1", "task3", "task1", "task3", "task1", "task3", "task2"],
            why: "BPMN 2.0.2, table 10.29: three rounds complete, and the condition is true each time"),
        Explained(
            name: "events/Conditional_StartEvent_EventSubProcess_NonInterrupting.bpmn, case 1 (input a)",
            leaves: ["refused at import"], why: "BPMN 2.0.2, 10.5.5: the condition is no expression in any language"),
    ]
}

extension ConformanceReport.Failure {
    /// Why the standard says otherwise, where it does and this is what it says.
    public var explanation: String? {
        Explained.all.first { $0.name == name && $0.leaves.sorted() == actual.sorted() }?.why
    }
}

extension ConformanceReport {
    /// What differs and should not.
    public var unexplained: [Failure] { failed.filter { $0.explanation == nil } }
}
