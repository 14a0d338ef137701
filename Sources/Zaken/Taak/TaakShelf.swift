import Basics
import Synchronization

/// Of which zaak a taak is, for those that were seen lately: to know where to look before the taak itself is read. It is only a hint.
final class TaakShelf: Sendable {
    static let shared = TaakShelf()

    /// The latest, and those before them; the older half makes room when there are too many.
    private struct Shelves {
        static let half = 10_000

        var latest: [Identifier<Taak>: Identifier<Zaak>] = [:]
        var earlier: [Identifier<Taak>: Identifier<Zaak>] = [:]
    }

    private let shelves = Mutex(Shelves())

    func keep(_ taak: Taak) {
        shelves.withLock { shelves in
            if shelves.latest.count >= Shelves.half { (shelves.earlier, shelves.latest) = (shelves.latest, [:]) }
            shelves.latest[taak.id] = taak.zaak
        }
    }

    func zaak(of taak: Identifier<Taak>) -> Identifier<Zaak>? {
        shelves.withLock { $0.latest[taak] ?? $0.earlier[taak] }
    }
}
