import Basics

extension ModelReader {
    /// References between elements that are only known when all is read.
    mutating func checkReferences() {
        for process in definitions.processes.all + definitions.choreographies.all {
            for scope in process.scope.allScopes { checkFlows(scope) }
        }
        for collaboration in definitions.collaborations { check(collaboration) }
        for diagram in definitions.diagrams { check(diagram) }
    }

    private mutating func dangle(
        _ severity: Diagnostic.Severity, _ id: ElementID, as word: String, of element: String, line: Int
    ) {
        let message: Phrase =
            lines[id.text] == nil
            ? "its \(word) is \(id), which is not in the file; correct the reference or add what it names"
            : "its \(word) is \(id), which is not in this process; correct the reference or add what it names"
        diagnostics.append(Diagnostic(severity, "dangling-reference", message, line: line, element: element))
    }

    private mutating func checkFlows(_ scope: Scope) {
        for flow in scope.flows {
            let title = "sequenceFlow (\(flow.id))"
            // Ends that lie in another scope are a rule of their own (`flow-across-scopes`).
            for (word, end) in [("sourceRef", flow.source), ("targetRef", flow.target)] where lines[end.text] == nil {
                dangle(.error, end, as: word, of: title, line: flow.line)
            }
        }
        for node in scope.nodes {
            if let flow = node.defaultFlow, !node.outgoing.contains(flow) {
                dangle(.error, ElementID(flow), as: "default", of: node.title, line: node.line)
            }
            if let host = node.host, lines[host.text] == nil {
                dangle(.error, host, as: "attachedToRef", of: node.title, line: node.line)
            }
        }
        for lane in scope.allLanes {
            for node in lane.nodes where lines[node.text] == nil {
                dangle(.warning, node, as: "flowNodeRef", of: "lane (\(lane.id))", line: lane.line)
            }
        }
        check(scope.artifacts)
    }

    private mutating func check(_ artifacts: Artifacts) {
        for association in artifacts.associations {
            for (word, end) in [("sourceRef", association.source), ("targetRef", association.target)]
            where lines[end.text] == nil {
                dangle(.warning, end, as: word, of: "association (\(association.id))", line: association.line)
            }
        }
    }

    private mutating func check(_ collaboration: Collaboration) {
        for participant in collaboration.participants {
            if let process = participant.process, lines[process.text] == nil {
                dangle(
                    .warning, process, as: "processRef", of: "participant (\(participant.id))", line: participant.line)
            }
        }
        for flow in collaboration.messageFlows {
            for (word, end) in [("sourceRef", flow.source), ("targetRef", flow.target)] where lines[end.text] == nil {
                dangle(.warning, end, as: word, of: "messageFlow (\(flow.id))", line: flow.line)
            }
        }
        check(collaboration.artifacts)
    }

    private mutating func check(_ diagram: Diagram) {
        for shape in diagram.shapes where lines[shape.element.text] == nil {
            dangle(.warning, shape.element, as: "bpmnElement", of: "BPMNShape (\(shape.id ?? "?"))", line: shape.line)
        }
        for edge in diagram.edges where lines[edge.element.text] == nil {
            dangle(.warning, edge.element, as: "bpmnElement", of: "BPMNEdge (\(edge.id ?? "?"))", line: edge.line)
        }
    }
}

extension FlowNode {
    /// As a diagnostic names it: `"Bellen" (Task_1)`.
    public var title: String { name.map { "\"\($0.oneLine)\" (\(id))" } ?? id.text }
}
