/// Something in a process that flows lead to and from: an event, an activity or a gateway (8.4.9).
public struct FlowNode: Hashable, Sendable, Identifiable {
    public var id: ElementID
    public var name: String?
    public var documentation: [String]
    public var kind: Kind
    /// Flows that end here and begin here, in the order in which the file draws them.
    public var incoming: [FlowID] = []
    public var outgoing: [FlowID] = []
    /// Boundary events that hang on this activity.
    public var boundary: [ElementID] = []
    /// The innermost lane it stands in.
    public var lane: ElementID?
    /// What the vendor of the modelling tool says about running it, in neutral words.
    public var settings: Settings
    /// The same and everything else, as it stands in the file.
    public var extensions: Extensions
    public var line: Int

    /// What a node is.
    public indirect enum Kind: Hashable, Sendable {
        case start(StartEvent)
        case end(EndEvent)
        case catching(CatchEvent)
        case throwing(ThrowEvent)
        case boundary(BoundaryEvent)
        case activity(Activity)
        case gateway(Gateway)
        /// An activity of a choreography (11.4), which is drawn but not run.
        case choreography(ChoreographyActivity)
    }
}

extension FlowNode {
    public var activity: Activity? {
        if case .activity(let activity) = kind { activity } else { nil }
    }

    /// The inside of a sub-process.
    public var innerScope: Scope? {
        switch kind {
        case .activity(let activity):
            if case .subProcess(let subProcess) = activity.kind { subProcess.scope } else { nil }
        case .choreography(let choreography): choreography.scope
        case .start, .end, .catching, .throwing, .boundary, .gateway: nil
        }
    }

    /// The flow that is taken when no condition holds.
    public var defaultFlow: FlowID? {
        switch kind {
        case .activity(let activity): activity.defaultFlow
        case .gateway(let gateway): gateway.defaultFlow
        case .start, .end, .catching, .throwing, .boundary, .choreography: nil
        }
    }
}
