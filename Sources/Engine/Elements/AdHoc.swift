import Basics

extension Run {
    /// Begins what begins by itself, and offers the rest to a person (BPMN 10.3.5).
    mutating func beginAdHoc(_ id: ElementInstance.ID, scope: Int, _ rule: AdHocRule) throws(Fault) {
        guard let element = instance.elements[id], let node = node(of: element) else { return }
        if let activities = rule.activities {
            let names = try activities.list(facts(id)).compactMap {
                if case .string(let name) = $0 { name } else { nil }
            }
            for name in names {
                guard let activity = self.activity(name, of: element) else {
                    throw Fault(
                        .notUsable(activities.source, value: Phrase(quoting: name), needed: "id of an activity"))
                }
                enter(activity, process: element.process, scope: id, flow: nil)
            }
            return checkScope(id)
        }
        let graph = graphs[element.process]
        let offered = graph.scopes[scope].starts.map { place in
            ActivitiesOffer.Activity(
                node: graph.nodes[place].ref, name: graph.nodes[place].name ?? graph.nodes[place].id)
        }
        emit(
            .activitiesOffered(
                ActivitiesOffer(
                    element: id, node: node.ref, name: node.name, documentation: node.documentation, lane: node.lane,
                    activities: offered, sequential: rule.isSequential)))
    }

    /// An activity of an ad-hoc sub-process that may be begun: no flow leads to it.
    func activity(_ name: String, of element: ElementInstance) -> Node? {
        guard let node = node(of: element), case .subProcess(let scope, _) = node.kind else { return nil }
        let graph = graphs[element.process]
        guard let activity = graph.places[name], graph.scopes[scope].starts.contains(activity) else { return nil }
        return graph.nodes[activity]
    }

    /// An activity ended: done when the condition says so, or when all that began by itself has ended.
    mutating func checkAdHoc(_ id: ElementInstance.ID, _ node: Node, _ rule: AdHocRule) {
        guard let element = instance.elements[id], element.phase == .working else { return }
        if rule.completion == nil, rule.activities != nil { return finishAdHoc(id, node, rule) }
        checkAdHocCondition(id, node, rule)
    }

    /// An activity of an ad-hoc sub-process ended while others are at work: its condition may hold already (BPMN 10.3.5, 13.3.5).
    mutating func checkAdHoc(around activity: Node, in scope: ElementInstance.ID) {
        guard activity.kind.isActivity, let element = instance.elements[scope], element.phase == .working,
            element.children > 0, let node = node(of: element), case .subProcess(_, .adHoc(let rule)) = node.kind
        else { return }
        checkAdHocCondition(scope, node, rule)
    }

    /// Whether the completion condition holds now; asked each time that an activity ends.
    mutating func checkAdHocCondition(_ id: ElementInstance.ID, _ node: Node, _ rule: AdHocRule) {
        guard let completion = rule.completion, let element = instance.elements[id] else { return }
        do throws(Fault) {
            guard try completion.isTrue(facts(id)) else { return }
            if rule.cancelsRemaining || element.children == 0 { finishAdHoc(id, node, rule) }
        } catch {
            raise(error, at: id)
        }
    }

    /// An ad-hoc sub-process is done: what still runs in it is stopped.
    mutating func finishAdHoc(_ id: ElementInstance.ID, _ node: Node, _ rule: AdHocRule) {
        interrupt(id)
        if rule.activities == nil { emit(.activitiesWithdrawn(id)) }
        complete(id, node)
    }
}
