import Basics
import Bibliotheek
import Procesbot

/// A draft of the report of a talk: what the adviser makes of what came up, and what follows as the notes say it.
struct Verslagconcept {
    let reason: String
    let facts: [String]
    let agreement: String
    let open: [String]
    let leftOut: [SpecialData]
    /// That there is contact again, and how.
    let next: [String]
    let day: Day?
    let seeker: Gespreksnotities.Beller?

    /// What follows is short too: the whole report has 120 words.
    private static let mostNext = 3

    init(_ notes: Gespreksnotities, of typed: String, _ advice: Advice?, _ content: AdviserContent) {
        let report = CallReport(notes: notes.besproken, advice, content)
        let used = [report.reason, report.agreement].joined(separator: " ")
        reason = report.reason
        agreement = report.agreement
        facts = report.facts.flatMap(notes.parts).filter { !used.contains($0) }.map(notes.whole)
        open = report.open
        leftOut = CallReport(notes: typed, nil, content).leftOut
        // What tells of health stays out here too.
        let fit = notes.vervolg.filter { CallReport(notes: $0, nil, content).leftOut.isEmpty }
        next = Array(fit.prefix(Self.mostNext))
        day = notes.op
        seeker = notes.beller
    }
}
