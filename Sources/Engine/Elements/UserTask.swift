import Basics

extension Run {
    /// Offers work to a person; whom and when it says in words or formulas (BPMN 10.3.4).
    mutating func offerTask(_ id: ElementInstance.ID, _ node: Node, _ work: Shared<UserWork>) throws(Fault) {
        let offer = TaskOffer(
            element: id, terms: try terms(of: node, work, on: id), inputs: instance.elements.variables(of: id))
        emit(.taskOffered(offer))
    }

    private func terms(
        of node: Node, _ work: Shared<UserWork>, on id: ElementInstance.ID
    ) throws(Fault) -> Shared<TaskTerms> {
        if let fixed = node.terms { return fixed }
        return Shared(try TaskTerms(work.value, facts(id)))
    }
}

extension NodeKind {
    /// What is wrong with terms is said when the work is offered.
    var fixedTerms: Shared<TaskTerms>? {
        guard case .userTask(let work) = self, work.value.isFixed else { return nil }
        do throws(Fault) {
            return Shared(try TaskTerms(work.value, Facts(elements: ElementStore(), scope: nil)))
        } catch {
            return nil
        }
    }
}

extension TaskTerms {
    /// As the drawing has them, with what is computed from facts.
    fileprivate init(_ work: UserWork, _ facts: Facts) throws(Fault) {
        self.init(
            node: work.node, name: work.name, documentation: work.documentation, form: work.form, lane: work.lane,
            assignee: try work.assignee?.textOrNothing(facts), candidateUsers: try work.candidateUsers.names(facts),
            candidateGroups: try work.candidateGroups.names(facts), due: try work.due?.moment(facts),
            followUp: try work.followUp?.moment(facts), priority: try work.priority?.wholeNumber(facts))
    }
}

extension Formula {
    /// A moment in a date, a time or a span from now.
    fileprivate func moment(_ facts: Facts) throws(Fault) -> Moment? {
        guard let text = try textOrNothing(facts) else { return nil }
        guard let first = TimerText(text)?.first(after: facts.now) else {
            throw Fault(.notUsable(source, value: Phrase(quoting: text), needed: "date, moment or duration"))
        }
        return first.due
    }
}
