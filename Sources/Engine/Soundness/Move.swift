import Basics

/// Something that may happen next while a process is explored.
struct Move {
    let command: Command
    /// The flows that are chosen with it, by which a path names it beside the nodes that follow.
    var way: [String] = []
    /// The event that comes with it, where that stops nothing and comes again and again.
    var again: Again? = nil

    /// An event beside what goes on, which can come while what it set off before is not done.
    enum Again {
        /// A cycle: two at once are how it was drawn.
        case cycle
        /// A signal or an escalation: nobody says that it comes so soon.
        case call
    }
}

/// What may happen next to one element.
struct Turn {
    let element: ElementInstance
    let moves: [Move]
}

extension ProcessInstance {
    /// All that may happen next.
    func turns(in definition: ProcessDefinition) -> [Turn] {
        elements.compactMap { element in
            let moves = moves(element, definition)
            return moves.isEmpty ? nil : Turn(element: element, moves: moves)
        }
    }

    private func moves(_ element: ElementInstance, _ definition: ProcessDefinition) -> [Move] {
        guard let node = definition.graph.node(element.node) else { return waitMoves(element, definition) }
        return (element.offer?.effects ?? []).flatMap { workMoves($0, element) }
            + errorMoves(element, node, definition) + waitMoves(element, definition)
    }

    private func workMoves(_ offer: Effect, _ element: ElementInstance) -> [Move] {
        switch offer {
        case .callService: return [Move(command: .completeService(element.id, variables: [:]))]
        case .offerChoice(let choice):
            return choices(choice).map { flows in
                Move(command: .choose(element.id, flows: flows), way: flows)
            }
        case .offerActivities(let activities):
            let begin = activities.activities.map { activity in
                Move(command: .begin(element.id, activity: activity.node.id))
            }
            let finish = Move(command: .finish(element.id))
            return element.children == 0 ? begin + [finish] : []
        case .offerTask, .withdrawTask, .withdrawService, .setTimer, .cancelTimer, .subscribe, .unsubscribe,
            .sendMessage, .broadcastSignal, .withdrawChoice, .withdrawActivities, .raiseIncident, .clearIncident,
            .ended:
            return []
        }
    }

    /// Each single way; at an inclusive gateway also each pair, and all of them.
    private func choices(_ offer: ChoiceOffer) -> [[String]] {
        let flows = offer.options.map(\.flow.id)
        let single = flows.map { [$0] }
        guard offer.several else { return single }
        let pairs = flows.indices.flatMap { first in
            flows[(first + 1)...].map { [flows[first], $0] }
        }
        return single + pairs + (flows.count > 2 ? [flows] : [])
    }

    /// Errors and escalations that its own edge, or an edge or event sub-process around it, is drawn to catch.
    private func errorMoves(_ element: ElementInstance, _ node: Node, _ definition: ProcessDefinition) -> [Move] {
        guard element.offer != nil, case .serviceTask = node.kind else { return [] }
        var moves: [Move] = []
        for catching in caught(around: element, definition) {
            for trigger in catching.triggers {
                switch trigger {
                case .error(let code, _, _):
                    let code = code ?? "any error"
                    moves.append(
                        Move(
                            command: .throwError(element.id, code: code, message: nil)))
                case .escalation(let code):
                    let code = code ?? "any escalation"
                    moves.append(
                        Move(command: .escalate(element.id, code: code), again: .call))
                case .message, .timer, .signal, .condition, .compensation, .cancel, .link: continue
                }
            }
        }
        return moves
    }

    private func caught(around element: ElementInstance, _ definition: ProcessDefinition) -> [Catching] {
        var found: [Catching] = []
        var next = Optional(element)
        while let current = next {
            let node = definition.graph.node(current.node)
            found += (node?.boundaries ?? []).compactMap { definition.graph.nodes[$0].catching }
            let inside: Int? =
                if let node, case .subProcess(let place, _) = node.kind { place } else { node == nil ? 0 : nil }
            let starts = inside.map { definition.graph.scopes[$0].eventStarts } ?? []
            found += starts.compactMap { definition.graph.nodes[$0.start].catching }
            next = current.parent.flatMap { elements[$0] }
        }
        return found
    }

    private func waitMoves(_ element: ElementInstance, _ definition: ProcessDefinition) -> [Move] {
        element.waits.compactMap { wait in
            let stays = definition.graph.node(wait.node)?.kind.comesBeside ?? false
            return switch wait.what {
            case .message(let name):
                Move(command: .deliverMessage(name, variables: [:]), again: stays ? .cycle : nil)
            case .signal(let name):
                Move(command: .broadcastSignal(name, variables: [:]), again: stays ? .call : nil)
            case .timer: Move(command: .fireTimer(wait.id))
            case .condition: nil
            }
        }
    }
}

extension NodeKind {
    /// Whether it is an event that stops nothing of what it stands beside.
    var comesBeside: Bool {
        switch self {
        case .boundary(_, _, let isInterrupting): !isInterrupting
        case .start(let catching, let isInterrupting): !catching.isNone && !isInterrupting
        case .end, .catching, .throwing, .userTask, .serviceTask, .scriptTask, .ruleTask, .sendTask, .receiveTask,
            .emptyTask, .exclusiveGateway, .inclusiveGateway, .parallelGateway, .eventGateway, .complexGateway,
            .subProcess, .callActivity:
            false
        }
    }
}
