import Basics
import Journal

extension Act {
    /// Within these seconds the same words by the same person are the same press of a button, and not a second contact.
    private static let onePress: Int64 = 60

    /// Whether this person wrote the same on a zaak a moment ago, as two presses on one button do; `content` is what must be equal.
    func isPressedAgain(_ kind: String, _ content: JSON, of zaak: Identifier<Zaak>) throws -> Bool {
        let fields = content.fields ?? [:]
        return try tx.journal.entries(of: .zaak(zaak), limit: 5).contains { entry in
            entry.kind == kind && entry.actor == actor && now - entry.moment < Act.onePress
                && fields.allSatisfy { entry.content[$0.key] == $0.value }
        }
    }
}
