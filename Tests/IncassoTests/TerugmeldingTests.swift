import Basics
import Exchange
import Incasso
import Recht
import Synchronization
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("What a municipality reports back on a signal")
struct TerugmeldingTests {
    @Test(arguments: TestDatabase.all, EarlyWarningResult.allCases)
    func `each result has its consequence: help rests the zaak, the wrong place counts as no signal`(
        on kind: TestDatabase, _ result: EarlyWarningResult
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.signalled()
            #expect(try await house.poort(.overdracht, of: .noor).isOpen)

            #expect(try await house.report(result, on: zaak) == .nieuw)
            #expect(try await house.report(result, on: zaak) == .bekend)

            let missing = try await house.poort(.overdracht, of: .noor).ontbrekend.map(\.punt)
            let asked = try await house.taken(of: .noor).map(\.stap)
            let effect = try #require(try ShippedContent.shared.get().recht.signalPolicy.consequences[result.rawValue])
            switch effect {
            case .stilzetten:
                #expect(missing == [.uitslag] && asked == ["A.4.1"])
                try await house.doe(
                    "A.4.1", of: .noor, ["soort": "hulp", "uitkomst": "hervatten", "toelichting": "Hulp is klaar."])
            case .bekijken, .teltNiet:
                #expect(missing == (effect == .teltNiet ? [.signaal, .uitslag] : [.uitslag]))
                #expect(asked.contains("signaal_uitslag"))
                try await house.doe("signaal_uitslag", of: .noor, ["uitkomst": "verder", "toelichting": "Gebeld."])
            case .vastleggen: #expect(missing == [] && asked == ["A.2.5"])
            }
            let after = try await house.poort(.overdracht, of: .noor).ontbrekend.map(\.punt)
            #expect(after == (effect == .teltNiet ? [.signaal] : []))
            #expect(house.mishaps.all == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `an older report again takes nothing away that a person has to weigh, and anew asks for a new signal`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.signalled()
            let policy = try ShippedContent.shared.get().recht.signalPolicy.consequences
            let kept = try #require(EarlyWarningResult.allCases.first { policy[$0.rawValue] == .vastleggen })
            let weighed = try #require(EarlyWarningResult.allCases.first { policy[$0.rawValue] == .bekijken })

            #expect(try await house.report(kept, on: zaak) == .nieuw)
            #expect(try await house.report(weighed, on: zaak) == .nieuw)
            #expect(try await house.report(kept, on: zaak) == .bekend)
            #expect(try await house.poort(.overdracht, of: .noor).ontbrekend.map(\.punt) == [.uitslag])

            try await house.doe("signaal_uitslag", of: .noor, ["uitkomst": "opnieuw", "toelichting": "Ander adres."])
            #expect(try await house.poort(.overdracht, of: .noor).ontbrekend.map(\.punt) == [.signaal])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a signal that reached the wrong municipality is given anew at once`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.ready()
            let one = try await house.give(zaak)
            guard case .gegeven(let signal) = one else { throw ZaakRefusal.unknownZaak }
            try await house.act { try Signaal.Answer(signaal: signal.id, code: 201, tekst: "").run(in: $0) }
            #expect(try await house.give(zaak).word == "al_gegeven")
            try await house.report(.geenInwoner, on: zaak)
            #expect(try await house.give(zaak).word == "gegeven")
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a file is taken in once; a signal of nobody, of another municipality or with a strange result is rejected`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.handOver(.noor)
            let signal = try #require(try await house.read { try $0.signalen.all(of: zaak.id).first })
            let file = house.delivery([
                (signal.id.text, "9999", "Definitief geen contact kunnen krijgen"),
                ("VS-1", "9999", "Inwoner is overleden"),
                (signal.id.text, "9998", "Inwoner is overleden"), ("x", "9999", "Iets anders"),
            ])
            let importing = Bestandsimport(office: house.office, schuldeiser: "")
            let first = try await importing.run(ImportFile(Array(file.utf8)), named: "gemeente.json", by: "anja")
            #expect(first.soort == .terugmelding && first.staat == .klaar)
            #expect([first.gelezen, first.nieuw, first.bekend, first.afgewezen] == [4, 1, 0, 3])
            let again = try await importing.run(ImportFile(Array(file.utf8)), named: "gemeente.json", by: "anja")
            #expect([again.nieuw, again.bekend] == [0, 1])
            let kept = try await house.read { try $0.terugmeldingen.all(of: zaak.id) }
            #expect(kept.map(\.uitslag) == [.nietBereikt] && kept.first?.pogingen.gedaan == 2)
            #expect(kept.first?.gewogen != nil)
        }
    }

    @Test(arguments: [
        "", "{", "[]", "{}", "{\"leveringen\": 3}", "{\"leveringen\": [{}], \"einddatumLevering\": \"2026-06-09\"}",
    ])
    func `what is no such file is refused whole`(text: String) {
        #expect(throws: FileFault.self) { try EarlyWarningReports(reading: Array(text.utf8)) }
    }

    @Test(arguments: TestDatabase.all)
    func `a report of a day before the signal is rejected by itself, with the field, the day and what was expected`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.handOver(.noor)
            let signal = try #require(try await house.read { try $0.signalen.all(of: zaak.id).first })
            let lines = [(signal.id.text, "9999", "Inwoner is overleden"), ("VS-1", "9999", "Inwoner is overleden")]
            let report = try await house.takeIn(house.delivery(lines, at: "\(signal.dag - 1)T12:00:00Z"))
            #expect([report.gelezen, report.nieuw, report.afgewezen] == [2, 0, 2])
            let rejected = try await house.read { try $0.imports.rejections(of: report.id) }
            #expect(rejected.map(\.veld) == ["aanleverdatumEnTijd", "ID"])
            #expect(rejected.map(\.reden) == ["beforeSignal", "unknown"])
            #expect(rejected.first?.waarde == "\(signal.id): \(signal.dag - 1) < \(signal.dag)")
            #expect(try await house.read { try $0.terugmeldingen.all(of: zaak.id) } == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a file of a day that does not exist or is to come is refused whole, by the field that says so`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let line = [("VS-1", "9999", "Inwoner is overleden")]
            let tomorrow = "\(house.clock.today + 1)T00:30:00"
            for (moment, code) in [("2026-02-30T10:00:00Z", "signal-day"), (tomorrow, "signal-day-to-come")] {
                let report = try await house.takeIn(house.delivery(line, at: moment))
                #expect(report.staat == .geweigerd && report.gelezen == 0)
                #expect(report.fout?.code == code && report.fout?.element == "aanleverdatumEnTijd")
            }
            let local = try await house.takeIn(house.delivery(line, at: "\(house.clock.today)T00:30:00"))
            #expect(local.staat == .klaar)
        }
    }

    @Test func `signals are counted and not cases; a day beside the result that does not exist rejects its signal`()
        throws
    {
        func text(_ signals: Int, _ takenUp: String) -> String {
            let ids = (1...signals).map { "{\"ID\": \"S\($0)\"}" }.joined(separator: ",")
            return """
                {"einddatumLevering": "2026-06-09", "leveringen": [{"gemeentecode": "9999", "vroegsignaalzaken": [
                  {"resultaat": "Inwoner is overleden", "vroegsignalen": [\(ids)]},
                  {"resultaat": "Inwoner is overleden", "datum_opgepakt": "\(takenUp)", "vroegsignalen": [{"ID": "L"}]}]}]}
                """
        }
        let read = try EarlyWarningReports(reading: Array(text(3, "2026-06-31").utf8))
        #expect(read.dayField == "einddatumLevering" && read.lines.count == 4)
        let place = LineRejection(line: 4, field: "datum_opgepakt", value: "2026-06-31", reason: .notADate)
        #expect(read.lines.last == .failure(place))
        let most = EarlyWarningReports.most
        let full = try EarlyWarningReports(reading: Array(text(most - 1, "2026-06-08").utf8))
        #expect(full.lines.count == most)
        #expect(throws: FileFault.self) {
            try EarlyWarningReports(reading: Array(text(most, "2026-06-08").utf8))
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a large file goes in by batches that tell how far they are`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let signals = try await house.signalled(Terugmeldimport.batch + 20)
            let file = house.delivery(signals.map { ($0, "9999", "Inwoner is overleden") })
            let progress = Mutex<[Int]>([])
            let report = try await house.takeIn(file) { one in progress.withLock { $0.append(one.nieuw) } }
            #expect(progress.withLock(\.self) == [Terugmeldimport.batch, signals.count])
            #expect([report.gelezen, report.nieuw] == [signals.count, signals.count])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `help while an arrangement is kept stops nothing: a person is asked beside it`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.ready()
            _ = try await house.give(zaak)
            try await house.act { act in
                try Betalingsregeling.Agreement(
                    zaak: zaak.id, perMaand: .euros(100), eersteDag: act.today + 10, door: .anja
                ).run(in: act)
            }
            try await house.report(.hulpFinancieel, on: zaak)
            #expect(
                try await house.read { try $0.taken.waiting(for: zaak.id) }.contains { $0.stap == "signaal_uitslag" })
            #expect(try await house.read { try $0.regelingen.running(for: zaak.id) } != nil)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `nobody reports before the signal was given, or on a day to come`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.ready()
            _ = try await house.give(zaak)
            let today = house.clock.today
            await #expect(throws: SignaalRefusal.beforeSignal(today)) {
                try await house.report(.advies, on: zaak, day: today - 1)
            }
            await #expect(throws: SignaalRefusal.dayToCome) {
                try await house.report(.advies, on: zaak, day: today + 1)
            }
        }
    }
}

extension TestHouse {
    /// A zaak before its handover, whose signal the municipality has.
    fileprivate func signalled() async throws -> Zaak {
        try await take(.huur(.noor))
        try await walkToHandover(.noor)
        try await doe("signaal_afleveren", of: .noor, Voordracht.afgeleverd(self))
        return try await zaak(of: .noor)
    }

    /// Takes a file in as dragging it onto the page does.
    fileprivate func takeIn(
        _ file: String, progress: @Sendable (Importverslag) -> Void = { _ in }
    ) async throws -> Importverslag {
        try await Bestandsimport(office: office, schuldeiser: "")
            .run(ImportFile(Array(file.utf8)), named: "gemeente.json", by: "anja", progress: progress)
    }

    /// The municipality reports on the newest signal.
    @discardableResult
    fileprivate func report(
        _ result: EarlyWarningResult, on zaak: Zaak, day: Day? = nil
    ) async throws -> Signaal.Reporting.Effect {
        let recht = try ShippedContent.shared.get().recht
        return try await act { act in
            let signal = try #require(try act.tx.signalen.all(of: zaak.id).first)
            return try Signaal.Reporting(
                signaal: signal.id, uitslag: result, dag: day ?? act.today, bron: .hand, door: "anja"
            ).run(in: act, recht: recht)
        }
    }

    /// A delivery of the exchange model with a case for each signal, municipality and result.
    fileprivate func delivery(
        _ results: [(id: String, code: String, result: String)], at moment: String? = nil
    ) -> String {
        let deliveries = results.map { one in
            """
            {"teller": 1, "gemeentecode": "\(one.code)", "aanleverende_organisatie": {"naam": "Gemeente Zonnedorp"},
             "vroegsignaalzaken": [{"resultaat": "\(one.result)", "datum_opgepakt": "\(clock.today)",
               "vroegsignalen": [{"ID": "\(one.id)"}],
               "contactpogingen": [{"soort": "Telefoon", "bereikt": false, "datum": "\(clock.today)"},
                 {"soort": "Huisbezoek", "bereikt": false, "datum": "\(clock.today)"}]}]}
            """
        }
        return """
            {"codeGegevensleverancier": "X", "startdatumLevering": "\(clock.today)", "einddatumLevering": "\(clock.today)",
             "aanleverdatumEnTijd": "\(moment ?? clock.now.description)", "leveringen": [\(deliveries.joined(separator: ","))]}
            """
    }
}
