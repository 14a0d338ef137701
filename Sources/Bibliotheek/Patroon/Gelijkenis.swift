import Basics

/// Puts together what is alike: deviations from one step to one other of which at least half of the facts that differ are the same.
struct Gelijkenis {
    private let all: [PatroonStore.One]
    /// What is said of each, without what is the same of all.
    private let told: [Set<String>]

    init(_ all: [PatroonStore.One], lopend: Set<String> = []) {
        self.all = all
        let every = all.map { Gelijkenis.said(of: $0, lopend) }
        let shared = every.dropFirst().reduce(every.first ?? []) { $0.intersection($1) }
        told = every.map { $0.subtracting(shared) }
    }

    /// The groups, each with what is most like its first.
    var groups: [[PatroonStore.One]] {
        var groups: [(first: Set<String>, members: [PatroonStore.One])] = []
        for (one, said) in zip(all, told) {
            let likeness = groups.map { Gelijkenis.likeness($0.first, said) }
            let best = likeness.indices.max { likeness[$0] < likeness[$1] }
            if let best, likeness[best] >= 0.5 {
                groups[best].members.append(one)
            } else {
                groups.append((said, [one]))
            }
        }
        return groups.map(\.members)
    }

    /// Who tells nothing is like everybody.
    private static func likeness(_ one: Set<String>, _ other: Set<String>) -> Double {
        let all = one.union(other)
        return all.isEmpty ? 1 : Double(one.intersection(other).count) / Double(all.count)
    }

    /// Each fact as a word, numbers by their size: half as much again is alike. What runs on with the days is left out.
    private static func said(of one: PatroonStore.One, _ lopend: Set<String>) -> Set<String> {
        Set(
            one.feiten.filter { !lopend.contains($0.key) && !$0.value.isOfADay }.map { name, value in
                switch value {
                case .number(let number): "\(name)≈\(size(number))"
                case .bool, .string, .null, .array, .object: "\(name)=\(value)"
                }
            })
    }

    private static func size(_ number: Decimal128) -> Int {
        let whole = Int(number.rounded(toPlaces: 0)?.integer ?? 0)
        return whole < 10 ? whole : 10 + (Int.bitWidth - whole.magnitude.leadingZeroBitCount)
    }
}
