public import Basics
public import Database
import Engine
import Incasso
import Klanten
public import Zaken

/// Zaken that send each other messages: of a question, with a key, and of the answer.
extension TestHouse {
    private static func definitions(_ inside: String) -> String {
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
          targetNamespace="proef"><message id="m" name="Akkoord"><extensionElements><zeebe:subscription
          correlationKey="=dossier"/></extensionElements></message>\(inside)</definitions>
        """
    }

    /// Who awaits: first a task, so that a test says when it begins to; then the message for its `dossier`, then another task.
    public static let wachtproces = definitions(
        """
        <process id="wachten" name="Wachten" isExecutable="true"><startEvent id="begin"/>
        <sequenceFlow id="f0" sourceRef="begin" targetRef="eerst"/><userTask id="eerst" name="Eerst"/>
        <sequenceFlow id="f1" sourceRef="eerst" targetRef="wacht"/><receiveTask id="wacht" messageRef="m"/>
        <sequenceFlow id="f2" sourceRef="wacht" targetRef="gehoord"/><userTask id="gehoord" name="Gehoord"/></process>
        """)

    /// Who sends: after its task the message for `voor`, with one thing in it; then what these nodes and flows say from `verder` on, or a task.
    public static func zendproces(
        publishing: String = "<zeebe:publishMessage correlationKey=\"=voor\"/>",
        after: String = "<userTask id=\"verder\" name=\"Verder\"/>"
    ) -> String {
        definitions(
            """
            <process id="zenden" name="Zenden" isExecutable="true"><startEvent id="begin"/>
            <sequenceFlow id="f0" sourceRef="begin" targetRef="sturen"/><userTask id="sturen" name="Sturen"/>
            <sequenceFlow id="f1" sourceRef="sturen" targetRef="stuur"/><intermediateThrowEvent id="stuur"><extensionElements>
            <zeebe:ioMapping><zeebe:input source="=&quot;ja&quot;" target="antwoord"/></zeebe:ioMapping></extensionElements>
            <messageEventDefinition messageRef="m"><extensionElements>\(publishing)</extensionElements></messageEventDefinition>
            </intermediateThrowEvent><sequenceFlow id="f3" sourceRef="stuur" targetRef="verder"/>\(after)</process>
            """)
    }

    /// A house with a zaaktype `wachten` and a zaaktype `zenden`, each with its process, and these beside them by their process.
    public static func corresponderend(
        _ database: Database, zenden: String = zendproces(), beside others: [String: String] = [:]
    ) async throws -> TestHouse {
        let house = try await TestHouse(database)
        var sources = others
        sources["wachten"] = wachtproces
        sources["zenden"] = zenden
        let deployments = try sources.values.map { try Deployment(bron: $0) }
        try await house.act { act in for one in deployments { try one.run(in: act) } }
        try await house.office.reloadProcesses()
        let names = sources.keys.sorted()
        house.office.change { playbook in
            guard let shipped = playbook.zaaktypen[Vordering.zaaktype] else { return }
            for name in names {
                var type = shipped
                type.proces = name
                playbook.zaaktypen[name] = type
            }
        }
        return house
    }

    /// A zaak of this zaaktype for a person of its own, whose process has begun with these variables.
    public func zaak(_ zaaktype: String, _ number: Int, _ variables: [String: JSON] = [:]) async throws -> Identifier<
        Zaak
    > {
        try await act { act in
            let item = Post(.nummer(number), "F\(number)", vervalt: act.today, .euros(100)).item
            guard case .added(let first) = try Vordering.Intake(schuldeiser: Zonnedorp.code, post: item).run(in: act),
                let partij = try act.tx.zaken.find(first).flatMap({ try act.tx.partijen.find($0.partij) })
            else { throw ZaakRefusal.unknownZaak }
            let zaak = try Zaak.Opening(zaaktype: zaaktype, partij: partij, omschrijving: zaaktype).run(in: act)
            try Zaak.Start(zaak: zaak.id).run(in: act)
            if !variables.isEmpty { try act.perform(.setVariables(variables), on: zaak) }
            return zaak.id
        }
    }

    /// A zaak that awaits the message for this dossier.
    public func wachtende(_ dossier: String, _ number: Int) async throws -> Identifier<Zaak> {
        let zaak = try await zaak("wachten", number, ["dossier": .string(dossier)])
        try await doe("eerst", of: zaak)
        return zaak
    }

    /// What is known in the process of a zaak.
    public func variabelen(of zaak: Identifier<Zaak>) async throws -> [String: JSON] {
        try await read { try $0.processen.instance(of: zaak)?.variables() ?? [:] }
    }
}
