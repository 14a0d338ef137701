import Basics
import Database
import Engine
import TestHouse
import TestSupport
import Testing
import Zaken

/// A message and who awaits it find each other whoever is first, also at the same moment and after an upgrade (decision 0012).
@Suite("Messages that meet who awaits them")
struct ProcesberichtSamenloopTests {
    @Test(arguments: TestDatabase.shared)
    func `a message and a zaak that begins to await it at the same moment do not miss each other`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse.corresponderend(db)
            var pairs: [(Identifier<Zaak>, Identifier<Zaak>)] = []
            for number in 0..<24 {
                let dossier: JSON = .string("D\(number)")
                pairs.append(
                    (
                        try await house.zaak("wachten", 100 + number, ["dossier": dossier]),
                        try await house.zaak("zenden", 200 + number, ["voor": dossier])
                    ))
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (waiting, sender) in pairs {
                    group.addTask { try await house.doe("eerst", of: waiting) }
                    group.addTask { try await house.doe("sturen", of: sender) }
                }
                try await group.waitForAll()
            }
            try await house.settle()
            for (waiting, _) in pairs { #expect(try await house.stappen(of: waiting) == ["gehoord"]) }
            #expect(try await house.read { try $0.count("procesberichten") } == 0)
            #expect(try await house.read { try $0.count("berichtwachters") } == 0)
            #expect(house.mishaps.all == [])
            #expect(try await house.flaws() == [])
        }
    }

    @Test(arguments: TestDatabase.shared)
    func `the zaken that awaited a key before the upgrade are reached after it`(on kind: TestDatabase) async throws {
        try await kind.at { location in
            let keys = ["A", "é \"b\" \\ /", String(repeating: "lang", count: 100)]
            let zaken = try await TestDatabase.open(location) { db in
                let house = try await TestHouse.corresponderend(db)
                var zaken: [Identifier<Zaak>] = []
                for (number, key) in keys.enumerated() { zaken.append(try await house.wachtende(key, number + 1)) }
                let first = zaken[0]
                try await house.act { act in
                    try act.perform(.setVariables(["brief": "a\u{0}b"]), on: try act.openZaak(first))
                }
                try await house.database.write { try $0.undoMessages() }
                return zaken
            }
            try await TestDatabase.open(location) { db in
                let house = try await TestHouse.corresponderend(db)
                #expect(try await house.read { try $0.count("berichtwachters") } == 2)
                let long = zaken[2]
                try await house.act { act in
                    try act.perform(.setVariables(["stap": 1]), on: try act.openZaak(long))
                }
                for (number, key) in keys.enumerated() {
                    let sender = try await house.zaak("zenden", number + 10, ["voor": .string(key)])
                    try await house.doe("sturen", of: sender)
                }
                try await house.settle()
                for zaak in zaken.dropLast() { #expect(try await house.stappen(of: zaak) == ["gehoord"]) }
            }
        }
    }

    /// The same conversation in two processes, known by what its messages carry (BPMN 8.4.2).
    private static func gesprek(_ id: String, _ inside: String) -> String {
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
        targetNamespace="proef"><message id="vraag" name="Vraag"/><message id="antwoord" name="Antwoord"/>
        <correlationProperty id="nummer">
        <correlationPropertyRetrievalExpression messageRef="vraag"><messagePath>nummer</messagePath></correlationPropertyRetrievalExpression>
        <correlationPropertyRetrievalExpression messageRef="antwoord"><messagePath>nummer</messagePath></correlationPropertyRetrievalExpression>
        </correlationProperty><collaboration id="c"><participant id="wij" processRef="\(id)"/><participant id="zij"/>
        <conversation id="gesprek"><participantRef>wij</participantRef><participantRef>zij</participantRef>
        <correlationKey id="sleutel"><correlationPropertyRef>nummer</correlationPropertyRef></correlationKey></conversation></collaboration>
        <process id="\(id)" isExecutable="true">\(inside)</process></definitions>
        """
    }

    private static let mapped = """
        <extensionElements><zeebe:ioMapping><zeebe:input source="=nummer" target="nummer"/></zeebe:ioMapping></extensionElements>
        """

    private static let vrager = gesprek(
        "vrager",
        """
        <startEvent id="begin"/><sequenceFlow id="f0" sourceRef="begin" targetRef="sturen"/><userTask id="sturen" name="Sturen"/>
        <sequenceFlow id="f1" sourceRef="sturen" targetRef="vraagt"/><sendTask id="vraagt" messageRef="vraag">\(mapped)</sendTask>
        <sequenceFlow id="f2" sourceRef="vraagt" targetRef="wacht"/><receiveTask id="wacht" messageRef="antwoord"/>
        <sequenceFlow id="f3" sourceRef="wacht" targetRef="weet"/><userTask id="weet" name="Weet"/>
        """)

    private static let antwoorder = gesprek(
        "antwoorder",
        """
        <startEvent id="begin"><messageEventDefinition messageRef="vraag"/></startEvent>
        <sequenceFlow id="f0" sourceRef="begin" targetRef="denken"/><userTask id="denken" name="Denken"/>
        <sequenceFlow id="f1" sourceRef="denken" targetRef="zegt"/><sendTask id="zegt" messageRef="antwoord">\(mapped)</sendTask>
        <sequenceFlow id="f2" sourceRef="zegt" targetRef="klaar"/><userTask id="klaar" name="Klaar"/>
        """)

    @Test(arguments: TestDatabase.all)
    func `a conversation of two zaken is known by its keys, from question to answer`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse.corresponderend(
                db, beside: ["vrager": Self.vrager, "antwoorder": Self.antwoorder])
            let (one, other) = (
                try await house.zaak("vrager", 1, ["nummer": 7]), try await house.zaak("vrager", 2, ["nummer": 8])
            )
            try await house.doe("sturen", of: one)
            try await house.doe("sturen", of: other)
            try await house.settle()
            let begun = try await house.read { tx in
                try tx.rows("SELECT id FROM zaken WHERE zaaktype = 'antwoorder' ORDER BY nummer").compactMap {
                    try tx.zaken.find(try $0["id"])
                }
            }
            #expect(begun.count == 2)
            let partij = try await house.read { try $0.zaken.find(other)?.partij }
            let second = try #require(begun.first { $0.partij == partij })
            try await house.doe("denken", of: second.id)
            try await house.settle()
            #expect(try await house.stappen(of: other) == ["weet"])
            #expect(try await house.stappen(of: one) == [])
            #expect(house.mishaps.all == [])
        }
    }
}
