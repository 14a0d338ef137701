import Database
import Incasso

extension House {
    /// The vault of this house; one that nodes share has its key from the settings, or from the first of them.
    static func kluis(_ settings: Settings) throws -> Kluis {
        let isShared =
            switch settings.database {
            case .sqlite: false
            case .postgres: true
            case .memory: false
            }
        return try Kluis.starting(
            given: settings.secretsKey, at: settings.data + "/kluis.key", isShared: isShared)
    }
}
