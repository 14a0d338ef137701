import Basics
import Bpmn
import Xml

extension Compiler {
    /// What holds for every kind of activity and event.
    mutating func fill(_ draft: inout NodeDraft, from node: FlowNode) {
        draft.inputs = mappings(node.settings.inputs, of: node)
        draft.outputs = mappings(node.settings.outputs, of: node)
        draft.undo = undo(of: node, in: draft.scope)
        draft.publishing = publishing(of: node)
        guard let activity = node.activity else { return }
        draft.name = draft.name ?? globalTask(of: node)?.name
        draft.inputs += associated(activity.data.inputAssociations, of: node, in: draft.scope)
        draft.outputs += associated(activity.data.outputAssociations, of: node, in: draft.scope)
        draft.startQuantity = quantity(activity.startQuantity, "startQuantity", of: node)
        draft.completionQuantity = quantity(activity.completionQuantity, "completionQuantity", of: node)
        draft.loop = activity.loop.flatMap { loop($0, of: node, in: draft.scope) }
    }

    private mutating func quantity(_ number: Int, _ attribute: String, of node: FlowNode) -> Int {
        if number < 1 { refuse("quantity", "\(attribute) must be 1 or more (BPMN 10.3)", node.line, node.id.text) }
        return max(1, min(number, 1_000))
    }

    /// What undoes an activity: the handler that its compensation event points to, or its own event sub-process for that.
    private func undo(of node: FlowNode, in scope: Int) -> Int? {
        let here = self.scope(scope)
        for boundary in node.boundary.compactMap({ here.nodes[$0] }) where boundary.catchesCompensation {
            for association in here.artifacts.associations {
                if association.source == boundary.id, let handler = place(association.target) { return handler }
                if association.target == boundary.id, let handler = place(association.source) { return handler }
            }
        }
        let inside = node.innerScope?.nodes.first { inner in
            guard case .subProcess(let sub) = inner.activity?.kind, sub.kind == .event else { return false }
            return sub.scope.nodes.contains { $0.start?.triggers.list.contains(.compensation) ?? false }
        }
        return inside.flatMap { place($0.id) }
    }

    mutating func kind(of activity: Activity, _ node: FlowNode, _ draft: NodeDraft) -> NodeKind {
        switch activity.kind {
        case .task(let kind): return task(kind, node, draft)
        case .call(let call):
            if let task = globalTask(of: node) { return self.task(task.kind, task, draft) }
            return .callActivity(Shared(callRule(call, node, draft)))
        case .subProcess(let inside):
            let scope = place(of: node.id) ?? 0
            switch inside.kind {
            case .embedded: return .subProcess(scope: scope, .embedded)
            case .event: return .subProcess(scope: scope, .event)
            case .transaction: return .subProcess(scope: scope, .transaction)
            case .adHoc(let rule): return .subProcess(scope: scope, .adHoc(adHoc(rule, node)))
            }
        }
    }

    /// The task of this file that a call stands for, and which is done in its place (BPMN 10.3.6, 10.3.7).
    private func globalTask(of node: FlowNode) -> GlobalTask? {
        guard case .call(let call) = node.activity?.kind, let name = node.settings.calledProcess ?? call.called?.text
        else { return nil }
        return definitions.globalTasks[ElementID(localName(name))]
    }

    private mutating func adHoc(_ rule: AdHoc, _ node: FlowNode) -> AdHocRule {
        let activities = node.extensions.elements.first { $0.name.local == "adHoc" }?["activeElementsCollection"]
        return AdHocRule(
            isSequential: rule.isSequential,
            completion: rule.completionCondition.flatMap { formula($0, of: node.id.text) },
            cancelsRemaining: rule.cancelsRemaining, activities: activities.flatMap { computed($0, of: node) })
    }

    private mutating func callRule(_ call: CallActivity, _ node: FlowNode, _ draft: NodeDraft) -> CallRule {
        let name = node.settings.calledProcess ?? call.called?.text
        if name == nil {
            refuse("call-without-process", "the call names no process: set calledElement", node.line, node.id.text)
        }
        let binding = node.settings.binding
        return CallRule(
            process: setting(name.map(localName) ?? "", of: node) ?? Formula(constant: .string("")),
            version: binding?.kind == "version" ? binding?.value.flatMap { Int($0) } : nil,
            passesAllIn: node.settings.passesAllIn ?? true,
            passesAllOut: node.settings.passesAllOut ?? draft.outputs.isEmpty)
    }

    /// Without the prefix of a qualified name.
    private func localName(_ name: String) -> String {
        if Formula.expression(in: name) != nil { return name }
        return name.split(separator: ":").last.map(String.init) ?? name
    }
}

extension FlowNode {
    fileprivate var catchesCompensation: Bool {
        if case .boundary(let event) = kind { event.triggers.list.contains(.compensation) } else { false }
    }
}
