public import Basics

/// A figure in its unit.
public enum Getal: Hashable, Sendable {
    case aantal(Int64)
    case bedrag(Money)
    /// A part of one; shown times a hundred.
    case procent(Breuk)
    case dagen(Breuk)
    case fte(Breuk)
    case cijfer(Breuk)
}

/// Why there is no figure.
public enum Ontbreekt: Hashable, Sendable {
    /// There is nothing to divide by: n.v.t., and not nought.
    case nietVanToepassing
    case kerncijfer(Kerncijfer)
    /// No creditor told which tenants left.
    case vertrokkenen
    /// A survey with fewer than thirty answers says too little.
    case teWeinigAntwoorden
}

/// A figure, or why there is none; beside it the other values that belong to it.
public struct Cijfer: Hashable, Sendable {
    public enum Waarde: Hashable, Sendable {
        case bekend(Getal)
        case onbekend(Ontbreekt)
    }

    /// A further value, by a name that the words know.
    public struct Bij: Hashable, Sendable {
        public let naam: String
        public let waarde: Waarde

        init(_ naam: String, _ waarde: Waarde) {
            self.naam = naam
            self.waarde = waarde
        }
    }

    public let waarde: Waarde
    public let bij: [Bij]

    init(_ waarde: Waarde, bij: [Bij] = []) {
        self.waarde = waarde
        self.bij = bij
    }

    /// The figure itself, where there is one.
    public var getal: Getal? {
        switch waarde {
        case .bekend(let getal): getal
        case .onbekend: nil
        }
    }
}

extension Getal {
    /// The figure with a point and its own decimals, for a file: `62.00`.
    public var text: String {
        switch self {
        case .aantal(let count): "\(count)"
        case .bedrag(let amount): amount.description
        case .procent(let part): (Breuk(part.teller * 100, op: part.noemer) ?? part).text(decimals: 2)
        case .dagen(let days): days.text(decimals: 2)
        case .fte(let fte): fte.text(decimals: 2)
        case .cijfer(let mark): mark.text(decimals: 1)
        }
    }

    /// The figure as a quotient, to draw it and to compare it.
    public var breuk: Breuk? {
        switch self {
        case .aantal(let count): Breuk(Int128(count), op: 1)
        case .bedrag(let amount): Breuk(Int128(amount.cents), op: 100)
        case .procent(let part): Breuk(part.teller * 100, op: part.noemer)
        case .dagen(let value), .fte(let value), .cijfer(let value): value
        }
    }
}
