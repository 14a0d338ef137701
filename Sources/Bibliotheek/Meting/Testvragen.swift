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

    /// Reads both lists from the folder with the tables of the adviser.
    public init(folder: String) throws {
        func list(_ name: String) throws -> [TestQuestion] {
            try TestQuestion.list(from: String(contentsOfFile: "\(folder)/\(name).yaml", encoding: .utf8))
        }
        self.init(afgesteld: try list("testvragen"), vers: try list("testvragen-vers"))
    }

    public var all: [TestQuestion] { afgesteld + vers }
}

/// Where a test question comes from, the most telling first.
public enum Vragenlijst: String, Sendable, CaseIterable {
    /// Nobody tuned on it.
    case vers
    /// Made by people of a remark that was mended.
    case eigen
    /// The adviser was tuned on it.
    case afgesteld
}
