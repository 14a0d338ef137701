import Basics
public import Database
public import Zaken

/// What a klant wrote and nobody dealt with yet: nothing that weighs on them is done before someone did.
public struct Klantbericht: Hashable, Sendable {
    /// Whether it speaks of a crisis, and the call of today was not made.
    public let isCrisis: Bool
    /// What it asks, in stable words; none where nobody read it.
    public let soorten: [String]

    public init(isCrisis: Bool, soorten: [String]) { (self.isCrisis, self.soorten) = (isCrisis, soorten) }
}

/// Tells what waits of the klant of a zaak; the room that keeps mail lies above this one and offers it.
public struct Klantpost: Sendable {
    public let wachtend: @Sendable (Zaak, Transaction) throws -> [Klantbericht]

    public init(wachtend: @escaping @Sendable (Zaak, Transaction) throws -> [Klantbericht]) {
        self.wachtend = wachtend
    }
}

/// Why what falls due on a zaak waits until someone looked, the most urgent first.
enum Ophouding: String {
    case crisis, bericht, betaling
}

extension Act {
    /// What the klant wrote that holds back whatever weighs on them.
    func klantberichten(bij zaak: Zaak) throws -> [Klantbericht] {
        try playbook.klantberichten(bij: zaak, in: tx)
    }

    /// Why nothing is asked of the klant now; who has the zaak is asked to look where money waits. Nothing where all goes on.
    func ophouding(of zaak: Zaak) throws -> Ophouding? {
        let waitsForMoney = try wachtOpBetaling(zaak)
        let messages = try klantberichten(bij: zaak)
        if messages.contains(where: \.isCrisis) { return .crisis }
        return messages.isEmpty ? waitsForMoney ? .betaling : nil : .bericht
    }
}

extension Playbook {
    /// What the klant of a zaak wrote that holds back whatever weighs on them; nothing where no money is asked for.
    public func klantberichten(bij zaak: Zaak, in tx: Transaction) throws -> [Klantbericht] {
        guard zaak.isOwed else { return [] }
        return try diensten.kept(Klantpost.self)?.wachtend(zaak, tx) ?? []
    }
}

extension Klantbericht {
    /// Whether someone asks what is known of them, or objects to passing it on: nothing is passed on before that was looked at.
    var gaatOverGegevens: Bool { soorten.contains("gegevens") }
}

extension Poort {
    /// What the klant wrote and waits for a person: a call after a crisis, an answer. No line where nothing waits.
    static func regels(_ messages: [Klantbericht]) -> [Regel] {
        let source = "Werkinstructie §4.5"
        let crisis =
            messages.contains(where: \.isCrisis)
            ? [Regel(punt: .crisis, artikel: source, staat: .ontbreekt)] : []
        let others = messages.filter { !$0.isCrisis }
        guard !others.isEmpty else { return crisis }
        let kinds = Set(others.flatMap(\.soorten)).sorted()
        return crisis + [Regel(punt: .bericht, artikel: source, staat: .ontbreekt, bij: kinds)]
    }
}
