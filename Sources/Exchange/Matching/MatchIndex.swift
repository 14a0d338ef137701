import Basics

/// The matching ladder over everything that is open: the first step that finds one candidate decides.
public struct MatchIndex: Sendable {
    private let candidates: [String: MatchCandidate]
    private let byReference: [String: Set<String>]
    private let byEndToEnd: [String: Set<String>]
    private let byIBAN: [IBAN: Set<String>]
    private let byAmount: [Money: Set<String>]

    public init(_ candidates: [MatchCandidate]) {
        var references: [String: Set<String>] = [:]
        var endToEnd: [String: Set<String>] = [:]
        var accounts: [IBAN: Set<String>] = [:]
        var amounts: [Money: Set<String>] = [:]
        for candidate in candidates {
            for reference in candidate.references { references[reference.text, default: []].insert(candidate.id) }
            for reference in candidate.endToEnd { endToEnd[reference, default: []].insert(candidate.id) }
            for iban in candidate.ibans { accounts[iban, default: []].insert(candidate.id) }
            for amount in candidate.expected { amounts[amount, default: []].insert(candidate.id) }
        }
        self.candidates = Dictionary(candidates.map { ($0.id, $0) }) { first, _ in first }
        (byReference, byEndToEnd, byIBAN, byAmount) = (references, endToEnd, accounts, amounts)
    }

    /// What a bank entry is for.
    public func match(_ entry: BankEntry) -> MatchVerdict {
        guard entry.direction == .credit, entry.isBooked, entry.currency == "EUR", entry.returned == nil,
            !entry.isReversal
        else { return .notAPayment }
        for step in MatchStep.allCases {
            let found = candidates(for: entry, by: step).sorted()
            if found.isEmpty { continue }
            if step == .nameAndAmount { return .proposed(found) }
            guard found.count == 1, let candidate = candidates[found[0]] else { return .ambiguous(found, step) }
            return .matched(candidate.id, step, tooMuch: max(.zero, entry.amount - candidate.open))
        }
        return .unmatched
    }

    private func candidates(for entry: BankEntry, by step: MatchStep) -> Set<String> {
        switch step {
        case .structuredReference:
            union(entry.structured.compactMap { PaymentReference($0.reference)?.text }, byReference)
        case .endToEnd: entry.references.endToEnd.flatMap { byEndToEnd[$0] } ?? []
        case .accountAndAmount: account(of: entry)
        case .referenceInText: union(ReferenceSearch.references(in: entry.remittance), byReference)
        case .nameAndAmount: named(entry)
        }
    }

    private func union(_ keys: [String], _ table: [String: Set<String>]) -> Set<String> {
        keys.reduce(into: []) { $0.formUnion(table[$1] ?? []) }
    }

    /// One open case of this account, and exactly its open amount or instalment.
    private func account(of entry: BankEntry) -> Set<String> {
        guard let iban = entry.counterparty.iban, let known = byIBAN[iban] else { return [] }
        return known.filter { candidates[$0]?.expected.contains(entry.amount) ?? false }
    }

    private func named(_ entry: BankEntry) -> Set<String> {
        guard let name = entry.counterparty.name else { return [] }
        let words = NameWords(name)
        return (byAmount[entry.amount] ?? []).filter {
            candidates[$0].map { NameWords($0.name).agrees(with: words) } ?? false
        }
    }
}

extension MatchCandidate {
    fileprivate var expected: Set<Money> { Set([open, instalment].compactMap(\.self).filter { $0 > .zero }) }
}

/// The words of a name, without initials and titles.
private struct NameWords {
    let words: Set<String>

    init(_ name: String) {
        let parts = name.lowercased().split { !$0.isLetter }.map(String.init)
        words = Set(
            parts.filter { $0.count >= 3 && !["van", "der", "den", "het", "hr", "mw", "dhr", "mevr"].contains($0) })
    }

    func agrees(with other: NameWords) -> Bool {
        !words.isDisjoint(with: other.words)
    }
}

/// Finds references in free text: runs of digits of 9 to 16, also written in groups, and RF references.
public enum ReferenceSearch {
    public static func references(in text: String) -> [String] {
        let words = text.prefix(2_000).uppercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        var found: [String] = []
        for start in words.indices.prefix(400) {
            var joined = ""
            for word in words[start...].prefix(7) {
                joined += word
                guard joined.utf8.count <= 25 else { break }
                if let reference = PaymentReference(joined) { found.append(reference.text) }
            }
        }
        return found
    }
}
