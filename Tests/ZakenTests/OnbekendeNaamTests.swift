import Basics
import Engine
import TestHouse
import TestSupport
import Testing
import Zaken

/// Names in a drawing that nothing gives, in whatever place a name can stand.
@Suite("Names that nothing gives")
struct OnbekendeNaamTests {
    /// A step or event with something in it that is worked out, and which use that is.
    static let places: [(use: AskingExpression.Use, drawn: @Sendable (String) -> String)] = [
        (.timer, { event("<timerEventDefinition><timeDuration>=\($0)</timeDuration></timerEventDefinition>") }),
        (
            .event,
            { event("<conditionalEventDefinition><condition>=\($0) = 1</condition></conditionalEventDefinition>") }
        ),
        (.input, { task("<zeebe:ioMapping><zeebe:input source=\"=\($0)\" target=\"wat\"/></zeebe:ioMapping>") }),
        (.output, { task("<zeebe:ioMapping><zeebe:output source=\"=\($0)\" target=\"wat\"/></zeebe:ioMapping>") }),
        (.due, { task("<zeebe:taskSchedule dueDate=\"=\($0)\"/>") }),
        (.followUp, { task("<zeebe:taskSchedule followUpDate=\"=\($0)\"/>") }),
        (.priority, { task("<zeebe:priorityDefinition priority=\"=\($0)\"/>") }),
        (
            .script,
            {
                "<scriptTask id=\"G\"><extensionElements><zeebe:script expression=\"=\($0)\" resultVariable=\"wat\"/></extensionElements></scriptTask>"
            }
        ),
        (
            .service,
            {
                "<serviceTask id=\"G\"><extensionElements><zeebe:taskDefinition type=\"=\($0)\"/></extensionElements></serviceTask>"
            }
        ),
        (.collection, { many("<zeebe:loopCharacteristics inputCollection=\"=\($0)\"/>") }),
        (
            .outputElement,
            {
                many(
                    "<zeebe:loopCharacteristics inputCollection=\"=[1]\" outputCollection=\"r\" outputElement=\"=\($0)\"/>"
                )
            }
        ),
        (.cardinality, { many("", "<loopCardinality>=\($0)</loopCardinality>") }),
        (
            .completion,
            { many("", "<loopCardinality>=2</loopCardinality><completionCondition>=\($0) = 1</completionCondition>") }
        ),
        (
            .repeating,
            {
                "<task id=\"G\"><standardLoopCharacteristics><loopCondition>=\($0) = 1</loopCondition></standardLoopCharacteristics></task>"
            }
        ),
        (
            .activation,
            { "<complexGateway id=\"G\"><activationCondition>=\($0) = 1</activationCondition></complexGateway>" }
        ),
        (.messageKey, { thrown("correlationKey=\"=\($0)\"") }), (.messageLifetime, { thrown("timeToLive=\"=\($0)\"") }),
    ]

    @Test(arguments: places.indices)
    func `a name that is typed wrong is told wherever it stands, with the name that was meant`(_ index: Int)
        async throws
    {
        let place = Self.places[index]
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse(db)
            func told(_ name: String) throws -> [String] {
                try house.office.playbook.misses(of: Deployment(bron: Self.drawing(place.drawn(name))).definition())
                    .filter { $0.code == "unknown-fact" }.map { "\($0.message)" }
            }
            let wrong = try told("termijnen.naHerinering")
            #expect(wrong.count == 1, "\(place.use): \(wrong)")
            #expect(wrong.first?.hasPrefix("\(place.use.phrase)") == true, "\(place.use): \(wrong)")
            #expect(wrong.first?.contains("did you mean “termijnen.naHerinnering”?") == true, "\(place.use): \(wrong)")
            #expect(try told("termijnen.naHerinnering") == [], "\(place.use)")
        }
    }

    @Test func `each place where something is worked out is looked at`() {
        let tried = Set(Self.places.map(\.use))
        #expect(Set(AskingExpression.Use.allCases).subtracting(tried) == [.way, .activities])
    }

    @Test func `who does the work by a name that nothing gives is told, with the name that was meant`() async throws {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse(db)
            let drawn = Self.task("<zeebe:assignmentDefinition assignee=\"=uitkomts\"/>")
            let told = try house.office.playbook.misses(of: Deployment(bron: Self.drawing(drawn)).definition())
            #expect(told.contains { "\($0.message)".contains("did you mean “uitkomst”?") })
        }
    }

    @Test func `no drawing that ships asks for a name that nothing gives, or waits for an answer that no form gives`()
        async throws
    {
        try await TestDatabase.memory.with { db in
            let playbook = try await TestHouse(db).office.playbook
            for key in playbook.processen.newestKeys {
                let shipped = try #require(playbook.processen[key])
                let told = playbook.misses(of: shipped).filter { ["unknown-fact", "unknown-answer"].contains($0.code) }
                #expect(told == [], "\(key)")
            }
        }
    }

    private static func event(_ definition: String) -> String {
        "<intermediateCatchEvent id=\"G\">\(definition)</intermediateCatchEvent>"
    }

    private static func task(_ settings: String) -> String {
        "<userTask id=\"G\" name=\"Bellen\"><extensionElements>\(settings)</extensionElements></userTask>"
    }

    private static func many(_ settings: String, _ more: String = "") -> String {
        """
        <userTask id="G"><multiInstanceLoopCharacteristics><extensionElements>\(settings)</extensionElements>\(more)
        </multiInstanceLoopCharacteristics></userTask>
        """
    }

    private static func thrown(_ publishing: String) -> String {
        """
        <intermediateThrowEvent id="G"><extensionElements><zeebe:publishMessage \(publishing)/></extensionElements>
        <messageEventDefinition messageRef="m"/></intermediateThrowEvent>
        """
    }

    private static func drawing(_ step: String) -> String {
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="proef"
          xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"><message id="m" name="Betaald"/>
          <process id="proef" name="Proef" isExecutable="true"><startEvent id="begin"/>
          <sequenceFlow id="f0" sourceRef="begin" targetRef="G"/>\(step)
          <sequenceFlow id="f1" sourceRef="G" targetRef="klaar"/><endEvent id="klaar"/></process></definitions>
        """
    }
}
