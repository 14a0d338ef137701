public import Basics

/// Binds a dossier: its pages become PDF, letters that nobody rendered too, and all of it goes into one ZIP.
public struct DossierBinding: Sendable {
    /// The pages that become PDF.
    public let inventory: String
    public let specification: String
    /// All facts as JSON.
    public let facts: [UInt8]
    /// The letters and proofs, by their name in the ZIP.
    public let pieces: [ZipFile.Entry]

    public init(inventory: String, specification: String, facts: [UInt8], pieces: [ZipFile.Entry]) {
        (self.inventory, self.specification) = (inventory, specification)
        (self.facts, self.pieces) = (facts, pieces)
    }

    /// A dossier as it goes to a bailiff.
    public struct Bound: Sendable {
        public let inventory: [UInt8]
        public let specification: [UInt8]
        public let zip: [UInt8]
    }

    public func bound(by renderer: PDFRenderer, at moment: Moment) async throws -> Bound {
        let first = try await renderer.pdf(of: inventory)
        let second = try await renderer.pdf(of: specification)
        var all = [
            ZipFile.Entry(name: "inventaris.pdf", bytes: first),
            ZipFile.Entry(name: "specificatie.pdf", bytes: second),
            ZipFile.Entry(name: "dossier.json", bytes: facts),
        ]
        for piece in pieces { all.append(.init(name: piece.name, bytes: try await paper(piece, renderer))) }
        return Bound(inventory: first, specification: second, zip: try ZipFile(all, at: moment).bytes())
    }

    /// A letter as PDF, also one that left while nobody rendered it.
    private func paper(_ piece: ZipFile.Entry, _ renderer: PDFRenderer) async throws -> [UInt8] {
        guard piece.name.hasSuffix(".pdf"), !piece.bytes.starts(with: "%PDF-".utf8) else { return piece.bytes }
        return try await renderer.pdf(of: String(decoding: piece.bytes, as: UTF8.self))
    }
}
