public import Basics

/// What is still owed on a claim or a zaak, part by part.
public struct Saldo: Hashable, Sendable {
    public var hoofdsom: Money
    public var kosten: Money
    public var rente: Money

    public static let zero = Saldo(hoofdsom: .zero, kosten: .zero, rente: .zero)

    public init(hoofdsom: Money, kosten: Money, rente: Money) {
        self.hoofdsom = hoofdsom
        self.kosten = kosten
        self.rente = rente
    }

    public var totaal: Money { hoofdsom + kosten + rente }

    public static func + (left: Saldo, right: Saldo) -> Saldo {
        Saldo(
            hoofdsom: left.hoofdsom + right.hoofdsom, kosten: left.kosten + right.kosten,
            rente: left.rente + right.rente)
    }

    /// The balance after an entry.
    public func after(_ mutatie: Mutatie) -> Saldo {
        func part(_ account: Rekening) -> Money { mutatie.boekingen[account] ?? .zero }
        return Saldo(
            hoofdsom: hoofdsom + part(.hoofdsom), kosten: kosten + part(.kosten), rente: rente + part(.rente))
    }
}

/// Why the ledger refuses an entry.
public enum GrootboekRefusal: Error, Hashable {
    case unbalanced
    case nothingBooked
    /// More would be paid or written off than is open.
    case moreThanOpen(Rekening)
    case alreadyReversed
    case changedMeanwhile
}

extension Saldo {
    /// The balance after the entry; refused when it does not balance or takes more than is open.
    public func adding(_ mutatie: Mutatie) throws(GrootboekRefusal) -> Saldo {
        guard mutatie.isBalanced else { throw .unbalanced }
        guard !mutatie.boekingen.isEmpty else { throw .nothingBooked }
        let next = after(mutatie)
        if next.hoofdsom.isNegative { throw .moreThanOpen(.hoofdsom) }
        if next.kosten.isNegative { throw .moreThanOpen(.kosten) }
        if next.rente.isNegative { throw .moreThanOpen(.rente) }
        return next
    }
}
