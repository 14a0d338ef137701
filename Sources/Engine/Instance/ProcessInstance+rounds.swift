public import Basics

/// Which round of a loop or multi-instance something runs in (BPMN 10.3.8).
public struct RoundPlace: Hashable, Sendable {
    /// Counted from 1.
    public let number: Int
    /// How many there are; unknown for a loop with a condition.
    public let total: Int?
    /// The item of the collection that it is for.
    public let item: JSON?
}

extension ProcessInstance {
    /// The rounds around an element instance, the outermost first; its own is the last.
    public func rounds(around id: ElementInstance.ID) -> [RoundPlace] {
        sequence(first: self[id]) { $0?.parent.map { self[$0] } }.compactMap { element -> RoundPlace? in
            guard let element, case .round(let round) = element.role, let body = element.parent.flatMap({ self[$0] })
            else { return nil }
            return RoundPlace(number: round + 1, total: body.loopCounts?.total, item: body.item(round))
        }.reversed()
    }
}
