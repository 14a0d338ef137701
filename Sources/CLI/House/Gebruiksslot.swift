import Foundation

/// Who has the file of SQLite in hand: servers beside each other, a restore alone. The system lets go when the program ends.
final class Gebruiksslot: Sendable {
    private let descriptor: Int32

    /// Nothing when someone else has the file in a way that does not go together with this.
    init?(of path: String, alone: Bool) {
        descriptor = open(path + ".slot", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        guard flock(descriptor, (alone ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0 else { return nil }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }
}
