/// What the drawing waits for where the zaak stands, once it is told.
extension Composer {
    /// The event, by what was told, and what comes of it.
    mutating func follow(_ happening: Happening) {
        let event = happening.event
        let rows = event.applicable.filter { !event.rules[$0].cells.isEmpty }
        for rule in rows + event.applicable.filter({ !rows.contains($0) }).prefix(2) {
            add(rule, of: event, leads: false, [])
            guard rows.contains(rule), !drafts.isEmpty else { continue }
            let facts = [happening.told.told]
            drafts[drafts.count - 1].step.facts = facts
            drafts[drafts.count - 1].step.why = adviser.phrases(
                "waarom.feiten", ["feiten": facts.joined(separator: "; "), "kop": event.heading])
        }
        for stop in happening.walk.stops {
            guard case .step(let step) = stop else { continue }
            for rule in step.applicable.prefix(3) { add(rule, of: step, leads: false, []) }
        }
    }

    /// An event that the story does not tell: a part that is paid is not all.
    func isUntold(_ candidate: Candidate) -> Bool {
        asked.form.onlyTells && asked.near.events.contains(candidate.number)
            && candidate.number != happening?.event.number
    }

    /// A place in a drawing to which what happens does not lead.
    func isElsewhere(_ candidate: Candidate, _ happening: Happening?) -> Bool {
        guard let happening, happening.isNamed, candidate.document.isDrawing else { return false }
        return candidate.number != happening.event.number && !happening.walk.visited.contains(candidate.number)
    }
}
