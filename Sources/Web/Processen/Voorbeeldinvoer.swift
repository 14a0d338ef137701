import Basics
import Hummingbird
import Zaken

/// Takes in a file with example cases, beside a draft or with a version.
struct Voorbeeldinvoer: Sendable {
    let desk: Desk

    /// Far more than people write by hand.
    static let limit = 512 * 1_024

    /// `keep` gives where to go on; `refused` draws the page again with what was wrong, each by its line.
    func take(
        _ request: Request, _ context: SignedInContext, keep: (String, String) async throws -> String,
        refused: ([Problem]) async throws -> Response
    ) async throws -> Response {
        let words = desk.face.words(context)
        do {
            let (name, text) = try await Upload.text(request, from: context.visitor, limit: Self.limit)
            return .seeOther(try await keep(name, text), flash: Flash("cases_kept"))
        } catch let refusal as Upload.Refusal {
            return try await refused([Problem(text: refusal.sentence(words), anchor: "voorbeelden")])
        } catch DeploymentRefusal.cases(let flaws) {
            return try await refused(
                flaws.prefix(20).map { Problem(text: words.fault($0), anchor: "voorbeelden") })
        } catch {
            guard let refusal = Refusal(error) else { throw error }
            return try await refused(refusal.problems(words, .none, form: "voorbeelden"))
        }
    }
}
