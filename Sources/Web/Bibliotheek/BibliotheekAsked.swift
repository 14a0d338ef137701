import Basics
import Bibliotheek
import Hummingbird
import Procesbot

/// What someone asked of the list of sources, in its address.
struct BibliotheekAsked: Sendable {
    /// Whether a source may be cited on a day.
    enum Stand: String, Sendable, CaseIterable { case geldig, later, vervallen }

    enum Volgorde: String, Sendable, CaseIterable { case titel, nieuwste, eigenaar, einde }

    static let size = 50

    var meant = BibliotheekFilter()
    var words = ""
    var stand: Stand?
    /// Whose sources; `-` for those without an owner.
    var eigenaar = ""
    var volgorde = Volgorde.titel
    var page = 1

    static let nobody = "-"

    init() {}

    init(_ request: Request) {
        meant = BibliotheekFilter(request)
        words = String((request.query("zoek") ?? "").prefix(100))
        stand = request.query("stand").flatMap(Stand.init(rawValue:))
        eigenaar = request.query("eigenaar") ?? ""
        volgorde = request.query("sorteer").flatMap(Volgorde.init(rawValue:)) ?? .titel
        page = min(10_000, max(1, request.query("p").flatMap { Int($0) } ?? 1))
    }

    var isFiltered: Bool { !words.isEmpty || stand != nil || !eigenaar.isEmpty || meant.scope != nil }

    /// The sources that are asked for, in order.
    func all(of sources: [Bronversie], on today: Day) -> [Bronversie] {
        let wanted = words.lowercased().split(whereSeparator: \.isWhitespace)
        let found = sources.filter { one in
            let text = "\(one.titel) \(one.bron.naam) \(one.eigenaar ?? "")".lowercased()
            return wanted.allSatisfy { text.contains($0) } && (stand.map { $0 == one.stand(on: today) } ?? true)
                && (eigenaar.isEmpty || (one.eigenaar ?? Self.nobody) == eigenaar) && meant.includes(one)
        }
        return found.sorted { one, other in
            switch volgorde {
            case .titel: Self.titled(one, other)
            case .nieuwste: one.moment == other.moment ? Self.titled(one, other) : one.moment > other.moment
            case .eigenaar: Self.before(one.eigenaar, other.eigenaar) ?? Self.titled(one, other)
            case .einde: Self.before(one.geldigTot, other.geldigTot) ?? Self.titled(one, other)
            }
        }
    }

    private static func titled(_ one: Bronversie, _ other: Bronversie) -> Bool {
        (one.titel.lowercased(), one.bron.naam) < (other.titel.lowercased(), other.bron.naam)
    }

    /// Whether one comes first; what is missing comes last, and nothing where both are the same.
    private static func before<Value: Comparable>(_ one: Value?, _ other: Value?) -> Bool? {
        guard one != other else { return nil }
        guard let one else { return false }
        return other.map { one < $0 } ?? true
    }

    /// The address of the same list in another order, or another page of it.
    func path(_ order: Volgorde? = nil, page: Int = 1) -> String {
        let parts = [
            ("zoek", words), ("stand", stand?.rawValue ?? ""), ("eigenaar", eigenaar), ("zaaktype", meant.zaaktype),
            ("stap", meant.stap), ("sorteer", (order ?? volgorde).rawValue), ("p", page > 1 ? String(page) : ""),
        ]
        return LibraryPaths.list() + "?"
            + parts.filter { !$0.1.isEmpty }.map { "\($0.0)=\($0.1.formEncoded)" }.joined(separator: "&")
    }
}

extension Bronversie {
    func stand(on today: Day) -> BibliotheekAsked.Stand {
        if isValid(on: today) { return .geldig }
        return geldigTot.map { $0 < today } ?? false ? .vervallen : .later
    }
}

extension BibliotheekAsked {
    /// What is chosen from: the words, how a source stands, whose it is, and what it is meant for.
    func fields(_ sources: [Bronversie], _ words: Words) -> [Field] {
        let owners = Set(sources.compactMap(\.eigenaar)).sorted()
        let none = sources.contains { $0.eigenaar == nil }
        let stands = Stand.allCases.map {
            Option($0.rawValue, words("library.stand_\($0.rawValue)"), chosen: $0 == stand)
        }
        let nobody = [Option(Self.nobody, words("library.nobody"), chosen: eigenaar == Self.nobody)]
        let people = owners.map { Option($0, $0, chosen: $0 == eigenaar) } + (none ? nobody : [])
        return [
            Field("stand", words("library.validity"), .list(stands), id: "filter-stand"),
            Field("eigenaar", words("library.owner"), .list(people), id: "filter-eigenaar"),
        ] + meant.fields(sources, words)
    }
}
