public import Basics

/// How the test questions go with what is in force, and after a change; both as ``AdviceEvaluation`` figures.
public struct Proefuitslag: Hashable, Sendable {
    public let nu: JSON
    public let straks: JSON
    /// The library and the rules that were in force.
    public let stand: String

    /// What a change does with a question.
    public enum Gevolg: Sendable, CaseIterable { case slechter, beter, anders }

    /// A test question of which the answer is not the same.
    public struct Vraag: Sendable {
        public let id: String
        public let gevolg: Gevolg
        /// What came of it now, and after the change.
        public let nu: JSON
        public let straks: JSON
    }

    /// The questions that are answered otherwise, by their id.
    public var verschillen: [Vraag] {
        let after = Dictionary(
            (straks["questions"].elements ?? []).compactMap { one in one["id"].text.map { ($0, one) } }
        ) { first, _ in first }
        return (nu["questions"].elements ?? []).compactMap { before in
            guard let id = before["id"].text, let then = after[id],
                let effect = Proefuitslag.effect(before, then)
            else { return nil }
            return Vraag(id: id, gevolg: effect, nu: before, straks: then)
        }
    }

    public func aantal(_ gevolg: Gevolg) -> Int { verschillen.count { $0.gevolg == gevolg } }

    private static func effect(_ before: JSON, _ after: JSON) -> Gevolg? {
        switch (before["right"].flag == true, after["right"].flag == true) {
        case (true, false): return .slechter
        case (false, true): return .beter
        case (true, true), (false, false):
            let parts = ["first", "refused", "differences"]
            return parts.contains { before[$0] != after[$0] } || before["cited"][0] != after["cited"][0]
                ? .anders : nil
        }
    }
}
