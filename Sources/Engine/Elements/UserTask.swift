import Basics

extension Run {
    /// Offers work to a person; whom and when it says in words or formulas (BPMN 10.3.4).
    mutating func offerTask(_ id: ElementInstance.ID, _ node: Node, _ work: UserWork) throws(Fault) {
        let facts = facts(id)
        emit(
            .taskOffered(
                TaskOffer(
                    element: id, node: node.ref, name: node.name, documentation: node.documentation, form: work.form,
                    lane: node.lane, assignee: try work.assignee?.textOrNothing(facts),
                    candidateUsers: try work.candidateUsers.names(facts),
                    candidateGroups: try work.candidateGroups.names(facts),
                    due: try moment(work.due, facts), followUp: try moment(work.followUp, facts),
                    priority: try work.priority?.wholeNumber(facts), inputs: instance.elements.variables(of: id))))
    }

    /// A moment in a date, a time or a span from now.
    private func moment(_ formula: Formula?, _ facts: Facts) throws(Fault) -> Moment? {
        guard let formula, let text = try formula.textOrNothing(facts) else { return nil }
        guard let first = TimerText(text)?.first(after: now) else {
            throw Fault(.notUsable(formula.source, value: text, needed: "date, moment or duration"))
        }
        return first.due
    }
}
