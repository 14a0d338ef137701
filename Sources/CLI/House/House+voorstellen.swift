import Bibliotheek
import Foundation
import Jobs
import Procesbot
import Taalmodel

extension House {
    /// Measures proposed changes of the library and its words against the test questions, behind the screens.
    var proposalHandlers: [String: JobHandler] {
        [
            Proefmeting.jobKind: .outside { [settings, database, clock] job in
                let folder = settings.content + "/adviseur"
                let questions = try TestQuestion.list(
                    from: String(contentsOfFile: folder + "/testvragen.yaml", encoding: .utf8))
                let plank = Boekenplank(try AdviserContent(folder: folder), model: settings.embedding?.model)
                try await Proefmeting(plank, questions).run(job.payload, in: database, at: clock())
            }
        ]
    }
}
