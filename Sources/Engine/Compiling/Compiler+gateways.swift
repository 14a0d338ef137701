import Basics
import Bpmn

extension Compiler {
    mutating func kind(of gateway: Gateway, _ node: FlowNode, _ draft: NodeDraft) -> NodeKind {
        switch gateway {
        case .exclusive: return .exclusiveGateway(byPerson: isByPerson(node, draft))
        case .inclusive: return .inclusiveGateway(byPerson: isByPerson(node, draft))
        case .parallel:
            if node.outgoing.contains(where: { isConditional($0, in: draft.scope) }) {
                warn(
                    "condition-ignored", "a parallel gateway takes all flows, whatever their condition (BPMN 10.6.4)",
                    node.line, node.id.text)
            }
            return .parallelGateway
        case .eventBased(let rule):
            if rule.isParallel && !rule.instantiates {
                refuse(
                    "event-gateway", "only one that starts a process can be parallel (BPMN 10.6.6)", node.line,
                    node.id.text)
            }
            return .eventGateway(isParallel: rule.isParallel)
        case .complex(_, let activation):
            return .complexGateway(activation: activation.flatMap { formula($0, of: node.id.text) })
        }
    }

    /// Where nothing in the model decides, or the model says so, a person does.
    private func isByPerson(_ node: FlowNode, _ draft: NodeDraft) -> Bool {
        guard node.outgoing.count > 1 else { return false }
        if node.settings.decider == .person { return true }
        return draft.defaultFlow == nil && !node.outgoing.contains { isConditional($0, in: draft.scope) }
    }
}
