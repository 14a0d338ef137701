import Basics
import Engine

/// What someone may do with taken: of which groups a member, and with which rights.
public struct Bevoegdheid: Hashable, Sendable {
    public var groepen: Set<String>
    /// Codes such as `regeling.goedkeuren`.
    public var rechten: Set<String>
    private var isOnbegrensd = false

    public init(groepen: some Sequence<String>, rechten: some Sequence<String>) {
        self.groepen = Set(groepen)
        self.rechten = Set(rechten)
    }

    /// May do everything: the program itself, where no person stands behind an act.
    public static var onbegrensd: Bevoegdheid {
        var all = Bevoegdheid(groepen: [], rechten: [])
        all.isOnbegrensd = true
        return all
    }

    /// Whether someone has a right, by its code.
    public func heeft(_ recht: String) -> Bool { isOnbegrensd || rechten.contains(recht) }

    /// Refuses a taak of other groups, and one whose form takes a right that is missing. Who may give work out, and whoever it was
    /// given to by name, need not be in the groups.
    public func require(_ taak: Taak, _ playbook: Playbook, as wie: Medewerker? = nil) throws(TaakRefusal) {
        guard !isOnbegrensd else { return }
        let isMine = taak.isGegeven && taak.behandelaar != nil && taak.behandelaar == wie
        guard isMine || heeft(Bevoegdheid.verdelen) || !groepen.isDisjoint(with: taak.groepen.names) else {
            throw .notForYou(taak.groepen)
        }
        guard let right = taak.formulier.flatMap({ playbook.formulieren[$0]?.recht }) else { return }
        guard rechten.contains(right) else { throw .rightMissing(right) }
    }

    /// Refuses what `require` does, and a taak that a colleague has: it is taken over first.
    func require(_ taak: Taak, for door: Medewerker, _ playbook: Playbook) throws(TaakRefusal) {
        try require(taak, playbook, as: door)
        guard taak.staat == .open, let other = taak.behandelaar, other != door, !heeft(Bevoegdheid.verdelen) else {
            return
        }
        throw .takenBy(other)
    }

    /// The right to give work to others, which also lets someone do what a colleague has.
    private static let verdelen = "taak.verdelen"
}
