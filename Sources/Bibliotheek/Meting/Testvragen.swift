import Foundation
public import Procesbot

/// The test questions that ship, told apart by whether the adviser was tuned on them.
public struct Testvragen: Sendable {
    /// Made while looking at what came of them: how these go flatters.
    public let afgesteld: [TestQuestion]
    /// Written before one of them was asked, and never looked at to mend anything.
    public let vers: [TestQuestion]

    public init(afgesteld: [TestQuestion] = [], vers: [TestQuestion] = []) {
        (self.afgesteld, self.vers) = (afgesteld, vers)
    }

    /// Reads every list `testvragen….yaml` in the folder with the tables of the adviser; one that ends in `-vers` is held out.
    public init(folder: String) throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            .filter { $0.hasPrefix("testvragen") && $0.hasSuffix(".yaml") }
        func questions(_ names: [String]) throws -> [TestQuestion] {
            try names.flatMap { name in
                try TestQuestion.list(from: String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8))
            }
        }
        self.init(
            afgesteld: try questions(files.filter { !$0.hasSuffix("-vers.yaml") }),
            vers: try questions(files.filter { $0.hasSuffix("-vers.yaml") }))
    }

    public var all: [TestQuestion] { afgesteld + vers }
}

/// Where a test question comes from, the most telling first.
public enum Vragenlijst: String, Sendable, CaseIterable {
    /// Nobody tuned on it.
    case vers
    /// The same, asked from inside a zaak, at a step.
    case zaakVers = "zaak_vers"
    /// Made by people of a remark that was mended.
    case eigen
    /// The adviser was tuned on it.
    case afgesteld
    /// The same, asked from inside a zaak, at a step.
    case zaak

    /// The list of a question that ships.
    init(_ question: TestQuestion, isHeldOut: Bool) {
        self = question.steps.isEmpty ? (isHeldOut ? .vers : .afgesteld) : (isHeldOut ? .zaakVers : .zaak)
    }
}
