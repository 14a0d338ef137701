import Basics
import Recht
import Testing

@Suite("Limitation, special states, contact and signals")
struct RulesTests {
    let tables: RechtTables

    init() throws { tables = try Shipped.tables() }

    @Test func `a rent claim lapses five years after it became due`() throws {
        let limitation = try #require(tables.limitation.limitation(of: .periodiek, due: day("2021-03-01")))
        #expect(limitation.ends == day("2026-03-01"))
        #expect(!limitation.hasLapsed(on: day("2026-03-01")))
        #expect(limitation.hasLapsed(on: day("2026-03-02")))
        #expect(limitation.warning(on: day("2025-12-02"))?.months == 3)
        #expect(limitation.warning(on: day("2025-02-28")) == nil)
    }

    @Test func `an interruption gives a new term, never a shorter one`() throws {
        func ends(_ kind: LimitationKind, _ on: String, proof: String? = "brief.pdf") throws -> Day {
            let interruption = Interruption(day: day(on), kind: .aanmaning, proof: proof)
            return try #require(
                tables.limitation.limitation(of: kind, due: day("2021-03-01"), interrupted: [interruption])
            ).ends
        }
        #expect(try ends(.periodiek, "2025-06-10") == day("2030-06-10"))
        #expect(try ends(.periodiek, "2025-06-10", proof: nil) == day("2026-03-01"))
        #expect(try ends(.periodiek, "2026-03-02") == day("2026-03-01"))
        #expect(try ends(.consumentenkoop, "2022-03-01") == day("2024-03-01"))
        #expect(try ends(.vonnis, "2022-03-01") == day("2041-03-01"))
        #expect(try ends(.vonnis, "2040-03-01") == day("2045-03-01"))
    }

    @Test(arguments: [
        (SpecialStateKind.wsnp, CollectionAct.rente, "Fw 303 lid 1"), (.wsnp, .beslag, "Fw 301"),
        (.wsnp, .ontruiming, "Fw 305"),
        (.moratoriumSmal, .ontruiming, "Fw 287b"), (.moratoriumBreed, .herinnering, "Wgs art. 5"),
        (.faillissement, .aanmaning, "Fw 26"),
        (.overlijden, .herinnering, "BW 4:184"),
    ])
    func `a special state forbids with its article`(kind: SpecialStateKind, act: CollectionAct, article: String) {
        let answer = tables.states.mag(act, on: day("2026-02-01"), in: [SpecialState(kind, begins: day("2026-01-01"))])
        guard case .verboden(let reasons) = answer else { return #expect(Bool(false), "allowed") }
        #expect(reasons.map(\.article) == [article])
    }

    @Test func `every state has a rule and leaves answering and interrupting allowed`() {
        for kind in SpecialStateKind.allCases {
            let states = [SpecialState(kind, begins: day("2026-01-01"))]
            #expect(tables.states.rules[kind] != nil)
            #expect(tables.states.mag(.informatie, on: day("2026-02-01"), in: states) == .toegestaan)
            #expect(tables.states.mag(.stuiting, on: day("2026-02-01"), in: states) == .toegestaan)
        }
    }

    @Test func `a pause whose end has passed holds until a person decides`() {
        let pause = SpecialState(.pauze, begins: day("2026-01-01"), expectedEnd: day("2026-03-01"))
        guard case .verboden(let reasons) = tables.states.mag(.kosten, on: day("2026-03-02"), in: [pause]) else {
            return #expect(Bool(false), "allowed")
        }
        #expect(reasons.first?.awaitsDecision == true)
        let released = SpecialState(
            .pauze, begins: day("2026-01-01"), expectedEnd: day("2026-03-01"), released: day("2026-03-02"))
        #expect(tables.states.mag(.kosten, on: day("2026-03-02"), in: [released]) == .toegestaan)
    }

    @Test func `letters go to the one who acts for the person`() {
        let states = [
            SpecialState(.betwisting, begins: day("2026-01-01")), SpecialState(.bewind, begins: day("2026-01-01")),
        ]
        #expect(tables.states.addressee(on: day("2026-02-01"), in: states) == "bewindvoerder")
    }

    @Test(arguments: [
        ("2026-02-02", 6, 59, false), ("2026-02-02", 7, 0, true), ("2026-02-02", 19, 59, true),
        ("2026-02-02", 20, 0, false),
        ("2026-02-01", 12, 0, false), ("2026-04-27", 12, 0, false), ("2026-02-07", 12, 0, true),
    ])
    func `contact is for daytime on days that are no Sunday or holiday`(
        date: String, hour: Int, minute: Int, allowed: Bool
    ) {
        let refusal = tables.contact.refusal(at: Moment(day(date), hour: hour, minute: minute), after: [])
        #expect((refusal == nil) == allowed)
    }

    @Test func `a message waits for the next allowed moment and for the cap`() {
        let saturday = Moment(day("2026-02-07"), hour: 21)
        #expect(tables.contact.nextMoment(from: saturday) == Moment(day("2026-02-09"), hour: 7))
        let earlier = [0, 3, 6].map { Moment(day("2026-02-02") + $0, hour: 9) }
        #expect(
            tables.contact.nextMoment(from: Moment(day("2026-02-10"), hour: 9), after: earlier)
                == Moment(day("2026-02-16"), hour: 7))
    }

    @Test func `a signal needs all four steps and no objection`() throws {
        let rule = try #require(tables.signals.value(on: day("2026-02-01")))
        let attempts = [
            ContactAttempt(day: day("2026-01-05"), part: .ochtend, channel: "telefoon", reached: false),
            ContactAttempt(day: day("2026-01-12"), part: .avond, channel: "huisbezoek", reached: false),
        ]
        var evidence = SignalEvidence(attempts: [attempts[0]], reminded: day("2026-01-02"), offered: day("2026-01-02"))
        #expect(rule.verdict(on: evidence) == .nogNiet(missing: [.persoonlijkContact, .schuldhulp]))
        evidence.attempts = attempts
        evidence.helpPointedOut = day("2026-01-02")
        #expect(rule.verdict(on: evidence) == .verplicht)
        evidence.objected = day("2026-01-20")
        #expect(rule.verdict(on: evidence) == .nietToegestaan(.bezwaar(on: day("2026-01-20"))))
    }

    @Test func `a table with an unknown word is refused with its place`() {
        #expect(throws: RechtTableFlaws.self) {
            try Shipped.tables(changing: "bijzondere-toestanden.yaml") {
                $0.replacing("soort: wsnp", with: "soort: wsnq")
            }
        }
    }
}
