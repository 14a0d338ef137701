import Basics
import Database
import Hummingbird
import Incasso
import Journal
import Klanten
import Zaken

/// What someone asked of the journal, in its address.
struct JournaalAsked: Sendable {
    let kind: String?
    let actor: String
    let about: String
    let from: Day?
    let to: Day?
    let before: Int64?

    init(_ request: Request) {
        kind = request.query("soort")
        actor = request.query("door") ?? ""
        about = request.query("over") ?? ""
        from = request.query("van").flatMap(Day.init(written:))
        to = request.query("tot").flatMap(Day.init(written:))
        before = request.query("voor").flatMap { Int64($0) }
    }

    /// The question for the journal: people by their names, a zaak also by its number.
    func question(_ colleagues: Colleagues, _ words: Words, in tx: Transaction) throws -> JournalQuestion {
        let subject = about.isEmpty ? nil : try tx.zaken.find(nummer: about)?.id.text ?? Subject(about)?.id ?? about
        let actors = actor.isEmpty ? nil : colleagues.actors(named: actor, words)
        return JournalQuestion(
            kind: kind, actors: actors, subjects: try subject.map { try tx.subjects(of: $0) },
            from: from.map { Moment($0) },
            until: to.map { Moment($0 + 1) },
            before: before)
    }

    /// The same question from another place on.
    func path(before position: Int64?) -> String {
        let parts = [
            kind.map { "soort=\($0.formEncoded)" }, actor.isEmpty ? nil : "door=\(actor.formEncoded)",
            about.isEmpty ? nil : "over=\(about.formEncoded)", from.map { "van=\($0)" }, to.map { "tot=\($0)" },
            position.map { "voor=\($0)" },
        ].compactMap(\.self)
        return JournalPaths.list() + (parts.isEmpty ? "" : "?" + parts.joined(separator: "&"))
    }
}

extension Transaction {
    /// The subject, and where it is a person the records that were joined with it: what happened under an older one is part of
    /// the same story.
    fileprivate func subjects(of subject: String) throws -> [String] {
        guard let partij = Identifier<Partij>(subject), try partijen.find(partij) != nil else { return [subject] }
        return try samenvoegingen.records(of: partij).map(\.text)
    }
}

extension Colleagues {
    /// The actors whose name holds these letters, as the journal writes them.
    fileprivate func actors(named text: String, _ words: Words) -> [String] {
        let wanted = text.lowercased()
        let people = all.filter { "\($0.name) \($0.login)".lowercased().contains(wanted) }.map { "user:\($0.id.text)" }
        let parts = words.keys(of: "actors").filter { words("actors.\($0)").lowercased().contains(wanted) }
        return people + parts.map { "system:\($0)" }
    }
}
