/// Whether a condition holds, on what ground, and what would have to be asked.
struct Verdict: Sendable {
    var truth: Truth
    var evidence: [Statement] = []
    /// Facts that speak of a part of it, whichever way they point.
    var touching: [Statement] = []
    /// Clauses that could not be answered.
    var open: [Clause] = []
    /// Whether a model's own test decided it, and no words that are alike.
    var isExact = false

    static let unknown = Verdict(truth: .unknown)
}

/// Holds the conditions of documents against the facts of a case.
struct Judge {
    let facts: CaseFacts
    /// The words above the passage, for a condition that says `dit`.
    let heading: [Term]

    func verdict(on condition: Condition) -> Verdict {
        switch condition {
        case .clause(let clause): verdict(on: clause)
        case .not(let part): flipped(verdict(on: part))
        case .all(let parts): joined(parts.map(verdict), Truth.all)
        case .any(let parts): joined(parts.map(verdict), Truth.any)
        case .atLeast(let count, let parts): counted(count, parts.map(verdict))
        case .either(let parts): either(parts.map(verdict))
        }
    }

    private func flipped(_ verdict: Verdict) -> Verdict {
        Verdict(truth: verdict.truth.negated, evidence: verdict.evidence, open: verdict.open)
    }

    func joined(_ parts: [Verdict], _ rule: ([Truth]) -> Truth) -> Verdict {
        let truth = rule(parts.map(\.truth))
        // A fact that points the other way is no ground for what came out.
        let grounds = parts.filter { $0.truth != .unknown && (truth == .unknown || $0.truth == truth) }
        return Verdict(
            truth: truth, evidence: distinct(grounds.flatMap(\.evidence)),
            touching: distinct(parts.filter { $0.truth != .unknown }.flatMap { $0.evidence + $0.touching }),
            open: truth == .unknown ? parts.filter { $0.truth == .unknown }.flatMap(\.open) : [])
    }

    private func distinct(_ statements: [Statement]) -> [Statement] {
        var seen: Set<String> = []
        return statements.filter { seen.insert($0.text).inserted }
    }

    /// Certain only where reading it as *one of these* and as *all of these* come to the same.
    private func either(_ parts: [Verdict]) -> Verdict {
        let (all, any) = (joined(parts, Truth.all), joined(parts, Truth.any))
        guard all.truth != any.truth else { return all }
        return Verdict(truth: .unknown, evidence: any.evidence, open: all.open)
    }

    private func counted(_ count: Int, _ parts: [Verdict]) -> Verdict {
        let yes = parts.filter { $0.truth == .yes }
        let open = parts.filter { $0.truth == .unknown }
        let truth: Truth = yes.count >= count ? .yes : yes.count + open.count < count ? .no : .unknown
        return Verdict(
            truth: truth, evidence: parts.flatMap(\.evidence), open: truth == .unknown ? open.flatMap(\.open) : [])
    }

    func verdict(on clause: Clause) -> Verdict { lookingBack(clause).verdictInTime(on: clause) }

    private func verdictInTime(on clause: Clause) -> Verdict {
        var parts: [Verdict] = []
        if let place = clause.places.first { parts.append(self.verdict(on: place, of: clause)) }
        let season = Season.read(clause.tokens)
        if let season { parts.append(self.verdict(on: season)) }
        let counted = clause.quantities.filter { season?.tokens.overlaps($0.tokens) != true }
        parts += counted.compactMap { quantity in
            guard let missed = quantity.missed(in: clause) else { return self.verdict(on: quantity, of: clause) }
            let verdict = self.verdict(on: missed, of: clause)
            // Within that time it can still be done.
            return verdict?.truth == .no ? Verdict(truth: .unknown, evidence: verdict?.evidence ?? []) : verdict
        }
        if let words = self.verdictOnWords(of: clause, isOnly: parts.isEmpty) { parts.append(words) }
        guard !parts.isEmpty else { return Verdict(truth: .unknown, open: hasSubject(clause) ? [clause] : []) }
        var verdict = joined(parts, Truth.all)
        verdict.open = verdict.truth == .unknown ? [clause] : []
        return verdict
    }

    private func hasSubject(_ clause: Clause) -> Bool { clause.terms.contains { $0.weight >= 0.6 } }
}

extension Judge {
    private func verdict(on place: PlaceMention, of clause: Clause) -> Verdict {
        guard let town = facts.town else { return .unknown }
        let evidence = facts.statements.filter { $0.places.contains(town) }
        var isThere = town.name == place.name
        if town.relation == .outside { isThere.toggle() }
        if town.relation == .outside, town.name != place.name { return .unknown }
        return Verdict(truth: isThere == (place.relation != .outside) ? .yes : .no, evidence: evidence)
    }
}
