/// What someone is in the organisation; each role may do what its row says.
public enum Rol: String, Sendable, CaseIterable {
    case casemanager, teamleider, proceseigenaar, lezer, beheerder

    var permissions: Set<Permission> {
        switch self {
        case .casemanager: [.readZaken, .work, .importFiles]
        case .teamleider: [.readZaken, .work, .distribute, .importFiles, .readJournal]
        case .proceseigenaar: [.readZaken, .readJournal, .changeProcesses]
        case .lezer: [.readZaken]
        case .beheerder: [.readJournal, .manage]
        }
    }
}

/// One thing that a role may allow.
enum Permission: String, Sendable, CaseIterable {
    /// See zaken, people and claims.
    case readZaken
    /// Complete taken and change zaken, people and arrangements.
    case work
    /// Give taken to others.
    case distribute
    case importFiles
    case readJournal
    case changeProcesses
    /// Accounts, parked jobs, settings.
    case manage
}
