public import Basics
import Bpmn
import Dmn
import Xml

extension Ontwerp.Soort {
    /// Why a file can never become this, whatever is mended in it on the way; nothing where there is something to look at.
    public func impossible(_ text: String) -> Diagnostic? {
        if text.isWebPage {
            return Diagnostic(.error, "is-html", "this is a web page, no file of a drawing program", line: 1)
        }
        return switch self {
        case .proces: impossibleProcess(text)
        case .beslissing: impossibleDecision(text)
        }
    }

    private func impossibleProcess(_ text: String) -> Diagnostic? {
        do throws(XmlFault) {
            let found = try BpmnReading(text).definitions
            if found.source.isDecisionModel {
                return Diagnostic(.error, "is-dmn", "this is a decision model, no process", line: found.source.line)
            }
            guard found.processes.isEmpty && found.collaborations.isEmpty && found.choreographies.isEmpty else {
                return nil
            }
            return Diagnostic(.error, "no-process", "there is no process in this file", line: found.source.line)
        } catch {
            return error.diagnostic
        }
    }

    private func impossibleDecision(_ text: String) -> Diagnostic? {
        var flaws: [Diagnostic] = []
        guard let file = DmnFile(Array(text.utf8), diagnostics: &flaws) else {
            return flaws.first { $0.severity == .error } ?? flaws.first
        }
        if let reading = try? BpmnReading(text), !reading.definitions.processes.isEmpty {
            return Diagnostic(.error, "is-bpmn", "this is a process, no decision model", line: 1)
        }
        let model = file.model
        let isEmpty = model.decisions.isEmpty && model.knowledge.isEmpty && model.types.isEmpty && model.inputs.isEmpty
        return isEmpty ? Diagnostic(.error, "no-decision", "there is no decision in this file", line: 1) : nil
    }
}

extension String {
    /// Whether it begins as a web page does, as what a browser saves in place of a file.
    fileprivate var isWebPage: Bool {
        let opening = drop { $0.isWhitespace || $0 == "\u{FEFF}" }.prefix(14).lowercased()
        return opening.hasPrefix("<!doctype html") || opening.hasPrefix("<html")
    }
}

extension XmlElement {
    /// Whether it is a file of DMN, which calls its first element as BPMN does.
    fileprivate var isDecisionModel: Bool { name.namespace?.uppercased().contains("/DMN/") ?? false }
}
