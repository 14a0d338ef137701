import Bibliotheek
import Foundation
import Jobs
import Procesbot
import Taalmodel

extension House {
    /// Measures how the adviser does on the test questions, and what proposed changes would do to that, behind the screens.
    var proposalHandlers: [String: JobHandler] {
        [
            Proefmeting.jobKind: .outside { [settings, database, clock] job in
                let folder = settings.content + "/adviseur"
                let plank = Boekenplank(try AdviserContent(folder: folder), model: settings.embedding?.model)
                try await Proefmeting(plank, Testvragen(folder: folder).all).run(
                    job.payload, in: database, at: clock())
            },
            Meetwerk.jobKind: .outside { [settings, database, clock] _ in
                let folder = settings.content + "/adviseur"
                let plank = Boekenplank(try AdviserContent(folder: folder), model: settings.embedding?.model)
                try await Meetwerk(plank, Testvragen(folder: folder)).run(in: database, at: clock())
            },
        ]
    }
}
