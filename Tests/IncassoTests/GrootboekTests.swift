import Basics
import Testing

@testable import Incasso

/// A claim's history drawn at random: claims, costs, interest, payments, write-offs and reversals.
struct RandomHistory {
    var saldo = Saldo.zero
    var entries: [Mutatie] = []
    private var random: SeededRandom

    init(seed: UInt64, length: Int) throws {
        random = SeededRandom(seed: seed)
        try book(.inbreng, [.hoofdsom: amount(1...200_000), .ingebracht: .zero])
        for _ in 0..<length { try step() }
    }

    private mutating func step() throws {
        switch Int.random(in: 0..<5, using: &random) {
        case 0: try book(.kosten, [.kosten: amount(1...20_000)])
        case 1: try book(.rente, [.rente: amount(1...5_000)])
        case 2: try pay(.betaling, to: .bank)
        case 3: try pay(.afboeking, to: .afgeboekt)
        default: try reverse()
        }
    }

    private mutating func book(_ kind: Mutatie.Soort, _ parts: [Rekening: Money]) throws {
        let total = parts.values.sum
        try add(kind, parts.merging([.ingebracht: -total]) { _, new in new })
    }

    private mutating func pay(_ kind: Mutatie.Soort, to account: Rekening) throws {
        let parts: [Rekening: Money] = [
            .kosten: -part(of: saldo.kosten), .rente: -part(of: saldo.rente), .hoofdsom: -part(of: saldo.hoofdsom),
        ]
        guard !parts.values.sum.isZero else { return }
        try add(kind, parts.merging([account: -parts.values.sum]) { _, new in new })
    }

    private mutating func reverse() throws {
        guard let entry = entries.last, entry.keertOm == nil, entry.soort == .betaling else { return }
        try add(entry.reversed(id: id(), on: Day(number: 20_000), because: "storno"))
    }

    private mutating func add(_ kind: Mutatie.Soort, _ parts: [Rekening: Money]) throws {
        try add(Mutatie(id: id(), soort: kind, datum: Day(number: 20_000), toelichting: "", boekingen: parts))
    }

    private mutating func add(_ entry: Mutatie) throws {
        saldo = try saldo.adding(entry)
        entries.append(entry)
    }

    private mutating func id() -> Identifier<Mutatie> { Identifier(at: Moment(milliseconds: 0), random: &random) }
    private mutating func amount(_ range: ClosedRange<Int64>) -> Money {
        Money(cents: Int64.random(in: range, using: &random))
    }
    private mutating func part(of whole: Money) -> Money {
        Money(cents: whole.cents == 0 ? 0 : Int64.random(in: 0...whole.cents, using: &random))
    }
}

@Suite("Grootboek")
struct GrootboekTests {
    @Test(arguments: UInt64(1)...200)
    func `no cent appears or vanishes, whatever happens to a claim`(seed: UInt64) throws {
        let history = try RandomHistory(seed: seed, length: 40)

        let accounts = history.entries.reduce(into: [Rekening: Money]()) { sums, entry in
            for (account, amount) in entry.boekingen { sums[account, default: .zero] += amount }
        }
        #expect(accounts.values.sum.isZero, "seed \(seed)")
        #expect(accounts.filter(\.key.isOpen).values.sum == history.saldo.totaal, "seed \(seed)")
        #expect(history.entries.reduce(Saldo.zero) { $0.after($1) } == history.saldo, "seed \(seed)")
    }

    @Test func `an entry that does not balance is refused`() {
        let entry = Mutatie(
            id: .first, soort: .correctie, datum: Day(number: 0), toelichting: "", boekingen: [.hoofdsom: .euros(1)])

        #expect(throws: GrootboekRefusal.unbalanced) { try Saldo.zero.adding(entry) }
    }

    @Test func `more cannot be paid than is open`() {
        let entry = Mutatie(
            id: .first, soort: .betaling, datum: Day(number: 0), toelichting: "",
            boekingen: [.hoofdsom: .euros(-10), .bank: .euros(10)])

        #expect(throws: GrootboekRefusal.moreThanOpen(.hoofdsom)) {
            try Saldo(hoofdsom: .euros(9), kosten: .zero, rente: .zero).adding(entry)
        }
    }
}

extension Identifier {
    static var first: Identifier {
        var random = SeededRandom(seed: 0)
        return Identifier(at: Moment(milliseconds: 0), random: &random)
    }
}
