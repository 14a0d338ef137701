public import Basics
public import Database
import Incasso
import Klanten
public import Zaken

/// Zaken of a process that waits for a signal of others, and throws it when someone does its first task.
extension TestHouse {
    /// The process of the listeners: the task may be done, or a signal comes and takes its place.
    public static func luisterproces(scope: String = "", after: String = "") -> String {
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn"
          xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="proef"><signal id="s" name="Rente gewijzigd"\(scope)/>
          <process id="luisteren" name="Luisteren" isExecutable="true"><startEvent id="begin"/>
          <sequenceFlow id="f0" sourceRef="begin" targetRef="roepen"/><userTask id="roepen" name="Roepen"/>
          <boundaryEvent id="oor" attachedToRef="roepen"><signalEventDefinition signalRef="s"/></boundaryEvent>
          <sequenceFlow id="f1" sourceRef="oor" targetRef="\(after.isEmpty ? "gehoord" : "door")"/>\(after)
          <userTask id="gehoord" name="Gehoord"/>
          <sequenceFlow id="f2" sourceRef="roepen" targetRef="roep"/><intermediateThrowEvent id="roep"><extensionElements>
          <zeebe:ioMapping><zeebe:input source="=&quot;per 1 januari&quot;" target="ingang"/></zeebe:ioMapping></extensionElements>
          <signalEventDefinition signalRef="s"/></intermediateThrowEvent>
          <sequenceFlow id="f3" sourceRef="roep" targetRef="geroepen"/><userTask id="geroepen" name="Geroepen"/></process>
        </definitions>
        """
    }

    /// A house in which zaken run this process.
    public static func luisterend(_ database: Database, _ source: String = luisterproces()) async throws -> TestHouse {
        let house = try await TestHouse(database) { $0.zaaktypen[Vordering.zaaktype]?.proces = "luisteren" }
        let deployment = try Deployment(bron: source)
        try await house.act { try deployment.run(in: $0) }
        try await house.office.reloadProcesses()
        return house
    }

    /// As many zaken that listen, each of someone else, from this number on.
    @discardableResult
    public func luisteraars(_ count: Int, from first: Int = 1) async throws -> [Identifier<Zaak>] {
        try await act { act in
            try (first..<first + count).map { number in
                let item = Post(.nummer(number), "F\(number)", vervalt: act.today, .euros(100)).item
                guard case .added(let zaak) = try Vordering.Intake(schuldeiser: Zonnedorp.code, post: item).run(in: act)
                else { throw ZaakRefusal.unknownZaak }
                try Zaak.Start(zaak: zaak).run(in: act)
                return zaak
            }
        }
    }

    /// Someone does the task of a zaak that waits at this step.
    public func doe(_ stap: String, of zaak: Identifier<Zaak>) async throws {
        try await act { act in
            guard let taak = try act.tx.taken.waiting(for: zaak).first(where: { $0.stap == stap }) else { return }
            try Taak.Completion(taak: taak.id, invoer: [:], door: .anja, als: .onbegrensd).run(in: act)
        }
    }

    /// The steps at which a zaak waits for a person.
    public func stappen(of zaak: Identifier<Zaak>) async throws -> [String] {
        try await read { try $0.taken.waiting(for: zaak).map(\.stap) }
    }
}
