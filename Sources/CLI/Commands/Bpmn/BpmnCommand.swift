import ArgumentParser

/// Looks at process models without running them.
struct BpmnCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bpmn", abstract: "Check and draw BPMN models.", subcommands: [BpmnCheck.self, BpmnSVG.self])
}
