import Basics
import Database
import Engine
import TestHouse
import TestSupport
import Testing
import Zaken

/// Activities of which a person begins what is useful, until a person says that it is done (BPMN 10.3.5).
@Suite("Optional activities of a zaak")
struct ActiviteitenTests {
    private static func proces(_ ordering: String = "") -> String {
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="proef">
          <process id="luisteren" name="Voorbereiden" isExecutable="true">
          <laneSet id="banen"><lane id="baan" name="Medewerker klantenservice"><flowNodeRef>ruimte</flowNodeRef></lane></laneSet>
          <startEvent id="begin"/><sequenceFlow id="f0" sourceRef="begin" targetRef="ruimte"/>
          <adHocSubProcess id="ruimte" name="Voorbereiden"\(ordering)><documentation>Doe wat nodig is.</documentation>
          <userTask id="adres" name="Adres nakijken"/><userTask id="tolk" name="Tolk regelen"/></adHocSubProcess>
          <sequenceFlow id="f1" sourceRef="ruimte" targetRef="verder"/><userTask id="verder" name="Verder"/></process></definitions>
        """
    }

    @Test(arguments: TestDatabase.all)
    func `the offer stays beside what was begun, also twice, until a person says that it is done`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse.luisterend(db, Self.proces())
            let zaak = try await house.luisteraars(1)[0]
            #expect(try await house.stappen(of: zaak) == ["ruimte"])
            try await house.kies("adres", of: zaak)
            #expect(try await house.stappen(of: zaak).sorted() == ["adres", "ruimte"])
            try await house.kies("tolk", of: zaak)
            #expect(try await house.stappen(of: zaak).sorted() == ["adres", "ruimte", "tolk"])
            try await house.doe("adres", of: zaak)
            try await house.doe("tolk", of: zaak)
            #expect(try await house.stappen(of: zaak) == ["ruimte"])
            try await house.kies("adres", of: zaak)
            try await house.kies(Taak.klaar, of: zaak)
            #expect(try await house.stappen(of: zaak) == ["verder"])
            #expect(try await house.read { try $0.kinds("activiteit_begonnen") } == 3)
            #expect(try await house.flaws() == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a second press, or the page of a colleague of before, begins nothing twice and ends nothing unseen`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse.luisterend(db, Self.proces())
            let zaak = try await house.luisteraars(1)[0]
            try await house.kies("adres", of: zaak, gezien: 0)
            for keuze in ["adres", "tolk", Taak.klaar] {
                await #expect(throws: TaakRefusal.begunMeanwhile) {
                    try await house.kies(keuze, of: zaak, gezien: 0)
                }
            }
            #expect(try await house.stappen(of: zaak).sorted() == ["adres", "ruimte"])
            try await house.doe("adres", of: zaak)
            await #expect(throws: TaakRefusal.begunMeanwhile) { try await house.kies("adres", of: zaak, gezien: 0) }
            try await house.kies("adres", of: zaak, gezien: 1)
            #expect(try await house.read { try $0.kinds("activiteit_begonnen") } == 2)
        }
    }

    @Test func `one by one no second is begun while the first runs, and the offer stays`() async throws {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse.luisterend(db, Self.proces(" ordering=\"Sequential\""))
            let zaak = try await house.luisteraars(1)[0]
            try await house.kies("adres", of: zaak)
            await #expect(throws: EngineRefusal.self) { try await house.kies("tolk", of: zaak) }
            try await house.doe("adres", of: zaak)
            try await house.kies("tolk", of: zaak)
            #expect(try await house.stappen(of: zaak).sorted() == ["ruimte", "tolk"])
        }
    }

    @Test func `the work of a lane is for who the zaaktype says, also inside`() async throws {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse.luisterend(db, Self.proces())
            let zaak = try await house.luisteraars(1)[0]
            try await house.kies("adres", of: zaak)
            let taken = try await house.read { try $0.taken.waiting(for: zaak) }
            #expect(taken.map(\.groepen.names) == [["klantenservice"], ["klantenservice"]])
            #expect(taken.first { $0.stap == "ruimte" }?.waarom == "Doe wat nodig is.")
        }
    }

    @Test(arguments: TestDatabase.shared)
    func `a zaak whose offer was taken away before the upgrade has it again`(on kind: TestDatabase) async throws {
        try await kind.at { location in
            let zaken = try await TestDatabase.open(location) { db in
                let house = try await TestHouse.luisterend(db, Self.proces())
                let zaken = try await house.luisteraars(3)
                try await house.kies("adres", of: zaken[0])
                try await house.kies(Taak.klaar, of: zaken[1])
                let first = zaken[0]
                try await house.database.write { tx in
                    try tx.run(
                        """
                        UPDATE taken SET staat = 'afgerond', afgerond_op = ontstaan, afgerond_door = 'anja',
                            versie = versie + 1 WHERE zaak_id = \(first) AND stap = 'ruimte'
                        """)
                    try tx.run("DELETE FROM migrations WHERE number = 164")
                }
                return zaken
            }
            try await TestDatabase.open(location) { db in
                let steps = try await zaken.asyncMap { zaak in
                    try await db.read { try $0.taken.waiting(for: zaak).map(\.stap).sorted() }
                }
                #expect(steps == [["adres", "ruimte"], ["verder"], ["ruimte"]])
            }
        }
    }
}

extension TestHouse {
    /// Chooses on a page that was drawn when so many were begun, or just now.
    fileprivate func kies(_ keuze: String, of zaak: Identifier<Zaak>, gezien: Int? = nil) async throws {
        try await act { act in
            let taak = try act.tx.taken.waiting(for: zaak).first { $0.soort == .activiteiten }
            guard let taak else { throw TaakRefusal.unknownTaak }
            try Taak.Completion(
                taak: taak.id, invoer: ["keuze": keuze], gezien: gezien ?? taak.begonnen, door: .anja, als: .onbegrensd
            ).run(in: act)
        }
    }
}

extension Array where Element: Sendable {
    fileprivate func asyncMap<Result>(_ transform: (Element) async throws -> Result) async rethrows -> [Result] {
        var results: [Result] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
