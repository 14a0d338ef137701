import Foundation
import Testing

@testable import Web

@Suite("Conditions of a drawing in words")
struct ConditionWordsTests {
    private let nl: Words
    private let en: Words

    init() throws { (nl, en) = try Self.shipped.get() }

    /// Read once: the tests only look at them.
    private static let shipped = Result {
        let folder = Content.folder.appending(path: "teksten").path
        return (try Words(.nl, directory: folder), try Words(.en, directory: folder))
    }

    @Test(arguments: [
        ("=vordering.bedrag > 500", "als vordering.bedrag meer is dan 500"),
        ("${bedrag <= 12.5}", "als bedrag hooguit 12,5 is"),
        ("= uitkomst in (\"regeling\", \"hulp\", \"terug\")", "als uitkomst “regeling”, “hulp” of “terug” is"),
        ("=not(uitkomst in [\"regeling\", \"hulp\"])", "als uitkomst niet “regeling” of “hulp” is"),
        (
            "=uitkomst = \"betaalt\" or (uitkomst = \"niet_bereikt\" and pogingen < beleid.belpogingen)",
            "als uitkomst “betaalt” is, of uitkomst “niet_bereikt” is en pogingen minder is dan beleid.belpogingen"
        ),
        (
            "=hulp and (kinderen > 0 or inkomen = null)",
            "als hulp ja is en (kinderen meer is dan 0, of inkomen niet bekend is)"
        ),
        ("=not(hulpNodig)", "als hulpNodig nee is"), ("=regeling.loopt = true", "als regeling.loopt ja is"),
        ("=nazorgOp != null", "als nazorgOp bekend is"),
        ("=not(regeling.loopt = true)", "als regeling.loopt niet ja is"),
        ("=if saldo.zonderBrief > 0 then false else true", "als niet geldt dat saldo.zonderBrief meer is dan 0"),
        ("=not(a = 1 and b = 2) and c = 3", "als niet geldt dat (a 1 is en b 2 is) en c 3 is"),
        ("=not(a = 1 or b = 2)", "als niet geldt dat (a 1 is, of b 2 is)"),
        ("=saldo / perMaand > 36", "als saldo gedeeld door perMaand meer is dan 36"),
        ("=a - (b + c) >= 2 * (d - 1)", "als a min (b plus c) minstens 2 keer (d min 1) is"),
        ("=dagen in [3..10)", "als dagen vanaf 3 tot 10 is"),
        ("=dagen between 3 and grens", "als dagen vanaf 3 tot en met grens is"),
        ("=vervaldag < today() - duration(\"P14D\")", "als vervaldag minder is dan vandaag min 14 dagen"),
        ("=dag >= date(\"2026-04-10\")", "als dag minstens 10 april 2026 is"),
        ("=count(schulden) > 2", "als het aantal in schulden meer is dan 2"),
        ("=list contains(signalen, \"huur\")", "als “huur” voorkomt in signalen"),
    ])
    func `a simple condition reads as a sentence`(formula: String, said: String) {
        #expect(nl.condition(formula) == said)
    }

    @Test(arguments: ["=some x in schulden satisfies x.open > 3", "=dit is ( geen formule", "=f(a) = 3"])
    func `what has no plain words stays as it stands there`(formula: String) {
        #expect(nl.condition(formula) == "als \(formula.dropFirst())")
    }

    @Test func `the other language says it in its own order`() {
        #expect(en.condition("=bedrag > 1.5 and not(betaald)") == "if bedrag is more than 1.5 and betaald is no")
    }

    @Test func `a condition without end is not put in words, and costs no stack`() {
        let long = "=" + Array(repeating: "a = 1", count: 20_000).joined(separator: " or ")
        #expect(nl.condition(long).hasPrefix("als a = 1 or"))
    }
}
