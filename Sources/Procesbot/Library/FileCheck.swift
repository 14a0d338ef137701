import Foundation

/// Looks at the first and last bytes of a file before any tool does: is it what its name says, and does it unpack within bounds.
enum FileCheck {
    private static let mostUnpacked = 300_000_000
    private static let mostParts = 10_000

    static func check(_ data: Data, _ form: DocumentForm, named name: String) throws {
        guard !data.isEmpty else { throw LibraryFault.emptyFile(name) }
        switch form {
        case .docx, .odt:
            guard data.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { throw LibraryFault.otherForm(name) }
            try checkArchive([UInt8](data), name)
        case .pdf:
            guard data.prefix(1_024).firstRange(of: Data("%PDF-".utf8)) != nil else {
                throw LibraryFault.otherForm(name)
            }
        case .markdown, .html, .plain, .bpmn, .dmn: break
        }
    }

    /// What the archive says of its parts in its directory (PKWARE APPNOTE 4.3.12, 4.3.16), added up.
    private static func checkArchive(_ bytes: [UInt8], _ name: String) throws {
        guard let end = directoryEnd(bytes) else { throw LibraryFault.damaged(name) }
        let count = number(bytes, end + 10, 2)
        var place = number(bytes, end + 16, 4)
        var unpacked = 0
        guard count <= mostParts else { throw LibraryFault.tooLarge(name) }
        for _ in 0..<count {
            guard place + 46 <= bytes.count, number(bytes, place, 4) == 0x0201_4B50 else {
                throw LibraryFault.damaged(name)
            }
            unpacked += number(bytes, place + 24, 4)
            guard unpacked <= mostUnpacked else { throw LibraryFault.tooLarge(name) }
            place += 46 + number(bytes, place + 28, 2) + number(bytes, place + 30, 2) + number(bytes, place + 32, 2)
        }
    }

    /// The end of the directory stands behind everything, before a comment of at most 64 KiB.
    private static func directoryEnd(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 22 else { return nil }
        return stride(from: bytes.count - 22, through: max(0, bytes.count - 65_557), by: -1).first {
            number(bytes, $0, 4) == 0x0605_4B50
        }
    }

    private static func number(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int {
        guard place >= 0, place + count <= bytes.count else { return 0 }
        return bytes[place..<place + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
