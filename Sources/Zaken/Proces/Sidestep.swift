import Basics
public import Engine

/// A step at which a person may go on instead of where the drawing stands.
public struct Sidestep: Sendable {
    public let detour: Detour
    /// The last look by a person that the drawing puts before costs, where this goes past it.
    public let check: Node?
    /// Whether only a team lead may: the zaaktype says so, or costs would come without that look.
    public let isHeavy: Bool

    public var step: String { detour.way.node }
}

extension Playbook {
    /// The steps that are offered from where a zaak stands: those with a code, all named work where none has one, and the checks
    /// that a step goes past.
    public func sidesteps(
        from element: ElementInstance.ID, of instance: ProcessInstance, _ zaaktype: Zaaktype?
    ) -> [Sidestep] {
        let ways = instance.otherWays(from: element, in: processen)
        let coded = ways.filter { Stap.isStep($0.node, named: $0.name) }
        let steps = Set((coded.isEmpty ? ways.filter(\.isNamedWork) : coded).map(\.node))
        let all = instance.detours(from: element, in: processen) { steps.contains($0.node) || $0.isNamedWork }
            .map { sidestep($0, zaaktype) }
        let offered = all.filter { steps.contains($0.step) }
        let checks = Set(offered.compactMap(\.check?.id)).subtracting(steps)
        return offered + all.filter { checks.contains($0.step) }
    }

    /// Whether people are told that a step comes: work with a name, which is more than keeping a status.
    public func isTold(_ node: Node) -> Bool {
        node.kind.isActivity && node.name?.isEmpty == false && !node.opensScope && !diensten.isQuiet(node)
    }

    /// What going to a step amounts to and needs, by the words of ``toets``: what its form or its service says.
    fileprivate func asks(_ step: Sidestep) -> [String] {
        step.detour.begins.flatMap { node in
            diensten.asks(node) + (node.form.flatMap { formulieren[$0] }?.asks ?? [])
        }
    }

    private func sidestep(_ detour: Detour, _ zaaktype: Zaaktype?) -> Sidestep {
        let mayCost = detour.follows.contains(where: diensten.bringsCosts)
        let check = mayCost ? detour.passes.last : nil
        let isUnchecked = check != nil || mayCost && !detour.isWeighed
        return Sidestep(
            detour: detour, check: check, isHeavy: isUnchecked || zaaktype?.isZwaar(detour.way.node) == true)
    }
}

extension Formulier {
    /// The act that filling it in amounts to whatever the answer, and what it needs.
    fileprivate var asks: [String] { (handeling?.bij == nil ? [handeling?.wat].compactMap(\.self) : []) + vraagt }
}

extension Act {
    /// Refuses going to a step of which what it begins is forbidden now, or that needs what is not there.
    public func requireAllowed(_ step: Sidestep, on zaak: Zaak) throws {
        for word in playbook.asks(step) { try playbook.toets(word, zaak, self) }
    }
}
