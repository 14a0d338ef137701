import Basics
import Dmn
import Feel
import Foundation
import Testing

/// Functions of models that call themselves (DMN 1.5, 10.4: "a business knowledge model may require itself").
@Suite("Models that call themselves") struct SelfCallTests {
    static let knowledge = """
        <businessKnowledgeModel id="sum" name="sum"><encapsulatedLogic><formalParameter name="n" typeRef="number"/>
          <literalExpression><text>if n = 0 then 0 else n + sum(n - 1)</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
        <businessKnowledgeModel id="row" name="row"><encapsulatedLogic><formalParameter name="n" typeRef="number"/>
          <literalExpression><text>if n = 0 then [] else append(row(n - 1), n)</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
        <businessKnowledgeModel id="fib" name="fib"><encapsulatedLogic><formalParameter name="n" typeRef="number"/>
          <literalExpression><text>if n &lt; 2 then n else fib(n - 1) + fib(n - 2)</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
        <businessKnowledgeModel id="even" name="even"><encapsulatedLogic><formalParameter name="n" typeRef="number"/>
          <literalExpression><text>if n = 0 then true else odd one(n - 1)</text></literalExpression></encapsulatedLogic>
          <knowledgeRequirement><requiredKnowledge href="#odd"/></knowledgeRequirement></businessKnowledgeModel>
        <businessKnowledgeModel id="odd" name="odd one"><encapsulatedLogic><formalParameter name="n" typeRef="number"/>
          <literalExpression><text>if n = 0 then false else even(n - 1)</text></literalExpression></encapsulatedLogic>
          <knowledgeRequirement><requiredKnowledge href="#even"/></knowledgeRequirement></businessKnowledgeModel>
        """

    /// A service whose decision calls that service again.
    static let service = """
        \(Fixture.input("n", "number"))
        <decision id="step" name="step"><variable name="step"/>
          <informationRequirement><requiredInput href="#n"/></informationRequirement>
          <knowledgeRequirement><requiredKnowledge href="#down"/></knowledgeRequirement>
          <literalExpression><text>if n = 0 then 0 else 1 + down(n - 1)</text></literalExpression></decision>
        <decisionService id="down" name="down"><variable name="down"/><outputDecision href="#step"/><inputData href="#n"/></decisionService>
        """

    static let closures = """
        \(Fixture.input("n", "number"))
        <decision id="uitkomst" name="uitkomst"><informationRequirement><requiredInput href="#n"/></informationRequirement>
          <literalExpression><text>{f: function(k) if k = 0 then 0 else 1 + f(k - 1), r: f(n)}.r</text></literalExpression></decision>
        """

    /// A knowledge model and a service that give a function which keeps the one before.
    static let keepers = """
        \(Fixture.input("n", "number"))\(Fixture.input("l", "Any"))
        <businessKnowledgeModel id="wrap" name="wrap"><encapsulatedLogic><formalParameter name="l"/>
          <literalExpression><text>append([], function() l[1])</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
        <decision id="kept" name="kept"><variable name="kept"/><informationRequirement><requiredInput href="#l"/></informationRequirement>
          <literalExpression><text>append([], function() l[1])</text></literalExpression></decision>
        <decisionService id="serve" name="serve"><variable name="serve"/><outputDecision href="#kept"/><inputData href="#l"/></decisionService>
        """
        + ["wrap", "serve"].map {
            """
            <decision id="by-\($0)" name="by \($0)"><variable name="by \($0)"/><informationRequirement><requiredInput href="#n"/></informationRequirement>
              <knowledgeRequirement><requiredKnowledge href="#\($0)"/></knowledgeRequirement>
              <literalExpression><text>count(for i in 1..n return \($0)(if i = 1 then [7] else partial[-1]))</text></literalExpression></decision>
            """
        }.joined()

    static func sum(_ number: Int) -> FeelValue { FeelValue.number(Decimal128(number * (number + 1) / 2)) }

    @Test(arguments: [20, 100, 500, 1_000, 1_500])
    func `a business knowledge model calls itself for more than a thousand levels`(levels: Int) throws {
        let program = try Fixture.program(Self.knowledge)
        let facts = DmnFacts(["n": .number(Decimal128(levels))])

        let sum = try #require(program.invoke("sum", given: facts))
        let row = try #require(program.invoke("row", given: facts))
        let even = try #require(program.invoke("even", given: facts))

        #expect(sum.value == Self.sum(levels) && sum.problems.isEmpty)
        #expect(row.value == .list((1...levels).map { .number(Decimal128($0)) }) && row.problems.isEmpty)
        #expect(even.value == true)
    }

    @Test func `one that calls itself twice costs steps and not depth`() throws {
        let program = try Fixture.program(Self.knowledge)
        #expect(program.invoke("fib", given: DmnFacts(["n": 16]))?.value == 987)
    }

    @Test func `a decision service calls itself for a thousand levels`() throws {
        let program = try Fixture.program(Self.service)
        #expect(program.invoke("down", given: DmnFacts(["n": 1_000]))?.value == 1_000)
    }

    @Test(arguments: [(knowledge, "sum"), (knowledge, "even"), (service, "down")])
    func `a million levels are null with the reason`(model: String, function: String) throws {
        let result = try #require(try Fixture.program(model).invoke(function, given: DmnFacts(["n": 1_000_000])))

        #expect(result.value == .null)
        #expect(result.problems.contains { $0.reason == .tooManyCalls }, "\(result.problems)")
    }

    @Test(arguments: [128 << 10, 1 << 20, 8 << 20], [1_000, 1_000_000])
    func `a thread with a small stack is as good as any`(size: Int, levels: Int) async throws {
        let answers = await onThread(of: size) {
            let facts = DmnFacts(["n": .number(Decimal128(levels))])
            return [(Self.knowledge, "sum"), (Self.knowledge, "row"), (Self.service, "down")].map { model, name in
                (try? Fixture.program(model))?.invoke(name, given: facts)?.value
            } + [(try? Fixture.program(Self.closures))?.decide("uitkomst", given: facts)?.value]
        }

        if levels == 1_000 {
            let row = (1...1_000).map { FeelValue.number(Decimal128($0)) }
            #expect(answers == [Self.sum(1_000), .list(row), 1_000, 1_000])
        } else {
            #expect(answers == [.null, .null, .null, .null])
        }
    }

    @Test(arguments: ["by wrap", "by serve"], [128 << 10, 8 << 20])
    func `functions that keep one another across models are let go of on any stack`(decision: String, size: Int) async {
        let answer = await onThread(of: size) {
            (try? Fixture.program(Self.keepers))?.decide(decision, given: DmnFacts(["n": 50_000]))
        }
        #expect(answer?.value == 50_000 && answer?.problems.isEmpty == true, "\(String(describing: answer))")
    }

    private func onThread<Answer: Sendable>(of size: Int, _ work: @escaping @Sendable () -> Answer) async -> Answer {
        await withCheckedContinuation { (done: CheckedContinuation<Answer, Never>) in
            let thread = Thread { done.resume(returning: work()) }
            thread.stackSize = size
            thread.start()
        }
    }
}
