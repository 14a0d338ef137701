public import Basics

/// The least time that a drawing lets pass between two steps, and what waits last on that way.
public struct DrawnWait: Sendable {
    public let from: Node
    public let to: Node
    /// Nothing where nothing waits on the way.
    public let timer: Node?
    /// Whole days; of a month the fewest that one has.
    public let days: Int
}

extension ProcessDefinition {
    /// The least time between steps of one kind and of another, with what is known as a zaak begins. A way on which something waits that
    /// nobody can foresee, such as a message, is not among them.
    public func waits(
        from isFirst: (Node) -> Bool, to isLast: (Node) -> Bool, knowing facts: [String: JSON]
    ) -> [DrawnWait] {
        nodes.filter(isFirst).flatMap { graph.waits(from: $0, to: isLast, knowing: facts) }
    }
}

extension Graph {
    fileprivate func waits(
        from first: Node, to isLast: (Node) -> Bool, knowing facts: [String: JSON]
    ) -> [DrawnWait] {
        var least: [Int: (days: Int, timer: Node?)] = [first.index: (0, nil)]
        var (pending, next) = ([first.index], 0)
        while next < pending.count, let here = least[pending[next]] {
            for place in after(nodes[pending[next]]) {
                guard let wait = nodes[place].days(knowing: facts) else { continue }
                let days = here.days + wait
                guard least[place].map({ days < $0.days }) ?? true else { continue }
                least[place] = (days, wait > 0 ? nodes[place] : here.timer)
                if !isLast(nodes[place]) { pending.append(place) }
            }
            next += 1
        }
        return least.keys.sorted().compactMap { place in
            guard place != first.index, isLast(nodes[place]), let found = least[place] else { return nil }
            return DrawnWait(from: first, to: nodes[place], timer: found.timer, days: found.days)
        }
    }

    /// Where it goes on from a node, also into and out of sub-processes and at what may interrupt it.
    private func after(_ node: Node) -> [Int] {
        if case .subProcess(let scope, _) = node.kind { return node.boundaries + scopes[scope].starts }
        var last = node
        while last.outgoing.isEmpty {
            guard let owner = scopes[last.scope].owner else { return node.boundaries }
            last = nodes[owner]
        }
        return node.boundaries + last.outgoing.map { flows[$0].target }
    }
}

extension Node {
    /// How many days it waits when it is reached; nothing where that cannot be foreseen.
    fileprivate func days(knowing facts: [String: JSON]) -> Int? {
        switch kind {
        case .catching(let catching), .boundary(let catching, _, _): catching.days(knowing: facts)
        case .receiveTask: nil
        case .start, .end, .throwing, .userTask, .serviceTask, .scriptTask, .ruleTask, .sendTask, .emptyTask,
            .exclusiveGateway, .inclusiveGateway, .parallelGateway, .eventGateway, .complexGateway, .subProcess,
            .callActivity:
            0
        }
    }
}

extension Catching {
    fileprivate func days(knowing facts: [String: JSON]) -> Int? {
        if isNone { return 0 }
        guard triggers.count == 1, case .timer(let formula, _)? = triggers.first,
            let text = (try? formula.value(Facts(elements: ElementStore(), scope: nil, extra: facts)))?.text,
            case .after(let span)? = TimerText(text)
        else { return nil }
        // A time that lies behind is over at once: a round of such waits would never have its least.
        return max(0, span.months * 28 + span.days + Int(span.milliseconds / 86_400_000))
    }
}
