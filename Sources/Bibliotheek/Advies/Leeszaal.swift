public import Basics
public import Database
public import Procesbot
public import Zaken

/// The only door to the database that advice is given through: it reads, on a connection that refuses to write.
public struct Leeszaal: Sendable {
    let database: Database
    let plank: Boekenplank

    public init(_ database: Database, _ plank: Boekenplank) {
        self.database = database
        self.plank = plank
    }

    /// Answers a question; nothing is kept of it.
    public func advies(_ vraag: Raadpleging, on day: Day, in playbook: Playbook) async throws -> Antwoord {
        let plank = plank
        return try await database.read { tx in
            try Leeszaal.antwoord(vraag, on: day, in: playbook, plank, tx)
        }
    }

    /// The facts that are read in a question, which are there before its answer.
    public func feiten(_ vraag: Raadpleging, on day: Day, in playbook: Playbook) async throws -> [FoundFact] {
        let plank = plank
        return try await database.read { tx in
            let (known, scope) = try Leeszaal.known(to: vraag, on: day, in: playbook, tx)
            return try plank.adviser(in: tx, on: day).facts(
                in: vraag.vraag, given: known, corrections: vraag.correcties, on: day, for: scope)
        }
    }

    /// The adviser on the sources in force, for whoever checks claims against them.
    public func adviser(on day: Day) async throws -> Adviser {
        let plank = plank
        return try await database.read { tx in try plank.adviser(in: tx, on: day) }
    }

    /// The same answer inside a transaction that runs already, such as that of the person who adopts it.
    static func antwoord(
        _ vraag: Raadpleging, on day: Day, in playbook: Playbook, _ plank: Boekenplank, _ tx: Transaction
    ) throws -> Antwoord {
        let adviser = try plank.adviser(in: tx, on: day)
        let (gegevens, bereik) = try known(to: vraag, on: day, in: playbook, tx)
        let advice = adviser.advise(
            vraag.vraag, facts: gegevens, corrections: vraag.correcties, on: day, for: bereik,
            meaning: vraag.betekenis)
        let steps = vraag.zaak == nil ? nil : gegevens?["zaak"]["stap"].elements
        return Antwoord(
            advies: advice, stand: try plank.stand(of: vraag, tx), stappen: (steps ?? []).compactMap(\.text))
    }

    /// What is known with a question, and for which zaaktype and steps sources are wanted.
    private static func known(
        to vraag: Raadpleging, on day: Day, in playbook: Playbook, _ tx: Transaction
    ) throws -> (JSON?, SourceScope) {
        let known =
            try vraag.zaak.map { try ZaakGegevens(of: $0, seen: vraag.inzicht, on: day, in: playbook, tx).json }
            ?? vraag.gegevens
        return (known, try vraag.bereik ?? SourceScope(of: vraag.zaak, known: known, tx))
    }
}

/// What is asked of the adviser, and what it may know of the zaak on behalf of the person who asks.
public struct Raadpleging: Sendable {
    public var vraag: String
    public var correcties: [Correction]
    public var zaak: Identifier<Zaak>?
    /// What who asks says to know, where it is about no zaak here.
    public var gegevens: JSON?
    /// For which zaaktype and steps sources are wanted, when a person chose; else those of the zaak.
    public var bereik: SourceScope?
    public var inzicht: Inzicht
    /// What a model makes of the question; nothing where none was asked, or none answered in time.
    public var betekenis: Meaning?

    public init(
        _ vraag: String, correcties: [Correction] = [], zaak: Identifier<Zaak>? = nil, bereik: SourceScope? = nil,
        inzicht: Inzicht
    ) {
        self.vraag = vraag
        self.correcties = correcties
        self.zaak = zaak
        self.bereik = bereik
        self.inzicht = inzicht
    }
}

extension SourceScope {
    /// What the zaak is, and the steps where its process stands.
    init(of zaak: Identifier<Zaak>?, known: JSON?, _ tx: Transaction) throws {
        let found = try zaak.flatMap { try tx.zaken.find($0) }
        let steps = known?["zaak"]["stap"].elements ?? []
        self.init(zaaktype: found?.zaaktype, steps: steps.compactMap(\.text))
    }
}

/// What purpose and role let a person, and so the adviser, see of a zaak.
public struct Inzicht: Sendable, Hashable {
    public let klant: Bool
    public let bedragen: Bool

    public init(klant: Bool, bedragen: Bool) {
        self.klant = klant
        self.bedragen = bedragen
    }
}

/// An advice, and the library it was made from.
public struct Antwoord: Sendable {
    public let advies: Advice
    public let stand: String
    /// The steps at which the zaak stood that it was asked from.
    public let stappen: [String]

    /// The advice as it is kept: with those steps, so that it can be asked again as it was.
    var bewaard: JSON {
        guard !stappen.isEmpty, case .object(var fields) = advies.json else { return advies.json }
        fields["stap"] = .array(stappen.map { .string($0) })
        return .object(fields)
    }
}
