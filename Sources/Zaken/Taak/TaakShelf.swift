import Basics
import Synchronization

/// Of which zaak a taak is, for those that were seen lately: to know where to look before the taak itself is read. It is only a hint.
final class TaakShelf: Sendable {
    static let shared = TaakShelf()

    private let zaken = Mutex(Recent<Identifier<Taak>, Identifier<Zaak>>(half: 10_000))

    func keep(_ taak: Taak) { zaken.withLock { $0.keep(taak.zaak, for: taak.id) } }

    func zaak(of taak: Identifier<Taak>) -> Identifier<Zaak>? { zaken.withLock { $0.find(taak) } }
}
