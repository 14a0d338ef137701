import Basics
import Dmn
import Engine
import Zaken

/// A decision table at which a zaak got stuck.
struct StuckTable {
    let name: String
    /// The version that was asked, and the one that would be now.
    let asked: Int
    let now: Int
    /// Where the version stands that was asked.
    let path: String
    /// Whether no fact of the zaak can be the cause.
    let isAtFault: Bool

    private var isMended: Bool { asked != now }
    /// Whether only another version of it helps.
    var awaitsMending: Bool { isAtFault && !isMended }

    /// That the table is the cause; nothing where a fact may be.
    func blame(_ words: Words) -> String? {
        let parts: KeyValuePairs = ["name": name, "n": words.number(asked), "new": words.number(now)]
        if isMended { return words("mishaps.stuck_at_table", parts) }
        return isAtFault ? words("mishaps.in_table", parts) : nil
    }

    func remedy(_ words: Words) -> String? {
        if isMended { return words("mishaps.remedy_table_again") }
        return isAtFault ? words("mishaps.remedy_table") : nil
    }
}

extension ZaakPageMaker {
    /// The table that an incident is about; nothing where it is about no table, or where none holds.
    func stuckTable(of incident: Incident, _ facts: [Gegeven], since: Moment?) -> StuckTable? {
        guard case .decision(let id, _) = incident.cause,
            let version = playbook.beslissingen.version(of: id, on: today)
        else { return nil }
        let versions = look.tabellen.filter { $0.code == version.model }
        let asked = since.flatMap { since in
            versions.first { $0.ingevoerd <= since && $0.geldigVanaf <= since.day }?.versie
        }
        return StuckTable(
            name: version.program.model.name, asked: asked ?? version.versie, now: version.versie,
            path: DecisionPaths.model(version.model)
                + "?versie=\(asked ?? version.versie)&tabel=\(id.formEncoded)",
            isAtFault: facts.isEmpty || version.program.hasUnknownNames)
    }
}

extension DmnProgram {
    /// Whether a table of it asks for what nothing gives.
    fileprivate var hasUnknownNames: Bool {
        model.decisions.contains { decision in
            decision.table.map { check($0, of: decision) }?.contains {
                if case .unknownName = $0 { true } else { false }
            } ?? false
        }
    }
}

extension ProcessInstance {
    /// Whether a decision is what keeps it from going on.
    var isStuckAtDecision: Bool {
        incidents.contains { if case .decision = $0.cause { true } else { false } }
    }
}
