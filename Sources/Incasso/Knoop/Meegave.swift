public import Basics
import Engine
import Journal
import Klanten
public import Zaken

/// What the house holds of one thing that may go along with a warm handover.
public enum Meegave: Hashable, Sendable {
    case onbekend
    case tekst(String)
    /// An answer that a form offers, in its words.
    case gekozen(Woorden)
    case dag(Day)
    case schulden([Post])
    /// The person said on this day that there are debts elsewhere; with whom is not told yet.
    case verteld(Day)

    /// What is owed to one creditor; no amount where it is not known.
    public struct Post: Hashable, Sendable {
        public let schuldeiser: String
        public let bedrag: Money?
    }
}

extension Doorverwijzing {
    /// What is confirmed or filled in as it goes along; the rest is told as it stands.
    public static let invulbaar: Set<String> = ["oorzaak", "hardeDatum"]
}

extension Act {
    /// All that may go along with a handover of a person, as the house holds it today.
    public func meegaven(of knoop: Knoop) throws -> [String: Meegave] {
        let person = try tx.partijen.find(knoop.partij)
        let told = try answers(of: knoop)
        let elsewhere = try tx.schuldenElders.all(of: knoop.id).map {
            Meegave.Post(schuldeiser: $0.schuldeiser, bedrag: $0.bedrag)
        }
        let known = try tx.processen.instance(of: knoop.zaak)?.variables() ?? [:]
        let all = try owed(by: knoop) + elsewhere
        return [
            "naam": person.map { .tekst($0.naam) } ?? .onbekend,
            "telefoon": person?.reach("telefoon").map { .tekst($0) } ?? .onbekend,
            "voorkeurskanaal": person?.reach("voorkeurskanaal").map { .tekst($0) } ?? .onbekend,
            "oorzaak": cause(told), "hardeDatum": known["hardeDatum"]?.day.map { .dag($0) } ?? .onbekend,
            "schuldenElders": elsewhere.isEmpty ? others(told) : .schulden(elsewhere),
            "overzicht": all.isEmpty ? .onbekend : .schulden(all),
        ]
    }

    /// What was answered to forms on all zaken of the person, the newest first.
    private func answers(of knoop: Knoop) throws -> [JournalEntry] {
        try tx.zaken.all(of: knoop.partij).flatMap {
            try tx.journal.entries(of: .zaak($0.id), about: ["taak_afgerond"])
        }
        .sorted { $0.moment > $1.moment }
    }

    private func cause(_ told: [JournalEntry]) -> Meegave {
        for entry in told {
            guard let answer = entry.content["uitkomst"]["oorzaak"].text, !answer.isEmpty else { continue }
            let form = entry.content["formulier"].text.flatMap { playbook.formulieren[$0] }
            let options = form?.velden.first { $0.id == "oorzaak" }?.opties ?? []
            return options.first { $0.waarde == answer }.map { .gekozen($0.label) } ?? .tekst(answer)
        }
        return .onbekend
    }

    /// That there are debts elsewhere, where the person last said so.
    private func others(_ told: [JournalEntry]) -> Meegave {
        let last = told.first { entry in
            let answer = entry.content["uitkomst"]["andereSchulden"]
            return answer != .null && answer.text != "onbekend"
        }
        guard let last, case let answer = last.content["uitkomst"]["andereSchulden"],
            answer.text == "ja" || answer == true
        else { return .onbekend }
        return .verteld(last.moment.day)
    }

    /// What is open with each of our own creditors.
    private func owed(by knoop: Knoop) throws -> [Meegave.Post] {
        let open = try tx.zaken.all(of: knoop.partij).flatMap { try tx.vorderingen.all(of: $0.id) }.filter(\.isOpen)
        return try Set(open.map(\.schuldeiser)).sorted().map { code in
            Meegave.Post(
                schuldeiser: try tx.schuldeisers.find(code)?.naam ?? code,
                bedrag: open.filter { $0.schuldeiser == code }.map(\.saldo.totaal).sum)
        }
    }
}
