import Basics
import Incasso
import Jobs
import Journal
import Kanalen
import Zaken

/// Packs the dossier of a handover: the inventory and the specification as PDF, the letters, the proofs and the facts.
struct Dossierpost: Sendable {
    let office: Office
    let renderer: PDFRenderer

    init(office: Office) {
        self.office = office
        renderer = PDFRenderer()
    }

    /// The handler of the job that a handover orders.
    var handler: JobHandler { .outside { job in try await pack(job) } }

    private func pack(_ job: Job) async throws {
        guard let id = job.payload["overdracht"].identifier(of: Overdracht.self),
            let packing = try await office.read({ tx in try Overdracht.Packing(of: id, in: tx) })
        else { return }
        let dossier = DossierBinding(
            inventory: packing.inventaris, specification: packing.specificatie, facts: packing.gegevens,
            pieces: packing.stukken.map { .init(name: $0.bestand, bytes: $0.bytes) })
        let bound = try await dossier.bound(by: renderer, at: office.clock())
        try await office.act(as: .system("postkamer")) { act in
            try Overdracht.Packed(
                overdracht: id, inventaris: bound.inventory, specificatie: bound.specification, zip: bound.zip
            ).run(in: act)
        }
    }
}
