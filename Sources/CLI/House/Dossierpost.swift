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

    /// A letter as PDF, also one that left while nobody rendered it.
    private func paper(_ bytes: [UInt8], as name: String) async throws -> [UInt8] {
        guard name.hasSuffix(".pdf"), !bytes.starts(with: "%PDF-".utf8) else { return bytes }
        return try await renderer.pdf(of: String(decoding: bytes, as: UTF8.self))
    }

    private func pack(_ job: Job) async throws {
        guard let id = job.payload["overdracht"].identifier(of: Overdracht.self),
            let packing = try await office.read({ tx in try Overdracht.Packing(of: id, in: tx) })
        else { return }
        let inventory = try await renderer.pdf(of: packing.inventaris)
        let specification = try await renderer.pdf(of: packing.specificatie)
        let first = [
            ZipFile.Entry(name: "inventaris.pdf", bytes: inventory),
            ZipFile.Entry(name: "specificatie.pdf", bytes: specification),
            ZipFile.Entry(name: "dossier.json", bytes: packing.gegevens),
        ]
        var rest: [ZipFile.Entry] = []
        for piece in packing.stukken {
            rest.append(.init(name: piece.bestand, bytes: try await paper(piece.bytes, as: piece.bestand)))
        }
        let zip = ZipFile(first + rest, at: office.clock())
        let bytes = try zip.bytes()
        try await office.act(as: .system("postkamer")) { act in
            try Overdracht.Packed(
                overdracht: id, inventaris: inventory, specificatie: specification, zip: bytes
            ).run(in: act)
        }
    }
}
