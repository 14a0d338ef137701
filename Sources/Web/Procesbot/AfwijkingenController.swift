import Basics
import Bibliotheek
import Engine
import HTTPTypes
import Hummingbird
import Zaken

/// Where people leave the drawing, how often and how it ended; from five alike on with a draft for the drawing.
struct AfwijkingenController: Sendable {
    let desk: Desk

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(AdvicePaths.deviations.router, use: list)
    }

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.sturingZien)
        let (words, playbook) = (desk.face.words(context), desk.office.playbook)
        let patterns = try await desk.office.read { tx in
            (try tx.afwijkingspatronen.all(), try tx.processen.deployed().compactMap { playbook.processen[$0.key] })
        }
        let names = patterns.1.flatMap(\.nodes).reduce(into: [String: String]()) { $0[$1.id] = $1.name ?? $1.id }
        let results = playbook.zaaktypen.values.flatMap(\.resultaten).reduce(into: [String: String]()) {
            $0[$1.code] = $1.omschrijving[words.language.rawValue]
        }
        return try await desk.face.draw(AfwijkingenPage(patterns.0, steps: names, results: results, words), context)
    }
}
