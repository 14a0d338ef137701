import Basics
import Foundation
public import Procesbot
import Recht

/// What was made of a mail when it came in: its kinds with why, how soon, what it says, and in which language.
public struct Sortering: Hashable, Sendable {
    /// A kind, how sure, and the words that led there.
    public struct Voorstel: Hashable, Sendable {
        public let soort: Mailsoort
        /// In whole percents.
        public let kans: Int
        /// The places in the mail that a rule points at.
        public let zegswijzen: [String]
        /// Roots that weighed most by what people confirmed.
        public let geleerd: [String]

        /// Whether something in the mail points at it.
        public var isGegrond: Bool { !zegswijzen.isEmpty || !geleerd.isEmpty }
    }

    /// The proposed kinds, the surest first; never empty.
    public internal(set) var voorstellen: [Voorstel]
    /// The places in the mail that the rules of each kind point at.
    public let regels: [Mailsoort: [String]]
    /// The dangers and words that speak of a crisis; empty when there is none.
    public let crisis: [String]
    /// The places that give a program orders: they do nothing, and who reads the mail should know.
    public let bevelen: [String]
    public let taal: Mailtaal
    public let feiten: [ReadFact]
    public let wortels: [String]
    /// Working days within which it must be answered; 0 is today.
    public internal(set) var werkdagen: Int
    /// Months within which it must be answered, where the law says so and nothing else in it comes sooner.
    public internal(set) var maanden: Int?

    /// The day before which it must be answered, when it came in on this one.
    func uiterlijk(from day: Day, _ calendar: WorkCalendar) -> Day {
        maanden.map { day.adding(months: $0) } ?? calendar.adding(workdays: werkdagen, to: day)
    }

    /// Whether the rules could read it: what they cannot read is for a person, today. Where too few words tell the language,
    /// a saying that they know does.
    public var isGelezen: Bool {
        taal.kennenDeRegels || taal == .onbekend && voorstellen.contains(where: \.isGegrond)
    }

    public var soorten: Set<Mailsoort> { Set(voorstellen.map(\.soort)) }
    public var urgentie: Urgentie { crisis.isEmpty ? .gewoon : .crisis }
}

/// Sorts mail by the rules and by what was learned; it only proposes.
public struct Sorteerder: Sendable {
    let roots = RootReader()
    let regels: Sorteerregels
    private let facts: FactReader
    private let gevaar: DangerReader
    let kept = ModelKast()

    /// Reads `post/sorteren.yaml`, and what the adviser knows facts and danger by, from the content folder.
    public init(content: String) throws {
        let yaml = try String(contentsOfFile: content + "/post/sorteren.yaml", encoding: .utf8)
        regels = try Sorteerregels(yaml: yaml, roots: roots)
        let adviser = try AdviserContent(folder: content + "/adviseur")
        (facts, gevaar) = (try FactReader(adviser), DangerReader(adviser))
    }

    /// As much of a mail as is read for sorting.
    private static let most = 8_000

    /// The language that a text seems to be in.
    public func taal(of text: String) -> Mailtaal {
        Mailwoorden(String(text.prefix(Sorteerder.most)), roots).taal(regels.taalwoorden)
    }

    /// What a mail seems to be, by its subject and its own words.
    public func sorteer(_ mail: IncomingMail, _ model: Sorteermodel) -> Sortering {
        let text = String((mail.subject + ".\n\n" + mail.text).prefix(Sorteerder.most))
        let words = Mailwoorden(text, roots)
        let found = regels.zegswijzen.mapValues { Array($0.compactMap(words.place).prefix(5)) }.filter {
            !$0.value.isEmpty
        }
        let wortels = words.wortels
        let voorstellen = Sorteerder.voorstellen(found, model.oordelen(wortels, regels: found.mapValues(\.count)))
        // A crisis is said by the rules alone: nothing that was learned can hide it.
        let crisis = gevaar.dangers(in: text) + regels.crisis.compactMap(words.place)
        return within(
            Sortering(
                voorstellen: voorstellen, regels: found, crisis: Array(crisis.prefix(5)),
                bevelen: Array(regels.bevelen.compactMap(words.place).prefix(3)),
                taal: words.taal(regels.taalwoorden), feiten: Array(facts.facts(in: text).prefix(30)),
                wortels: wortels, werkdagen: 0))
    }

    /// The same mail by another model: what the rules found and the facts stay.
    func hersorteer(_ old: Sortering, _ model: Sorteermodel) -> Sortering {
        let judged = model.oordelen(old.wortels, regels: old.regels.mapValues(\.count))
        let voorstellen = Sorteerder.voorstellen(old.regels, judged)
        return within(
            Sortering(
                voorstellen: voorstellen, regels: old.regels, crisis: old.crisis, bevelen: old.bevelen,
                taal: old.taal, feiten: old.feiten,
                wortels: old.wortels, werkdagen: 0))
    }

    /// The term of its kinds; a crisis, and what could not be read, is for today. Of what could not be read nothing is proposed.
    private func within(_ one: Sortering) -> Sortering {
        var one = one
        if !one.isGelezen { one.voorstellen = Sorteerder.voorstellen([:], []) }
        guard one.crisis.isEmpty, one.isGelezen else { return one }
        (one.werkdagen, one.maanden) = regels.termijn(one.soorten)
        return one
    }

    /// What is likelier than not; *overig* where nothing is.
    private static func voorstellen(
        _ found: [Mailsoort: [String]], _ judged: [Sorteermodel.Oordeel]
    ) -> [Sortering.Voorstel] {
        let likely = judged.filter { $0.kans >= 0.5 }.map { one in
            Sortering.Voorstel(
                soort: one.soort, kans: Int(one.kans * 100), zegswijzen: found[one.soort] ?? [],
                geleerd: one.woorden)
        }
        guard likely.isEmpty else { return likely }
        let rest = 100 - Int((judged.first?.kans ?? 0) * 100)
        return [Sortering.Voorstel(soort: .overig, kans: rest, zegswijzen: [], geleerd: [])]
    }
}
