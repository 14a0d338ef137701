import Basics
import Journal
import Recht
public import Zaken

extension Schuldeiser {
    /// Adds a creditor or takes over what changed, with what it agreed; the journal says where its money goes.
    public func put(in act: Act) throws {
        try act.tx.schuldeisers.put(self)
        try act.tx.schuldeisers.keep(afspraken, of: code)
        try act.record(
            "schuldeiser_gewijzigd", of: .init(kind: "schuldeiser", id: code),
            [
                "naam": .string(naam), "iban": .string(iban), "wki": wki.map { .string($0) } ?? .null,
                "rente": .string(afspraken.rente.rawValue),
                "kosten_over": afspraken.kostenOver.map { .string($0.rawValue) } ?? .null,
                "volgorde": afspraken.volgorde.map { .string($0.rawValue) } ?? .null,
            ])
    }
}
