import Basics
import Journal
import Sturing
import Zaken

/// What the demo's creditor tells of itself, in proportion to its portfolio of people who are behind.
struct DemoSturing {
    let creditor: String
    let debtors: Int
    let first: Day

    func run(in act: Act) throws {
        let homes = Int64(debtors) * 12
        let figures: [Kerncijfer: Int64] = [
            .verhuureenheden: homes, .machtigingen: homes * 62 / 100, .jaaromzet: homes * 780_000,
            .uren: homes * 16 / 10, .enquetevragen: 140, .enqueteantwoorden: 52, .enquetepunten: 385,
        ]
        for (kind, value) in figures.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            try Vermelding(
                schuldeiser: creditor, soort: kind, dag: first, waarde: value, door: act.actor.description,
                moment: act.now
            ).run(in: act)
        }
    }
}
