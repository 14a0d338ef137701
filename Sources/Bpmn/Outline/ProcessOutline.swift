/// The process as an ordered list that can be read and walked without seeing the picture.
///
/// Every node of the scope stands in it once; where ways meet or lead back, the list says where it goes on. The main path comes first:
/// what exceptions lead to is told with them only where it stands nowhere on it.
public struct ProcessOutline: Hashable, Sendable {
    /// The process or sub-process.
    public let element: ElementID
    public let name: String?
    /// From each start, from top to bottom in the drawing.
    public let beginnings: [Passage]
    /// What no flow leads to: activities of an ad-hoc sub-process, handlers for compensation, and last the event sub-processes.
    public let apart: [Passage]

    /// Steps that follow each other, and how the last of them goes on.
    public struct Passage: Hashable, Sendable {
        public var steps: [Step]
        public var end: End
    }

    /// One node, as a person meets it.
    public struct Step: Hashable, Sendable, Identifiable {
        public let id: ElementID
        public let name: String?
        public let type: NodeType
        /// The lane it stands in.
        public let lane: String?
        /// The flow that led here, when it has a name or condition.
        public var arrivedBy: Way?
        public var parting: Parting?
        /// What can happen meanwhile, and where that leads.
        public var aside: [Aside]
        /// The steps inside a sub-process.
        public var inside: ProcessOutline?
        /// Data read and written, by name.
        public var reads: [String]
        public var writes: [String]
        /// Remarks attached to it.
        public var remarks: [String]
        /// What its signs say.
        public var traits: [NodeTrait]
        /// What its maker wrote about it.
        public var documentation: [String]
    }

    /// How ways part after a step.
    public struct Parting: Hashable, Sendable {
        public let manner: Manner
        public internal(set) var branches: [Branch]
    }

    /// In what manner several ways lead on.
    public enum Manner: Hashable, Sendable {
        /// One of them, by condition or by a person.
        case oneOf
        /// All that apply.
        case someOf
        /// All at the same time.
        case allOf
        /// The one whose event comes first.
        case firstEvent
    }

    /// One of several ways.
    public struct Branch: Hashable, Sendable {
        public let way: Way
        public internal(set) var passage: Passage
    }

    /// The flow into a branch or step.
    public struct Way: Hashable, Sendable {
        public let flow: FlowID
        public let name: String?
        public let condition: String?
        public let isDefault: Bool
    }

    /// An event on the edge of a step.
    public struct Aside: Hashable, Sendable {
        public let isInterrupting: Bool
        /// Begins with the boundary event itself.
        public let passage: Passage
    }

    /// How a passage ends.
    public enum End: Hashable, Sendable {
        /// The process, or this way through it, is over.
        case over
        /// It goes on at a step that stands further on in the list, where ways meet.
        case joins(ElementID)
        /// It goes back to a step before.
        case goesBack(ElementID)
        /// A link event leads on to another place.
        case jumps(ElementID)
    }
}

extension ProcessOutline {
    /// Every element in the list, in reading order.
    public var elements: [ElementID] { (beginnings + apart).flatMap(\.elements) }
}

extension ProcessOutline.Passage {
    public var elements: [ElementID] {
        steps.flatMap { step in
            [step.id] + (step.inside?.elements ?? [])
                + (step.parting?.branches.flatMap { $0.passage.elements } ?? [])
                + step.aside.flatMap { $0.passage.elements }
        }
    }
}
