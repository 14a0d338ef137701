import Journal

/// What one press, or one job, wrote in the journal about one thing: what was pressed, and what came along.
struct Druk {
    let entry: JournalEntry
    let along: [JournalEntry]

    /// What tells most of a press, whatever else came of it.
    private static let pressed: Set<String> = ["taak_afgerond", "betaling_ontvangen", "betaling_teruggenomen"]

    /// From the entries of it, the newest first: what a person did comes first, and what only machines read after it.
    init(_ entries: [JournalEntry]) {
        let oldest = Array(entries.reversed())
        let main =
            oldest.firstIndex { Druk.pressed.contains($0.kind) }
            ?? oldest.firstIndex { $0.isTold && TimelineKind($0.kind) != nil } ?? 0
        entry = oldest[main]
        along = Array(oldest[..<main] + oldest[(main + 1)...])
    }
}

extension [JournalEntry] {
    /// What was written about one thing by one hand at one moment, together.
    var presses: [Druk] {
        var found: [[JournalEntry]] = []
        for entry in self {
            if let last = found.last?.last, last.isOfOnePress(with: entry) {
                found[found.count - 1].append(entry)
            } else {
                found.append([entry])
            }
        }
        return found.map(Druk.init)
    }
}

extension JournalEntry {
    fileprivate func isOfOnePress(with other: JournalEntry) -> Bool {
        subject == other.subject && moment == other.moment && actor == other.actor
    }
}
