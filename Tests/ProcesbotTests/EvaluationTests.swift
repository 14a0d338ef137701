import Basics
import Foundation
import Testing

@testable import Procesbot

@Suite("The 56 questions of the requirements")
struct EvaluationTests {
    @Test
    func `at least 44 of 48 routes and all 8 refusals are right, and every quote stands where it is said to stand`()
        throws
    {
        let adviser = try TestLibrary.adviser(TestLibrary.instructions)
        let file = try String(contentsOfFile: TestLibrary.root + "/Content/adviseur/testvragen.yaml", encoding: .utf8)

        let evaluation = AdviceEvaluation(try TestQuestion.list(from: file), of: adviser, on: TestLibrary.day)

        let wrong = evaluation.results.filter { !$0.isRight }.map { "\($0.id): \($0.differences)" }.joined(
            separator: "\n")
        #expect(evaluation.routesRight >= 44, "\(wrong)")
        #expect(evaluation.refusalsRight == 8, "\(wrong)")
        #expect(evaluation.quotesRight == evaluation.quotes)
    }
}
